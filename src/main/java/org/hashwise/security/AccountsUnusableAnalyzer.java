package org.hashwise.security;

import org.hashwise.account.AccountsUnusable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the file of accounts. */
class AccountsUnusableAnalyzer extends AbstractFailureAnalyzer<AccountsUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable root, AccountsUnusable mistake) {
        return new FailureAnalysis(mistake.sentence(), SecurityMessages.of("accounts.action", mistake.file()), mistake);
    }
}
