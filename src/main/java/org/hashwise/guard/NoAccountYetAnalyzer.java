package org.hashwise.guard;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set when nobody could log in. */
class NoAccountYetAnalyzer extends AbstractFailureAnalyzer<NoAccountYet> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NoAccountYet refusal) {
        var address = refusal.house().address();
        return new FailureAnalysis(
                refusal.house().alwaysLogin()
                        ? Sentences.of("no-account.always", refusal.file())
                        : Sentences.of("no-account", address == null ? "*" : address.getHostAddress(), refusal.file()),
                Sentences.of("no-account.action", refusal.file()),
                refusal);
    }
}
