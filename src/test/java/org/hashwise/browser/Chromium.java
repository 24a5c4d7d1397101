package org.hashwise.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The system's own browser: none is ever downloaded. */
final class Chromium {

    static final String HOW_TO_GET_IT = "The tests in a browser were skipped: there is no Chromium."
            + " Install it (Debian: apt-get install chromium-headless-shell, or chromium)"
            + " or name one with HASHWISE_CHROMIUM=/path/to/chromium.";

    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** The one without windows comes first, as it takes a fifth less time. */
    private static final List<String> USUAL = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium");

    private Chromium() {}

    static Optional<Path> installed() {
        String named = System.getenv("HASHWISE_CHROMIUM");
        List<String> places = named == null || named.isBlank() ? USUAL : List.of(named);
        return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    static boolean isRequired() {
        return Boolean.parseBoolean(System.getenv("HASHWISE_BROWSER_REQUIRED"))
                || Boolean.getBoolean("HASHWISE_BROWSER_REQUIRED");
    }
}
