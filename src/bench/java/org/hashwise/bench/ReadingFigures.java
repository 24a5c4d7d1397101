package org.hashwise.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.RulebookFiles;

/** Reading and checking the shipped rules, and building their network. */
final class ReadingFigures {

    private static final String UNIT = "ms";

    private final FigureTable table;

    ReadingFigures(FigureTable table) {
        this.table = table;
    }

    void measure() throws IOException, InterruptedException {
        RulebookFiles files = ShippedRules.files();
        Stopwatch stopwatch = new Stopwatch(BenchSettings.ITERATIONS, BenchSettings.ITERATIONS);
        double check = stopwatch.median(() -> RulebookReader.interpret(files));
        double warm = stopwatch.median(() -> RulebookReader.read(files).close());
        double reload = stopwatch.median(
                () -> RulebookReader.read(RulebookFiles.in(Path.of("rules"))).close());
        double compiling = stopwatch.median(() -> Contenders.edited().close());
        table.add(Figure.of("Reading the shipped rules, cold", cold(), UNIT).against("warm", warm));
        table.add(Figure.of("Reading the shipped rules, warm", warm, UNIT)
                .against("checking them with the interpreter", check));
        table.add(Figure.of("Reload of the same rules in a folder", reload, UNIT)
                .against("checking with the interpreter", check));
        table.add(Figure.of("Building the network after an edit, warm", compiling, UNIT)
                .against("checking with the interpreter", check));
    }

    private static double cold() throws IOException, InterruptedException {
        double[] times = new double[BenchSettings.ITERATIONS];
        for (int i = 0; i < times.length; i++) {
            Process process = new ProcessBuilder(List.of(
                            Programs.java(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            ReadRules.class.getName()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            String[] lines = out.strip().split("\n");
            times[i] = Double.parseDouble(lines[lines.length - 1]);
        }
        java.util.Arrays.sort(times);
        return times[times.length / 2];
    }
}
