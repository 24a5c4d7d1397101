package org.hashwise.assessment;

import java.nio.file.Path;
import org.hashwise.files.DataFolder;
import org.springframework.core.env.Environment;

/**
 * The settings of the store.
 *
 * @param url of a PostgreSQL database; empty for a file of our own
 * @param folder of that file
 */
public record StoreSettings(String url, String user, String password, Path folder) {

    private static final String SERVER = "jdbc:postgresql:";
    private static final String FILE = "hashwise.db";

    /** A store in a file in this folder. */
    public static StoreSettings in(Path folder) {
        return new StoreSettings("", "", "", folder);
    }

    /** @throws StoreMisnamed when the address is not that of a PostgreSQL database */
    public static StoreSettings of(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "").strip();
        if (!url.isEmpty() && !url.startsWith(SERVER)) {
            throw new StoreMisnamed(url);
        }
        return new StoreSettings(
                url,
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""),
                DataFolder.of(environment::resolvePlaceholders));
    }

    /** Returns whether a server keeps the assessments, which several instances may share. */
    public boolean isServer() {
        return !url.isEmpty();
    }

    public Path file() {
        return folder.resolve(FILE);
    }

    // A log line must not tell the password.
    @Override
    public String toString() {
        return isServer() ? url : file().toString();
    }
}
