package org.hashwise.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts at one moment. */
public final class Accounts {

    private static final Accounts NONE = new Accounts(List.of());

    private final Map<String, Account> byName;
    private final Map<String, Account> clientsBySecret;

    Accounts(Collection<Account> accounts) {
        byName = new TreeMap<>(accounts.stream().collect(Collectors.toMap(Account::name, Function.identity())));
        clientsBySecret = accounts.stream()
                .filter(account -> account.role() == Role.CLIENT)
                .collect(Collectors.toMap(Account::secret, Function.identity()));
    }

    static Accounts none() {
        return NONE;
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** The accounts in the order of their names. */
    public List<Account> all() {
        return List.copyOf(byName.values());
    }

    public Optional<Account> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The client with this key. Keys are found by their hash, so the time of the search reveals nothing about a key. */
    public Optional<Account> holding(String key) {
        return Optional.ofNullable(clientsBySecret.get(Secrets.hashOfKey(key)));
    }

    Accounts with(Account account) {
        return new Accounts(
                Stream.concat(byName.values().stream(), Stream.of(account)).toList());
    }

    Accounts without(String name) {
        return new Accounts(byName.values().stream()
                .filter(account -> !account.name().equals(name))
                .toList());
    }
}
