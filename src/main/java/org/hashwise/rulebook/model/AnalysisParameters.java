package org.hashwise.rulebook.model;

import java.util.Set;

/** The thresholds of the topic {@code analysis}: no rule reads them, but the program does. */
public final class AnalysisParameters {

    public static final String SETTLED_PERCENT = "settledPercent";
    public static final String SAMPLES = "interviewSamples";
    public static final String MOST_SAMPLES = "mostSamples";
    public static final String MOST_CELLS = "mostMapCells";
    public static final String SEED = "interviewSeed";
    public static final String NOTICEABLE_BITS = "noticeableBits";
    public static final String EFFORT_WEIGHT = "effortWeight";
    public static final String ABOUT_PERCENT = "aboutPercent";
    public static final String MOST_TRIALS = "mostTrials";

    private AnalysisParameters() {}

    /** All of them; a rulebook has to have them. */
    public static Set<String> names() {
        return Set.of(
                SETTLED_PERCENT,
                SAMPLES,
                MOST_SAMPLES,
                MOST_CELLS,
                SEED,
                NOTICEABLE_BITS,
                EFFORT_WEIGHT,
                ABOUT_PERCENT,
                MOST_TRIALS);
    }
}
