package org.hashwise.analysis;

/**
 * The settings of the analyses; they stand in {@code rules/parameters/analysis.yaml}.
 *
 * @param settledPercent from this probability of the leading strategy on, nothing more needs to be asked
 * @param samples companies that are drawn when the request does not say how many
 * @param mostSamples more are refused
 * @param mostCells a larger map is refused
 * @param seed of the draws when the request names none
 * @param noticeableBits a question with less information about the outcome is not counted among those that could matter
 * @param effortWeight what each step of effort adds to the cost of a question, relative to one known by heart
 * @param aboutPercent how far a value that is given as "about" may be off, in either direction
 * @param mostTrials combinations of changed answers that the search for the smallest change tries at most
 */
public record AnalysisSettings(
        double settledPercent,
        int samples,
        int mostSamples,
        int mostCells,
        long seed,
        double noticeableBits,
        double effortWeight,
        double aboutPercent,
        int mostTrials) {}
