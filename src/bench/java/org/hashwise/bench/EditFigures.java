package org.hashwise.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.hashwise.rulebook.model.RulebookFiles;

/**
 * From the save of an edited file to the reply that names the new edition, while 50 requests a second are answered. The edits
 * take turns: a threshold, a text, a test case, a market file, a rule.
 */
final class EditFigures {

    private static final int EDITS = 30;
    private static final double MOST_SECONDS = 2;
    private static final double MOST_SECONDS_OF_A_RULE = 4;
    private static final int CONNECTIONS = 5;
    private static final long MILLIS_BETWEEN_REQUESTS = 100; // of each connection
    private static final long MILLIS_BETWEEN_LOOKS = 20;
    private static final long MILLIS_BETWEEN_EDITS = 1_000;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SHARE = 0.95;
    private static final String UNIT = "s";

    /** A file, and a pattern and its replacement, in which {@code %1$d} is the number of the edit. */
    private static final List<List<String>> KINDS = List.of(
            List.of("parameters/power-access.yaml", "value: 100\n|value: 99\\.9\\d+\n", "value: 99.99%1$d\n"),
            List.of("policy/power-access/power-access.drl", "@en\\( \"(\\d+ )?", "@en( \"%1$d "),
            List.of("policy/recommendation/recommendation.cases.yaml", "case: (\\d+ )?an efficient", "case: %1$d an efficient"),
            List.of("market/2025-10-31.yaml", "en: \"(\\d+ )?", "en: \"%1$d "),
            List.of(
                    "policy/distress/distress.drl",
                    "< Thresholds.shortRunwayMonths(?: \\+ \\d+ - \\d+)? \\)",
                    "< Thresholds.shortRunwayMonths + %1$d - %1$d )"));

    private final FigureTable table;
    private final Path folder;

    EditFigures(FigureTable table, Path folder) {
        this.table = table;
        this.folder = folder;
    }

    /** With the settings that the virtual machine has when nobody gives any, and with those of {@code mvn spring-boot:run}. */
    void measure() throws IOException, InterruptedException {
        measure("", List.of());
        measure(", settings of `mvn spring-boot:run`", ServerFigures.DEVELOPMENT);
    }

    private void measure(String settings, List<String> options) throws IOException, InterruptedException {
        Path rules = EditedRules.copy(folder);
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", Program.JAR.toString(), "--hashwise.rules=" + rules));
        double[] seconds = new double[EDITS];
        try (Program program = Program.start(arguments, folder)) {
            ScheduledExecutorService visitors = Executors.newScheduledThreadPool(CONNECTIONS);
            AtomicReference<Throwable> failure = new AtomicReference<>();
            for (int visitor = 0; visitor < CONNECTIONS; visitor++) {
                visitors.scheduleAtFixedRate(
                        new Visitor(program.port(), failure),
                        visitor * MILLIS_BETWEEN_REQUESTS / CONNECTIONS,
                        MILLIS_BETWEEN_REQUESTS,
                        TimeUnit.MILLISECONDS);
            }
            try {
                for (int edit = 0; edit < EDITS; edit++) {
                    edit(rules, edit);
                    seconds[edit] = untilInForce(program.port(), rules, edit);
                    Thread.sleep(MILLIS_BETWEEN_EDITS);
                }
            } finally {
                visitors.shutdownNow();
            }
            if (failure.get() != null) {
                throw new IllegalStateException(failure.get());
            }
        }
        report(settings, seconds);
    }

    private void report(String settings, double... seconds) {
        double first = seconds[0];
        double rule = 0;
        for (int edit = KINDS.size() - 1; edit < EDITS; edit += KINDS.size()) {
            rule = Math.max(rule, seconds[edit]);
        }
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        double p95 = sorted[(int) Math.ceil(SHARE * EDITS) - 1];
        table.add(Figure.of("Edit in force while 50 requests a second are answered, 95 of 100 of 30 edits" + settings, p95, UNIT)
                .against("median", sorted[EDITS / 2])
                .target(Figure.Target.atMost(MOST_SECONDS, UNIT)));
        table.add(Figure.of("The first edit after a start" + settings, first, UNIT)
                .target(Figure.Target.atMost(MOST_SECONDS, UNIT)));
        table.add(Figure.of("The slowest edit of a rule" + settings, rule, UNIT)
                .target(Figure.Target.atMost(MOST_SECONDS_OF_A_RULE, UNIT)));
    }

    private static void edit(Path rules, int edit) throws IOException {
        List<String> kind = KINDS.get(edit % KINDS.size());
        Path file = rules.resolve(kind.get(0));
        String text = Files.readString(file);
        String edited = text.replaceFirst(kind.get(1), String.format(Locale.ROOT, kind.get(2), edit + 1));
        if (edited.equals(text)) {
            throw new IllegalStateException("nothing to edit in " + file);
        }
        Files.writeString(file, edited);
    }

    private static double untilInForce(int port, Path rules, int edit)
            throws IOException, InterruptedException {
        String edition = RulebookFiles.in(rules).fingerprint();
        byte[] request = Connection.get("/api/v1/rulebook");
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE_NANOS) {
            try (Connection connection = new Connection(port)) {
                String reply = new String(connection.ask(request), StandardCharsets.UTF_8);
                if (reply.contains("\"edition\":\"" + edition + '"')) {
                    return (System.nanoTime() - start) / NANOS_PER_SECOND;
                }
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
        throw new IllegalStateException("edit " + edit + " did not come into force");
    }

    /** One connection that asks for advice now and then; the first failure is kept. */
    private static final class Visitor implements Runnable {

        private final int port;
        private final AtomicReference<Throwable> failure;
        private final List<byte[]> requests = Requests.advice();
        private int asked;

        Visitor(int port, AtomicReference<Throwable> failure) {
            this.port = port;
            this.failure = failure;
        }

        @Override
        public void run() {
            try (Connection connection = new Connection(port)) {
                connection.ask(requests.get(asked++ % requests.size()));
            } catch (IOException | RuntimeException failed) {
                failure.compareAndSet(null, failed);
            }
        }
    }
}
