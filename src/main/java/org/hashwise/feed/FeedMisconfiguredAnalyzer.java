package org.hashwise.feed;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Failure analyzer for {@link FeedMisconfigured}. */
final class FeedMisconfiguredAnalyzer extends AbstractFailureAnalyzer<FeedMisconfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, FeedMisconfigured misconfigured) {
        return new FailureAnalysis(String.valueOf(misconfigured.getMessage()), null, misconfigured);
    }
}
