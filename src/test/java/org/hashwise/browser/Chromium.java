package org.hashwise.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The system's own browser: none is ever downloaded. */
final class Chromium {

    static final String HOW_TO_GET_IT = "The tests in a browser were skipped: there is no Chromium."
            + " Install it (Debian: apt-get install chromium) or name one with HASHWISE_CHROMIUM=/path/to/chromium.";

    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String ANY = "/usr/bin/chromium";

    private Chromium() {}

    static Optional<Path> installed() {
        String named = System.getenv("HASHWISE_CHROMIUM");
        Path browser = Path.of(named == null || named.isBlank() ? ANY : named);
        return Files.isExecutable(browser) ? Optional.of(browser) : Optional.empty();
    }

    static boolean isRequired() {
        return Boolean.parseBoolean(System.getenv("HASHWISE_BROWSER_REQUIRED"))
                || Boolean.getBoolean("HASHWISE_BROWSER_REQUIRED");
    }
}
