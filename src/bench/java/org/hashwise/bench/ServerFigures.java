package org.hashwise.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The packaged program under load from the same machine, and what it holds afterwards. */
final class ServerFigures {

    private static final String RATE = "requests/s";
    private static final String MILLIS = "ms";
    private static final String MIB = "MiB";
    private static final double LEAST_SHARE = 0.5;
    private static final double MOST_RESIDENT_MIB = 350;
    private static final int REQUESTS = 10_000;

    private final Table table;
    private final Path folder;

    ServerFigures(Table table, Path folder) {
        this.table = table;
        this.folder = folder;
    }

    void load() throws IOException, InterruptedException {
        try (Program program = Program.withNoop(folder)) {
            int port = program.port();
            try (Connection connection = new Connection(port)) {
                connection.ask(Requests.store(
                        connection.ask(Requests.advice().get(0))));
            }
            measured(port, Requests.advice());
            Load noop = measured(port, Requests.to("/api/bench/noop"));
            Load same = measured(port, Requests.to("/api/bench/same"));
            Load advice = measured(port, Requests.advice());
            table.add(Figure.of("Advice over HTTP, 16 connections", advice.perSecond(), RATE)
                    .against("no-op in the same server", noop.perSecond())
                    .target(Figure.Target.ratioAtLeast(LEAST_SHARE)));
            table.add(Figure.of("Advice over HTTP, 16 connections", advice.perSecond(), RATE)
                    .against("a stored reply of the same length", same.perSecond()));
            table.add(Figure.of("Advice over HTTP, p50", advice.p50(), MILLIS).against("no-op", noop.p50()));
            table.add(Figure.of("Advice over HTTP, p99", advice.p99(), MILLIS).against("no-op", noop.p99()));
        }
    }

    private static Load measured(int port, List<byte[]> requests) throws InterruptedException {
        Load.of(port, requests, BenchSettings.LOAD_SECONDS);
        return Load.of(port, requests, BenchSettings.LOAD_SECONDS);
    }

    /** With the settings of the virtual machine that it has when nobody gives any. */
    void memory() throws IOException, InterruptedException {
        try (Program program = Program.start(List.of("-jar", Program.JAR.toString()), folder)) {
            Load.ofCount(program.port(), Requests.advice(), REQUESTS);
            double resident = program.residentMib();
            table.add(Figure.of("Resident memory after 10,000 requests", resident, MIB)
                    .target(Figure.Target.atMost(MOST_RESIDENT_MIB, MIB)));
            table.add(Figure.of("Heap in use after a collection", program.liveHeapMib(), MIB)
                    .against("resident", resident));
        }
    }
}
