package org.hashwise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** All figures of one run: printed, and written to {@code target/bench.md}. */
final class FigureTable {

    private static final Path FILE = Path.of("target", "bench.md");

    private final List<String> lines = new ArrayList<>();

    void add(Figure figure) {
        lines.add(figure.row());
        System.out.println(figure.row());
    }

    void write() throws IOException {
        StringBuilder text = new StringBuilder("Measured on " + LocalDate.now(ZoneOffset.UTC) + ": " + machine() + "\n\n");
        text.append("| What | Figure | Baseline of the same run | Ratio | Target | |\n|---|---|---|---|---|---|\n");
        lines.forEach(line -> text.append(line).append('\n'));
        Files.writeString(FILE, text);
        System.out.println("\n" + text);
    }

    /** The conditions under which to read the figures, the load of others included. */
    private static String machine() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        Path processors = Path.of("/proc/cpuinfo");
        String model = !Files.isReadable(processors)
                ? System.getProperty("os.arch")
                : Files.readAllLines(processors).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
        double load = java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage();
        return String.format(
                java.util.Locale.ROOT,
                "%d processors (%s), %s %s, Java %s (%s), load average at the end %.1f",
                runtime.availableProcessors(),
                model,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version(),
                System.getProperty("java.vm.name"),
                load);
    }
}
