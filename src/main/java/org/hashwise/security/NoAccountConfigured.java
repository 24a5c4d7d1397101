package org.hashwise.security;

import java.nio.file.Path;
import java.util.Map;
import org.hashwise.account.AccountRepository;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Others could reach us, and there is nobody whom we could tell from them. */
final class NoAccountConfigured extends RuntimeException {

    private final transient AccessPolicy house;
    private final transient Path file;

    private NoAccountConfigured(AccessPolicy house, Path file) {
        super("no account in " + file);
        this.house = house;
        this.file = file;
    }

    /** Refuses to open the doors of a house in which nobody is known. */
    static void check(Environment environment) {
        AccessPolicy house = AccessPolicy.of(environment);
        AccountRepository accounts = new AccountRepository(AccessPolicy.folder(environment));
        if (!house.isLocal() && accounts.current().isEmpty() && !hasProviders(environment)) {
            throw new NoAccountConfigured(house, accounts.path());
        }
    }

    // Who has another house vouch for people has accounts there.
    private static boolean hasProviders(Environment environment) {
        return Binder.get(environment)
                .bind("spring.security.oauth2.client.registration", Map.class)
                .isBound();
    }

    AccessPolicy house() {
        return house;
    }

    Path file() {
        return file;
    }
}
