package org.hashwise.consultation;

import java.util.function.Supplier;

/**
 * A bound on the analyses in progress, for callers whose analyses do not each take a whole HTTP request. Implementations are
 * thread-safe.
 */
public interface AnalysisLimiter {

    /**
     * Waits for a place, and runs an analysis in it.
     *
     * @throws AnalysisRefused when no place became free in time
     * @throws org.hashwise.analysis.AnalysisCancelled when the analysis took longer than its deadline allows
     */
    <T> T run(Supplier<T> analysis);

    /** Without a bound, for programs with one user. */
    static AnalysisLimiter unlimited() {
        return new AnalysisLimiter() {
            @Override
            public <T> T run(Supplier<T> analysis) {
                return analysis.get();
            }
        };
    }

    /** Exception: too many analyses are in progress. */
    final class AnalysisRefused extends RuntimeException {
        public AnalysisRefused() {
            super("too many analyses in progress", null, false, false);
        }
    }
}
