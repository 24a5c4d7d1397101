package org.hashwise.assessment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Failure analyzer for {@link StoreMisnamed}. */
final class StoreMisnamedAnalyzer extends AbstractFailureAnalyzer<StoreMisnamed> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, StoreMisnamed misnamed) {
        return new FailureAnalysis(String.valueOf(misnamed.getMessage()), null, misnamed);
    }
}
