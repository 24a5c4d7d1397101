package org.hashwise.security;

import org.hashwise.account.AccountRepository;
import org.hashwise.account.AccountsUnusable;
import org.hashwise.account.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** The first account, with the role of an analyst: created at the first start, its password printed once. */
final class FirstAccount implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);

    private final AccountRepository accounts;

    FirstAccount(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.isOpened()) {
            return;
        }
        try {
            // Not to the log, which may be stored and forwarded.
            accounts.add(Role.ANALYST.word(), Role.ANALYST)
                    .ifPresent(issued -> System.out.println(SecurityMessages.of(
                            "first-account", issued.account().name(), issued.secret(), accounts.path())));
        } catch (AccountsUnusable readOnly) {
            LOG.warn(SecurityMessages.of("first-account.failed", readOnly.file()));
        }
    }
}
