package org.hashwise.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set when nobody could log in. */
class NoAccountConfiguredAnalyzer extends AbstractFailureAnalyzer<NoAccountConfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NoAccountConfigured refusal) {
        var address = refusal.house().address();
        return new FailureAnalysis(
                refusal.house().alwaysLogin()
                        ? SecurityMessages.of("no-account.always", refusal.file())
                        : SecurityMessages.of(
                                "no-account", address == null ? "*" : address.getHostAddress(), refusal.file()),
                SecurityMessages.of("no-account.action", refusal.file()),
                refusal);
    }
}
