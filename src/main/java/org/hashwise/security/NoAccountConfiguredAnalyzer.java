package org.hashwise.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The failure analyzer that names the settings to change when no account exists. */
class NoAccountConfiguredAnalyzer extends AbstractFailureAnalyzer<NoAccountConfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NoAccountConfigured refusal) {
        var address = refusal.policy().address();
        return new FailureAnalysis(
                refusal.policy().alwaysLogin()
                        ? SecurityMessages.of("no-account.always", refusal.file())
                        : SecurityMessages.of(
                                "no-account", address == null ? "*" : address.getHostAddress(), refusal.file()),
                SecurityMessages.of("no-account.action", refusal.file()),
                refusal);
    }
}
