package org.hashwise.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** From the command to the first advice, with and without an archive of class data, made as the README shows. */
final class StartFigures {

    private static final double COLD_SECONDS = 4;
    private static final double ARCHIVE_SECONDS = 2;
    private static final double COMPARE_SECONDS = 3;
    private static final double SCREEN_SECONDS = 10;
    private static final int SCREENED = 100_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String UNIT = "s";

    private final FigureTable table;
    private final Path folder;
    private final byte[] question = Requests.advice().get(0);

    StartFigures(FigureTable table, Path folder) {
        this.table = table;
        this.folder = folder;
    }

    void measure() throws IOException, InterruptedException {
        double bare = median(List.of("-version"), false);
        double cold = median(List.of("-jar", Program.JAR.toString()), true);
        String archive = folder.resolve("hashwise.jsa").toString();
        Programs.run(
                Programs.java(), "-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh", "-jar",
                Program.JAR.toString(), "--server.port=0", "--hashwise.data=" + folder.resolve("archived"));
        double archived = median(List.of("-XX:SharedArchiveFile=" + archive, "-jar", Program.JAR.toString()), true);
        double quick = median(
                List.of("-XX:SharedArchiveFile=" + archive, "-XX:TieredStopAtLevel=1", "-jar", Program.JAR.toString()),
                true);
        String baseline = "java -version";
        table.add(Figure.of("Start to first advice, cold", cold, UNIT)
                .against(baseline, bare)
                .target(Figure.Target.atMost(COLD_SECONDS, UNIT)));
        table.add(Figure.of("Start to first advice, class-data archive", archived, UNIT)
                .against("cold", cold)
                .target(Figure.Target.atMost(ARCHIVE_SECONDS, UNIT)));
        table.add(Figure.of("Start to first advice, class-data archive, first compiler only", quick, UNIT)
                .against("cold", cold)
                .target(Figure.Target.atMost(ARCHIVE_SECONDS, UNIT)));
    }

    /** The whole process: the shipped rules against the same with another threshold. */
    void compare() throws IOException {
        Path edited = EditedRules.copy(folder);
        EditedRules.edit(edited, 120);
        double seconds = median("compare", "rules", edited.toString());
        table.add(Figure.of("compare with another threshold, whole process", seconds, UNIT)
                .target(Figure.Target.atMost(COMPARE_SECONDS, UNIT)));
    }

    /** The whole process, without the nearest flips, beside that of one company. */
    void screen() throws IOException {
        String one = Companies.lines(folder.resolve("one.ndjson"), 1).toString();
        String many = Companies.lines(folder.resolve("many.ndjson"), SCREENED).toString();
        String out = folder.resolve("outcomes.ndjson").toString();
        double start = median("screen", one, "--no-flips", "--out", out);
        double seconds = median("screen", many, "--no-flips", "--out", out);
        table.add(Figure.of("screen of 100,000 different companies without flips, whole process", seconds, UNIT)
                .against("one company", start)
                .target(Figure.Target.atMost(SCREEN_SECONDS, UNIT)));
    }

    private static double median(String... command) {
        List<String> process = new ArrayList<>(List.of(Programs.java(), "-jar", Program.JAR.toString()));
        process.addAll(List.of(command));
        double[] seconds = new double[BenchSettings.ITERATIONS];
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            Programs.run(process.toArray(String[]::new));
            seconds[i] = (System.nanoTime() - start) / NANOS_PER_SECOND;
        }
        Arrays.sort(seconds);
        return seconds[seconds.length / 2];
    }

    private double median(List<String> arguments, boolean serves) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < BenchSettings.ITERATIONS; i++) {
            long start = System.nanoTime();
            if (serves) {
                try (Program program = Program.start(arguments, folder);
                        Connection connection = new Connection(program.port())) {
                    connection.ask(question);
                    seconds.add((System.nanoTime() - start) / NANOS_PER_SECOND);
                }
            } else {
                Programs.run(Programs.java(), arguments.get(0));
                seconds.add((System.nanoTime() - start) / NANOS_PER_SECOND);
            }
        }
        Collections.sort(seconds);
        return seconds.get(seconds.size() / 2);
    }
}
