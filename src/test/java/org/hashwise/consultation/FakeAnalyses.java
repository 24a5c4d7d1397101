package org.hashwise.consultation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.RuleReference;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.AnalysisSettings;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.Controllability;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.Peers;
import org.hashwise.analysis.Step;
import org.hashwise.analysis.StrategyCase;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Mover;

/** Finds the same for everybody, and remembers the ranges, the number of samples and the seed that it was asked for. */
public class FakeAnalyses implements Analyses {

    public static final AnalysisSettings SETTINGS =
            new AnalysisSettings(95, 2_000, 200_000, 250_000, 7, 0.01, 0.5, 20, 1_000);

    private static final Flip FLIP = new Flip(
            "power.priceUsdPerKwh",
            new Answer.Number(0.05),
            new Answer.Number(0.06),
            Flip.Direction.UP,
            Strategy.AI_HOSTING,
            0.01,
            20.0,
            Controllability.LEVER,
            true,
            Mover.COMPANY,
            0);

    private final List<Object> asked = new ArrayList<>();

    /** What the last interview was asked with: ranges, unknown questions, samples, seed. */
    public List<Object> asked() {
        return asked;
    }

    @Override
    public AnalysisSettings settings() {
        return SETTINGS;
    }

    @Override
    public Interview interview(
            Evaluation evaluation, Map<String, Distribution.Range> rough, Set<String> unknown, int samples, long seed) {
        asked.clear();
        asked.addAll(List.of(new TreeMap<>(rough), new TreeSet<>(unknown), samples, seed));
        boolean known = !unknown.isEmpty();
        return new Interview(
                Map.of(Strategy.HOLD, 0.25, Strategy.AI_HOSTING, 0.75, Strategy.DAT, 0.0, Strategy.RESTRUCTURE, 0.0),
                Map.of(Strategy.HOLD, 0.5, Strategy.AI_HOSTING, 0.5, Strategy.DAT, 0.0, Strategy.RESTRUCTURE, 0.0),
                Strategy.AI_HOSTING,
                Strategy.AI_HOSTING,
                false,
                false,
                known,
                known,
                known ? List.of() : List.of("mining.hashrateEh"),
                List.of(new Interview.Inquiry("power.contract", 0.125, 1)),
                unknown.stream().map(id -> new Interview.Inquiry(id, 0.25, 1)).toList(),
                List.of(),
                2,
                45,
                1,
                samples,
                seed);
    }

    @Override
    public List<Flip> flips(Evaluation evaluation) {
        return List.of(FLIP);
    }

    @Override
    public Counterfactual smallestChange(Evaluation evaluation, Strategy target, Set<String> locked) {
        boolean found = target == Strategy.HOLD;
        Step step = new Step(
                "market.btcPriceUsd",
                new Answer.Number(90_000),
                new Answer.Number(99_000),
                Controllability.MARKET,
                0.1,
                Mover.MARKET,
                0);
        return new Counterfactual(
                Strategy.AI_HOSTING,
                target,
                found,
                found ? List.of(step) : List.of(),
                new Counterfactual.Searched(49 - locked.size(), 240, found ? 0 : 20_000, found ? 0 : 20_000, found));
    }

    @Override
    public Optional<RuleReading> rule(Evaluation evaluation, String id) {
        RuleReading.Condition condition = new RuleReading.Condition(
                "Power( largestSiteMw >= Thresholds.largeSiteMw )",
                new TreeMap<>(Map.of("power.largestSiteMw", 60.0)),
                60.0,
                false,
                false,
                false,
                new RuleReading.Need(RuleReading.Operator.AT_LEAST, 100.0),
                40.0);
        RuleReading reading = new RuleReading(
                new RuleReference("POWER-01", "a large site", "policy/power-access/power-access.drl", 4, "judgement"),
                "60 MW.",
                List.of(new RuleReading.Effect(RuleReading.Deed.SUPPORT, Strategy.AI_HOSTING, 3)),
                false,
                List.of(condition));
        return Optional.of(reading).filter(known -> known.rule().id().equals(id));
    }

    @Override
    public Optional<String> nearestRule(String id) {
        return Optional.of("POWER-01");
    }

    @Override
    public StrategyCase strategy(Evaluation evaluation, Strategy strategy) {
        return new StrategyCase(
                new RankedStrategy(strategy, -2, false, List.of("DAT-02")),
                new RankedStrategy(Strategy.AI_HOSTING, 11, true, List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Strategy.HOLD,
                List.of(),
                FLIP);
    }

    @Override
    public StrategyMap map(Evaluation evaluation, Axis x, Axis y) {
        StrategyMap.Cell cell = new StrategyMap.Cell(Strategy.HOLD, 2.5);
        return new StrategyMap(x, y, Collections.nCopies(y.steps(), Collections.nCopies(x.steps(), cell)));
    }

    @Override
    public Peers.Nearest peers(Evaluation evaluation, int most) {
        return new Peers.Nearest(0, List.of());
    }
}
