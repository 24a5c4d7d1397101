package org.hashwise.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Comparisons;
import org.hashwise.advice.Population;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.analysis.AnalysisSettings;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.CounterfactualFinder;
import org.hashwise.analysis.FlipFinder;
import org.hashwise.analysis.Interviewer;
import org.hashwise.analysis.PartialAnswers;
import org.hashwise.analysis.StrategyMapper;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Projections;
import org.hashwise.projection.PathScenario;
import org.hashwise.projection.ProjectionRequest;
import org.hashwise.projection.Projector;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;

/** The analyses, each beside as many bare verdicts as it asks for, one after another on situations that are complete. */
final class AnalysisFigures {

    private static final int SAMPLES = 2_000;
    private static final int SEED = 1;
    private static final int STEPS = 250;
    private static final double INTERVIEW_MILLIS = 15;
    private static final double MAP_MILLIS = 250;
    private static final double PROJECTION_MILLIS = 500;
    private static final int MILLION = 1_000_000;
    private static final int PART = 1_000;
    private static final double MILLION_SECONDS = 10;
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final String UNIT = "ms";
    private static final Axis PRICE = new Axis("market.btcPriceUsd", 40_000, 160_000, STEPS);
    private static final Axis POWER = new Axis("power.priceUsdPerKwh", 0.02, 0.12, STEPS);

    private static final ProjectionRequest PROJECTION =
            new ProjectionRequest(24, SAMPLES, SEED, PathScenario.neutral(), List.of(), false);

    private final Rulebook rulebook = ShippedRules.rulebook();
    private final AnalysisSettings settings = Analyses.settings(rulebook);
    private final List<Situation> casebook = Companies.casebook();
    private final List<Situation> sampled = Companies.sampled(SAMPLES);
    private final Stopwatch stopwatch = new Stopwatch(BenchSettings.ROUNDS, BenchSettings.ROUNDS);
    private final FigureTable table;
    private int turn;

    AnalysisFigures(FigureTable table) {
        this.table = table;
    }

    void measure() {
        million();
        PartialAnswers unknown = PartialAnswers.certain(Companies.unknown());
        table.add(figure("Interview step of 2,000 samples", it -> new Interviewer(it, settings)
                        .interview(unknown, SAMPLES, SEED))
                .target(Figure.Target.atMost(INTERVIEW_MILLIS, UNIT)));
        table.add(figure("Map of 250 by 250", it -> new StrategyMapper(it).map(next(), PRICE, POWER))
                .target(Figure.Target.atMost(MAP_MILLIS, UNIT)));
        table.add(figure("All flips of a company", it -> new FlipFinder(it).flips(next())));
        table.add(figure("Projection of 2,000 paths, 24 months, 4 strategies: 192,000 steps", it -> new Projector(
                                it, Projections.settings(rulebook))
                        .project(next(), PROJECTION, List.of()))
                .target(Figure.Target.atMost(PROJECTION_MILLIS, UNIT)));
        table.add(figure("Smallest change of answers", it -> new CounterfactualFinder(it, settings)
                .smallest(next(), Strategy.AI_HOSTING, Set.of())));
    }

    private void million() {
        Contenders.bulk();
        Situation unknown = Companies.unknown();
        Sampler usual = new Sampler(unknown, Map.of(), Set.of(), Population.USUAL, SEED);
        Sampler wide = new Sampler(unknown, Map.of(), Set.of(), Population.WIDE, SEED);
        double seconds = new Stopwatch(1, 1).median(() -> IntStream.range(0, MILLION / PART)
                        .parallel()
                        .forEach(part -> {
                            VerdictEvaluator evaluator = rulebook.evaluator();
                            for (int i = 0; i < PART; i++) {
                                evaluator.evaluate((i % 2 == 0 ? usual : wide).company((long) part * PART + i));
                            }
                        }))
                / MILLIS_PER_SECOND;
        table.add(Figure.of("1,000,000 verdicts of different companies, drawn and computed", seconds, "s")
                .target(Figure.Target.atMost(MILLION_SECONDS, "s")));
    }

    private Situation next() {
        return casebook.get(turn++ % casebook.size());
    }

    private Figure figure(String what, Consumer<Adviser> analysis) {
        Counting counting = new Counting(rulebook);
        for (int i = 0; i < casebook.size(); i++) {
            analysis.accept(counting);
        }
        int asked = counting.count.get() / casebook.size();
        turn = 0;
        double ours = stopwatch.median(() -> analysis.accept(rulebook));
        double plain = stopwatch.median(() -> verdicts(asked));
        return Figure.of(what, ours, UNIT).against(String.format("%,d verdicts", asked), plain);
    }

    private void verdicts(int count) {
        for (int i = 0; i < count; i++) {
            rulebook.verdict(sampled.get(i % sampled.size()));
        }
    }

    /** Counts how often it is asked. */
    private record Counting(Adviser adviser, AtomicInteger count) implements Adviser {

        Counting(Adviser adviser) {
            this(adviser, new AtomicInteger());
        }

        @Override
        public String edition() {
            return adviser.edition();
        }

        @Override
        public Advice advise(Situation situation, Language language) {
            return adviser.advise(situation, language);
        }

        @Override
        public Verdict verdict(Situation situation) {
            count.incrementAndGet();
            return adviser.verdict(situation);
        }

        @Override
        public Comparisons comparisons() {
            return adviser.comparisons();
        }

        @Override
        public List<RuleReading> readings(Situation situation, Language language) {
            return adviser.readings(situation, language);
        }
    }
}
