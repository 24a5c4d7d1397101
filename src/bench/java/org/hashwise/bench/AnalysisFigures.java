package org.hashwise.bench;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.DecisionThreshold;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.analysis.AnalysisSettings;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.CounterfactualFinder;
import org.hashwise.analysis.FlipFinder;
import org.hashwise.analysis.Interviewer;
import org.hashwise.analysis.PartialAnswers;
import org.hashwise.analysis.StrategyMapper;
import org.hashwise.consultation.Analyses;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;

/** The analyses, each beside as many bare verdicts as it asks for, one after another on situations that are complete. */
final class AnalysisFigures {

    private static final int SAMPLES = 2_000;
    private static final int SEED = 1;
    private static final int STEPS = 60;
    private static final double INTERVIEW_MILLIS = 100;
    private static final double MAP_MILLIS = 250;
    private static final String UNIT = "ms";
    private static final Axis PRICE = new Axis("market.btcPriceUsd", 40_000, 160_000, STEPS);
    private static final Axis POWER = new Axis("power.priceUsdPerKwh", 0.02, 0.12, STEPS);

    private final Rulebook rulebook = ShippedRules.rulebook();
    private final AnalysisSettings settings = Analyses.settings(rulebook);
    private final List<Situation> casebook = Companies.casebook();
    private final List<Situation> sampled = Companies.sampled(SAMPLES);
    private final Stopwatch stopwatch = new Stopwatch(BenchSettings.ROUNDS, BenchSettings.ROUNDS);
    private final Table table;
    private int turn;

    AnalysisFigures(Table table) {
        this.table = table;
    }

    void measure() {
        PartialAnswers unknown = PartialAnswers.certain(Companies.unknown());
        table.add(figure("Interview step of 2,000 samples", it -> new Interviewer(it, settings)
                        .interview(unknown, SAMPLES, SEED))
                .target(Figure.Target.atMost(INTERVIEW_MILLIS, UNIT)));
        table.add(figure("Map of 60 by 60", it -> new StrategyMapper(it).map(next(), PRICE, POWER))
                .target(Figure.Target.atMost(MAP_MILLIS, UNIT)));
        table.add(figure("All flips of a company", it -> new FlipFinder(it).flips(next())));
        table.add(figure("Smallest change of answers", it -> new CounterfactualFinder(it, settings)
                .smallest(next(), Strategy.AI_HOSTING, Set.of())));
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
        public List<DecisionThreshold> breakPoints() {
            return adviser.breakPoints();
        }

        @Override
        public List<RuleReading> readings(Situation situation, Language language) {
            return adviser.readings(situation, language);
        }
    }
}
