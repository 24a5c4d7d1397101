package org.hashwise.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged program under load from the same machine, and what it holds afterwards. */
final class ServerFigures {

    private static final String RATE = "requests/s";
    private static final String MILLIS = "ms";
    private static final String MIB = "MiB";
    private static final String NOOP = "/api/bench/noop";
    private static final int[] CONNECTIONS = {1, 2, 4, 8, 16, 32};
    private static final double LEAST_SHARE = 0.65;
    private static final double MOST_P99_RATIO = 2;
    private static final double MOST_RESIDENT_MIB = 350;
    private static final double MOST_RESIDENT_MIB_PLAIN = 700;
    private static final int RELOADS = 100;
    private static final int REQUESTS = 10_000;

    /** As the documentation shows them. */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xms32m", "-Xmx192m");

    /** As {@code mvn spring-boot:run} gives them. */
    static final List<String> DEVELOPMENT =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms128m", "-Xmn64m", "-Xmx192m");

    private final FigureTable table;
    private final Path folder;

    ServerFigures(FigureTable table, Path folder) {
        this.table = table;
        this.folder = folder;
    }

    /** The growth with the connections comes first: the server works in the background and compiles for a minute after its start. */
    void load() throws IOException, InterruptedException {
        try (Program program = Program.withNoop(folder)) {
            int port = program.port();
            try (Connection connection = new Connection(port)) {
                connection.ask(Requests.store(
                        connection.ask(Requests.advice().get(0))));
            }
            for (int connections : CONNECTIONS) {
                growth(port, connections);
            }
            Load noop = measured(port, Requests.to(NOOP), Load.CONNECTIONS);
            Load same = measured(port, Requests.to("/api/bench/same"), Load.CONNECTIONS);
            Load advice = measured(port, Requests.advice(), Load.CONNECTIONS);
            table.add(Figure.of("Advice over HTTP, 16 connections", advice.perSecond(), RATE)
                    .against("no-op in the same server", noop.perSecond())
                    .target(Figure.Target.ratioAtLeast(LEAST_SHARE)));
            table.add(Figure.of("Advice over HTTP, 16 connections", advice.perSecond(), RATE)
                    .against("a stored reply of the same length", same.perSecond()));
            table.add(Figure.of("Advice over HTTP, p50", advice.p50(), MILLIS).against("no-op", noop.p50()));
            table.add(Figure.of("Advice over HTTP, p99", advice.p99(), MILLIS)
                    .against("no-op", noop.p99())
                    .target(Figure.Target.ratioAtMost(MOST_P99_RATIO)));
            garbage(program);
        }
    }

    /** The more connections, the less the processors wait: throughput grows up to their number, and must not fall beyond it. */
    private void growth(int port, int connections) throws InterruptedException {
        Load noop = measured(port, Requests.to(NOOP), connections);
        Load advice = measured(port, Requests.advice(), connections);
        table.add(Figure.of("Advice over HTTP, connections: " + connections, advice.perSecond(), RATE)
                .against("no-op", noop.perSecond()));
    }

    /** The memory that the server allocates for an advice, from the request to the reply. */
    private void garbage(Program program) throws InterruptedException {
        double advice = allocatedKib(program, Requests.advice());
        double noop = allocatedKib(program, Requests.to(NOOP));
        table.add(Figure.of("Memory allocated for an advice over HTTP", advice, "KiB")
                .against("no-op", noop));
    }

    private static double allocatedKib(Program program, List<byte[]> requests) throws InterruptedException {
        double before = program.allocatedKib();
        Load.ofCount(program.port(), requests, REQUESTS);
        return (program.allocatedKib() - before) / REQUESTS;
    }

    private static Load measured(int port, List<byte[]> requests, int connections) throws InterruptedException {
        Load.of(port, requests, BenchSettings.LOAD_SECONDS / 3.0, connections);
        return Load.of(port, requests, BenchSettings.LOAD_SECONDS, connections);
    }

    /**
     * After 10,000 requests and 100 reloads: with the settings that the virtual machine has when nobody gives any, with those for
     * a small machine, and with those of {@code mvn spring-boot:run}.
     */
    void memory() throws IOException, InterruptedException {
        memory("", List.of(), MOST_RESIDENT_MIB_PLAIN);
        memory(", settings for a small machine", SMALL, MOST_RESIDENT_MIB);
        memory(", settings of `mvn spring-boot:run`", DEVELOPMENT, MOST_RESIDENT_MIB);
    }

    private void memory(String settings, List<String> options, double most) throws IOException, InterruptedException {
        Path rules = EditedRules.copy(folder);
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", Program.JAR.toString(), "--hashwise.rules=" + rules));
        try (Program program = Program.start(arguments, folder)) {
            Load.ofCount(program.port(), Requests.advice(), REQUESTS);
            double served = program.residentMib();
            EditedRules.reload(rules, program.port(), RELOADS);
            double resident = program.residentMib();
            table.add(Figure.of("Resident memory after 10,000 requests" + settings, served, MIB)
                    .target(Figure.Target.atMost(most, MIB)));
            table.add(Figure.of("Resident memory after 100 reloads more" + settings, resident, MIB)
                    .against("heap in use after a collection", program.liveHeapMib())
                    .target(Figure.Target.atMost(most, MIB)));
        }
    }
}
