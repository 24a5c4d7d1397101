package org.hashwise.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The rules alone, in microseconds, each in a virtual machine of its own. */
final class EngineFigures {

    private static final String UNIT = "µs";
    private static final double MOST_TIMES_PLAIN = 30;
    private static final double MOST_TIMES_PLAIN_IN_BULK = 4;
    private static final double LEAST_TIMES_FASTER = 5;

    private final Map<String, Double> microsByName = new HashMap<>();

    void measure(FigureTable table) throws RunnerException {
        Options options = new OptionsBuilder()
                .include("org\\.hashwise\\.bench\\.(Verdict|Sixty)Bench")
                .forks(1)
                .warmupIterations(BenchSettings.ITERATIONS)
                .measurementIterations(BenchSettings.ITERATIONS)
                .warmupTime(TimeValue.seconds(2))
                .measurementTime(TimeValue.seconds(2))
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1");
            microsByName.put(name, result.getPrimaryResult().getScore());
        }
        table.add(figure("Verdict, all rules", "VerdictBench.engine")
                .against("the same rules written in Java", micros("VerdictBench.plain"))
                .target(Figure.Target.ratioAtMost(MOST_TIMES_PLAIN)));
        table.add(figure("Verdict in bulk, all rules", "VerdictBench.bulk")
                .against("the same rules written in Java", micros("VerdictBench.plain"))
                .target(Figure.Target.ratioAtMost(MOST_TIMES_PLAIN_IN_BULK)));
        table.add(figure("Verdict with the economics of a new situation", "VerdictBench.engine", "VerdictBench.situation")
                .against(
                        "the same, rules written in Java",
                        micros("VerdictBench.plain") + micros("VerdictBench.situation")));
        table.add(figure("Advice with all texts", "VerdictBench.advice")
                .against("verdict", micros("VerdictBench.engine")));
        table.add(figure("KIE DMN " + dmnVersion() + ", 60 rules", "SixtyBench.dmn")
                .against("Hashwise, the same 60", micros("SixtyBench.engine"))
                .target(Figure.Target.ratioAtLeast(LEAST_TIMES_FASTER)));
        table.add(figure("Easy Rules, 60 rules", "SixtyBench.easyRules")
                .against("Hashwise, the same 60", micros("SixtyBench.engine")));
        table.add(figure("Hashwise, 60 rules", "SixtyBench.engine")
                .against("the same 60 written in Java", micros("SixtyBench.plain")));
    }

    private static String dmnVersion() {
        String version = org.kie.dmn.core.api.DMNFactory.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    private Figure figure(String what, String... names) {
        double sum = 0;
        for (String name : names) {
            sum += micros(name);
        }
        return Figure.of(what, sum, UNIT);
    }

    private double micros(String name) {
        Double micros = microsByName.get(name);
        if (micros == null) {
            throw new IllegalStateException(name + " was not measured: " + microsByName);
        }
        return micros;
    }
}
