package org.hashwise.assessment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the program does not start with this address of a store. */
final class StoreMisnamedAnalyzer extends AbstractFailureAnalyzer<StoreMisnamed> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, StoreMisnamed misnamed) {
        return new FailureAnalysis(String.valueOf(misnamed.getMessage()), null, misnamed);
    }
}
