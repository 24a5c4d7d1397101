package org.hashwise.security;

import java.util.function.Supplier;
import org.hashwise.analysis.Cancellation;
import org.hashwise.consultation.AnalysisLimiter;

/** The bulkhead of the analyses for requests that hold a place for a part of their time only, such as an interview. */
final class CallerAnalysisLimiter implements AnalysisLimiter {

    private final Bulkhead bulkhead;
    private final RequestLimits limits;
    private final AnalysisCaller callers;

    CallerAnalysisLimiter(Bulkhead bulkhead, RequestLimits limits, AnalysisCaller callers) {
        this.bulkhead = bulkhead;
        this.limits = limits;
        this.callers = callers;
    }

    @Override
    public <T> T run(Supplier<T> analysis) {
        String caller = callers.current();
        if (!bulkhead.enter(caller, () -> false)) {
            throw new AnalysisRefused();
        }
        RequestCancellation cancellation = new RequestCancellation(null, limits.analysisDeadline());
        try (Cancellation.Scope scope = Cancellation.begin(cancellation::check)) {
            return analysis.get();
        } finally {
            bulkhead.leave(caller);
        }
    }
}
