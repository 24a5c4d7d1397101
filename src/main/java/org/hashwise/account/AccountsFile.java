package org.hashwise.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hashwise.account.AccountsUnusable.AccountsFault;
import org.hashwise.files.PrivateFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code accounts.yaml} in the data folder: readable by its owner alone, and replaced as a whole. */
final class AccountsFile {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path folder;
    private final Path file;

    AccountsFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("accounts.yaml");
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    Accounts read() {
        if (!exists()) {
            return Accounts.none();
        }
        Object root;
        PrivateFiles.restrict(file); // it holds hashes of secrets
        try {
            root = YAML.readValue(Files.readAllBytes(file), Object.class);
        } catch (IOException failure) {
            throw new AccountsUnusable(AccountsFault.UNREADABLE, file, "", failure);
        } catch (JacksonException failure) {
            throw new AccountsUnusable(AccountsFault.MALFORMED, file, "", null);
        }
        if (!(root instanceof Map<?, ?> map) || !(map.get("accounts") instanceof List<?> list)) {
            throw new AccountsUnusable(AccountsFault.MALFORMED, file, "", null);
        }
        List<Account> accounts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Object each : list) {
            Account account = account(each);
            if (!seen.add(account.name()) || !seen.add(account.secret())) {
                throw new AccountsUnusable(AccountsFault.TWICE, file, account.name(), null);
            }
            accounts.add(account);
        }
        return new Accounts(accounts);
    }

    private Account account(@Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> map)) {
            throw new AccountsUnusable(AccountsFault.MALFORMED, file, "", null);
        }
        String name = String.valueOf(map.get("name"));
        if (!Account.isName(name)) {
            throw new AccountsUnusable(AccountsFault.BAD_NAME, file, name, null);
        }
        Role role = Role.of(String.valueOf(map.get("role")))
                .orElseThrow(() -> new AccountsUnusable(AccountsFault.BAD_ROLE, file, name, null));
        String secret = String.valueOf(map.get(field(role)));
        boolean sound = role == Role.CLIENT ? Secrets.isHashOfKey(secret) : Secrets.isHashOfPassword(secret);
        if (!sound) {
            throw new AccountsUnusable(AccountsFault.BAD_SECRET, file, name, null);
        }
        return new Account(name, role, secret);
    }

    private static String field(Role role) {
        return role == Role.CLIENT ? "key" : "password";
    }

    /** Changes the accounts under an exclusive lock, and returns them as changed. */
    synchronized Accounts change(UnaryOperator<Accounts> change) {
        try {
            PrivateFiles.createFolder(folder);
            Path locked = folder.resolve("accounts.lock");
            PrivateFiles.createFile(locked);
            try (FileChannel lock = FileChannel.open(locked, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                Accounts changed = change.apply(read());
                write(changed);
                return changed;
            }
        } catch (IOException failure) {
            throw new AccountsUnusable(AccountsFault.NOT_WRITABLE, file, "", failure);
        }
    }

    private void write(Accounts accounts) throws IOException {
        List<Map<String, String>> entries = accounts.all().stream()
                .map(account -> {
                    Map<String, String> entry = new LinkedHashMap<>();
                    entry.put("name", account.name());
                    entry.put("role", account.role().word());
                    entry.put(field(account.role()), account.secret());
                    return entry;
                })
                .toList();
        Path fresh = PrivateFiles.createTemporary(folder, ".yaml");
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(YAML.writeValueAsBytes(Map.of("accounts", entries))));
                channel.force(true);
            }
            replace(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException odd) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
