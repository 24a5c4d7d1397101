package org.hashwise.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.rulebook.ShippedRules;

/** A copy of the shipped rules that is edited while the program runs. */
final class EditedRules {

    /** With a threshold that may be a little lower without any case noticing. */
    private static final String PARAMETERS = "parameters/power-access.yaml";

    private static final Pattern THRESHOLD = Pattern.compile("value: (100|99\\.\\d+)\n");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long MILLIS_BETWEEN_LOOKS = 50;

    private EditedRules() {}

    static Path copy(Path folder) throws IOException {
        Path rules = Files.createTempDirectory(folder, "rules");
        for (Map.Entry<String, byte[]> file :
                ShippedRules.files().contentByPath().entrySet()) {
            Path path = rules.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return rules;
    }

    /** Changes the threshold so many times and waits each time until the edition is in force. */
    static void reload(Path rules, int port, int times) throws IOException, InterruptedException {
        for (int time = 1; time <= times; time++) {
            String before = rulebook(port);
            edit(rules, 100 - time / 1e6);
            Instant end = Instant.now().plus(PATIENCE);
            while (rulebook(port).equals(before)) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("not in force: " + rulebook(port));
                }
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            }
        }
    }

    /** Gives the threshold another value. */
    static void edit(Path rules, double value) throws IOException {
        Path file = rules.resolve(PARAMETERS);
        Matcher threshold = THRESHOLD.matcher(Files.readString(file));
        if (!threshold.find()) {
            throw new IllegalStateException("no " + THRESHOLD + " in " + PARAMETERS);
        }
        Files.writeString(file, threshold.replaceFirst(String.format(Locale.ROOT, "value: %.6f\n", value)));
    }

    private static String rulebook(int port) throws IOException {
        try (Connection connection = new Connection(port)) {
            String reply = new String(connection.ask(Connection.get("/api/v1/rulebook")), StandardCharsets.UTF_8);
            return reply.replaceFirst(".*?\"(sha256:[0-9a-f]+)\".*", "$1");
        }
    }
}
