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
    private static final double LEAST_SHARE = 0.5;
    private static final double MOST_RESIDENT_MIB = 350;
    private static final int REQUESTS = 10_000;

    /** As the README shows them. */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xmx192m");

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

    /** With the settings that the virtual machine has when nobody gives any, and with those for a small machine. */
    void memory() throws IOException, InterruptedException {
        memory("Resident memory after 10,000 requests", List.of());
        memory("Resident memory after 10,000 requests, settings for a small machine", SMALL);
    }

    private void memory(String what, List<String> settings) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(settings);
        arguments.addAll(List.of("-jar", Program.JAR.toString()));
        try (Program program = Program.start(arguments, folder)) {
            Load.ofCount(program.port(), Requests.advice(), REQUESTS);
            double resident = program.residentMib();
            table.add(Figure.of(what, resident, MIB)
                    .against("heap in use after a collection", program.liveHeapMib())
                    .target(Figure.Target.atMost(MOST_RESIDENT_MIB, MIB)));
        }
    }
}
