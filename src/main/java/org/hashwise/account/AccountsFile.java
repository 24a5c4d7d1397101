package org.hashwise.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hashwise.account.AccountsUnusable.Code;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code accounts.yaml} in the data folder. Nobody but its owner may read it, and nobody ever sees half of it. */
final class AccountsFile {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsFile.class);
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?>[] OWN_FILE = mode("rw-------");
    private static final FileAttribute<?>[] OWN_FOLDER = mode("rwx------");

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
        closeToOthers();
        try {
            root = YAML.readValue(Files.readAllBytes(file), Object.class);
        } catch (IOException failure) {
            throw new AccountsUnusable(Code.UNREADABLE, file, "", failure);
        } catch (JacksonException failure) {
            throw new AccountsUnusable(Code.MALFORMED, file, "", null);
        }
        if (!(root instanceof Map<?, ?> map) || !(map.get("accounts") instanceof List<?> list)) {
            throw new AccountsUnusable(Code.MALFORMED, file, "", null);
        }
        List<Account> accounts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Object each : list) {
            Account account = account(each);
            if (!seen.add(account.name()) || !seen.add(account.secret())) {
                throw new AccountsUnusable(Code.TWICE, file, account.name(), null);
            }
            accounts.add(account);
        }
        return new Accounts(accounts);
    }

    // It holds hashes of secrets. A file that others may read is named and closed.
    private void closeToOthers() {
        try {
            if (POSIX) {
                Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
                if (!OWN.containsAll(found)) {
                    LOG.warn(
                            "Others may use {} ({}); it is now closed to them",
                            file,
                            PosixFilePermissions.toString(found));
                    Files.setPosixFilePermissions(file, OWN);
                }
            }
        } catch (IOException notOurs) {
            LOG.warn("The permissions of {} cannot be changed: {}", file, notOurs.getMessage());
        }
    }

    private Account account(@Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> map)) {
            throw new AccountsUnusable(Code.MALFORMED, file, "", null);
        }
        String name = String.valueOf(map.get("name"));
        if (!Account.isName(name)) {
            throw new AccountsUnusable(Code.BAD_NAME, file, name, null);
        }
        Role role = Role.of(String.valueOf(map.get("role")))
                .orElseThrow(() -> new AccountsUnusable(Code.BAD_ROLE, file, name, null));
        String secret = String.valueOf(map.get(field(role)));
        boolean sound = role == Role.CLIENT ? Secrets.isHashOfKey(secret) : Secrets.isHashOfPassword(secret);
        if (!sound) {
            throw new AccountsUnusable(Code.BAD_SECRET, file, name, null);
        }
        return new Account(name, role, secret);
    }

    private static String field(Role role) {
        return role == Role.CLIENT ? "key" : "password";
    }

    /** Changes the accounts while nobody else does; gives those after the change. */
    synchronized Accounts change(UnaryOperator<Accounts> change) {
        try {
            Files.createDirectories(folder, OWN_FOLDER);
            try (FileChannel lock = FileChannel.open(
                            folder.resolve("accounts.lock"),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            OWN_FILE);
                    var held = lock.lock()) {
                Accounts changed = change.apply(read());
                write(changed);
                return changed;
            }
        } catch (IOException failure) {
            throw new AccountsUnusable(Code.NOT_WRITABLE, file, "", failure);
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
        Path fresh = Files.createTempFile(folder, "accounts", ".new", OWN_FILE);
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

    private static FileAttribute<?>[] mode(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
