package org.hashwise.security;

import java.nio.file.Path;
import java.util.Map;
import org.hashwise.account.AccountRepository;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The failure of a start on an address that other machines can reach, without any account. */
final class NoAccountConfigured extends RuntimeException {

    private final transient AccessPolicy policy;
    private final transient Path file;

    private NoAccountConfigured(AccessPolicy policy, Path file) {
        super("no account in " + file);
        this.policy = policy;
        this.file = file;
    }

    /** Ends a start that requires logins but has no account. */
    static void check(Environment environment) {
        AccessPolicy policy = AccessPolicy.of(environment);
        AccountRepository accounts = new AccountRepository(AccessPolicy.folder(environment));
        if (!policy.isLocal() && accounts.current().isEmpty() && !hasProviders(environment)) {
            throw new NoAccountConfigured(policy, accounts.path());
        }
    }

    // An identity provider has the accounts then.
    private static boolean hasProviders(Environment environment) {
        return Binder.get(environment)
                .bind("spring.security.oauth2.client.registration", Map.class)
                .isBound();
    }

    AccessPolicy policy() {
        return policy;
    }

    Path file() {
        return file;
    }
}
