package org.hashwise.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts in the data folder, which may be edited there while the program runs. Thread-safe. */
public final class AccountRepository {

    private static final Logger LOG = LoggerFactory.getLogger(AccountRepository.class);

    private final AccountsFile file;
    private volatile CachedAccounts last;

    private record Stamp(Object key, Object modified, long size) {}

    private record CachedAccounts(@Nullable Stamp stamp, Accounts accounts) {}

    /**
     * A new secret of an account. It is shown once: only its hash is stored.
     *
     * @param secret the password, or the key of a client
     */
    public record Issued(Account account, String secret) {}

    /** @throws AccountsUnusable when the file is there and makes no sense */
    public AccountRepository(Path folder) {
        file = new AccountsFile(folder);
        last = new CachedAccounts(stamp(), file.read());
    }

    public Path path() {
        return file.path();
    }

    /** Returns whether accounts were ever kept here, even if all were removed since. */
    public boolean isOpened() {
        return file.exists();
    }

    /** The accounts now; while the file has a mistake, the accounts before it. */
    public Accounts current() {
        Stamp now = stamp();
        CachedAccounts reading = last;
        if (Objects.equals(now, reading.stamp())) {
            return reading.accounts();
        }
        Accounts accounts = reading.accounts();
        try {
            accounts = file.read();
        } catch (AccountsUnusable mistake) {
            LOG.error("{} The accounts before stay.", mistake.sentence());
        }
        last = new CachedAccounts(now, accounts);
        return accounts;
    }

    /**
     * Adds an account with a secret of its own; empty when the name is taken.
     *
     * @throws AccountsUnusable when the file cannot be written
     */
    public Optional<Issued> add(String name, Role role) {
        if (!Account.isName(name)) {
            throw new IllegalArgumentException(name);
        }
        String secret = role == Role.CLIENT ? Secrets.key() : Secrets.password();
        String hash = role == Role.CLIENT ? Secrets.hashOfKey(secret) : Secrets.hashOfPassword(secret);
        Account account = new Account(name, role, hash);
        Accounts changed =
                file.change(accounts -> accounts.named(name).isPresent() ? accounts : accounts.with(account));
        return changed.named(name).filter(account::equals).map(added -> new Issued(added, secret));
    }

    /** Removes an account; false when there is none of this name. */
    public boolean remove(String name) {
        if (current().named(name).isEmpty()) {
            return false;
        }
        file.change(accounts -> accounts.without(name));
        return true;
    }

    private @Nullable Stamp stamp() {
        try {
            BasicFileAttributes seen = Files.readAttributes(file.path(), BasicFileAttributes.class);
            Object key = seen.fileKey();
            return new Stamp(key == null ? "" : key, seen.lastModifiedTime(), seen.size());
        } catch (IOException absent) {
            return null;
        }
    }
}
