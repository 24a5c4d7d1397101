package org.hashwise.rulebook;

import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.RulebookRejected;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Failure analyzer that lists the problems of a rejected rulebook. */
class RulebookRejectedAnalyzer extends AbstractFailureAnalyzer<RulebookRejected> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RulebookRejected rejected) {
        String problems = rejected.getMessage();
        String heading = Messages.of("start.rejected", rejected.problems().size());
        return new FailureAnalysis(heading + "\n\n" + problems, Messages.of("start.action"), rejected);
    }
}
