package org.hashwise.guard;

import java.nio.file.Path;
import java.util.Map;
import org.hashwise.account.AccountBook;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Others could reach us, and there is nobody whom we could tell from them. */
final class NoAccountYet extends RuntimeException {

    private final transient House house;
    private final transient Path file;

    private NoAccountYet(House house, Path file) {
        super("no account in " + file);
        this.house = house;
        this.file = file;
    }

    /** Refuses to open the doors of a house in which nobody is known. */
    static void check(Environment environment) {
        House house = House.of(environment);
        AccountBook accounts = new AccountBook(House.folder(environment));
        if (!house.isOpen() && accounts.current().isEmpty() && !hasProviders(environment)) {
            throw new NoAccountYet(house, accounts.path());
        }
    }

    // Who has another house vouch for people has accounts there.
    private static boolean hasProviders(Environment environment) {
        return Binder.get(environment)
                .bind("spring.security.oauth2.client.registration", Map.class)
                .isBound();
    }

    House house() {
        return house;
    }

    Path file() {
        return file;
    }
}
