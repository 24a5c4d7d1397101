package org.hashwise.security;

import org.hashwise.account.AccountsUnusable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The failure analyzer for an accounts file that cannot be used. */
class AccountsUnusableAnalyzer extends AbstractFailureAnalyzer<AccountsUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable root, AccountsUnusable mistake) {
        return new FailureAnalysis(mistake.sentence(), SecurityMessages.of("accounts.action", mistake.file()), mistake);
    }
}
