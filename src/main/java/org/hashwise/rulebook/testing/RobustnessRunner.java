package org.hashwise.rulebook.testing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.bytecode.BulkRules;
import org.hashwise.rulebook.bytecode.UnsupportedRule;
import org.hashwise.rulebook.engine.DecisionSensitivity;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.engine.ThresholdVariant;
import org.hashwise.rulebook.engine.VariantRules;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.AcceptedValues;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.Robustness;
import org.hashwise.rulebook.model.Robustness.Company;
import org.hashwise.rulebook.model.Robustness.PivotalRule;
import org.hashwise.rulebook.model.Robustness.SupportingRule;
import org.hashwise.rulebook.model.Robustness.ThresholdChange;
import org.jspecify.annotations.Nullable;

/**
 * Sensitivity analysis of the casebook: which threshold or rule alone would change the advice for each company, and how often
 * the advice agrees with what the company did when all thresholds vary at once. A threshold takes the values that it
 * declares to accept only.
 */
public final class RobustnessRunner {

    /** The number of draws that {@code check --casebook} makes. */
    public static final int DRAWS = 1_000;

    private static final int RANGE_PERCENT = 20;
    private static final int REQUIRED_PERCENT = 90;

    /** The largest change of a single threshold that is tried, in percent of its value. */
    private static final int FARTHEST_PERCENT = 50;

    private static final double PRECISION = 1e-5;
    private static final MathContext SHOWN = new MathContext(3);
    private static final MathContext UP = new MathContext(4, RoundingMode.CEILING);
    private static final MathContext DOWN = new MathContext(4, RoundingMode.FLOOR);
    private static final long SEED = 20_251_130;

    private final RuleInterpreter engine;
    private final RulebookContents contents;
    private final VariantRules rules;
    private final Map<String, Double> thresholds;
    private final Map<Single, ThresholdVariant> singles = new ConcurrentHashMap<>();

    /** One threshold with another value. */
    private record Single(String threshold, double value) {}

    public RobustnessRunner(RuleInterpreter engine) {
        this.engine = engine;
        this.contents = engine.contents();
        this.rules = new VariantRules(contents, bytecode(engine));
        this.thresholds = contents.thresholds();
    }

    private static @Nullable BulkRules bytecode(RuleInterpreter engine) {
        try {
            BulkRules rules = BulkRules.of(engine.contents());
            return AgreementCheck.brief(engine)
                            .firstDifference(rules.evaluator(), () -> false)
                            .isEmpty()
                    ? rules
                    : null;
        } catch (UnsupportedRule unsupported) {
            return null;
        }
    }

    /** @param draws number of random draws of all thresholds, at least 1 */
    public Robustness run(int draws) {
        List<ThresholdVariant> variants =
                draws(draws).parallelStream().map(rules::with).toList();
        List<Company> companies = contents.cases().parallelStream()
                .flatMap(study -> engine
                        .situation(study.answers(), study.asOf())
                        .map(situation -> company(study, situation, variants))
                        .stream())
                .toList();
        return new Robustness(companies, draws, RANGE_PERCENT, REQUIRED_PERCENT);
    }

    // By name and not by position, so that a new threshold leaves the draws of the others as they were.
    private List<Map<String, Double>> draws(int count) {
        List<Map<String, Double>> draws = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> draws.add(new HashMap<>()));
        for (String name : rules.thresholds()) {
            SplittableRandom random = new SplittableRandom(SEED ^ ((long) name.hashCode() << Integer.SIZE));
            double value = valueOf(name);
            for (Map<String, Double> draw : draws) {
                double factor = 1 + RANGE_PERCENT / 100.0 * (2 * random.nextDouble() - 1);
                draw.put(name, accepted(name).nearest(value * factor));
            }
        }
        return draws;
    }

    private double valueOf(String name) {
        return thresholds.getOrDefault(name, 0.0);
    }

    // A threshold of the rules that no file sets has no range.
    private AcceptedValues accepted(String name) {
        Parameter parameter = contents.parameters().get(name);
        return parameter == null ? AcceptedValues.ANY : parameter.accepted();
    }

    private Company company(CaseStudy study, Situation situation, List<ThresholdVariant> draws) {
        DecisionSensitivity sensitivity = new DecisionSensitivity(rules, situation);
        Findings findings = engine.evaluate(situation);
        Ranking advice = Ranking.of(findings);
        long agreeing = draws.stream()
                .filter(draw ->
                        sensitivity.decisionWith(draw).filter(study::agreesWith).isPresent())
                .count();
        return new Company(
                study.id(),
                study.company(),
                study.asOf(),
                study.quality(),
                study.observed().strategy(),
                study.observed().alternatives(),
                advice.strategy(),
                advice.extent(),
                study.agreesWith(advice.strategy()),
                study.disagreement() == null ? "" : study.disagreement().in(Language.EN),
                Math.round(1000.0 * agreeing / draws.size()) / 10.0,
                lead(advice),
                support(findings, advice.strategy()),
                thresholdChanges(sensitivity),
                pivotalRules(sensitivity));
    }

    private static @Nullable Double lead(Ranking advice) {
        if (advice.strategy() == Strategy.RESTRUCTURE) {
            return null;
        }
        double score = advice.standings().get(0).score();
        return advice.standings().stream()
                .skip(1)
                .filter(standing -> standing.viable() && standing.strategy() != Strategy.RESTRUCTURE)
                .map(RankedStrategy::score)
                .max(Comparator.naturalOrder())
                .map(next -> score - next)
                .orElse(null);
    }

    private static List<SupportingRule> support(Findings findings, Strategy advised) {
        return findings.effects().stream()
                .filter(effect -> effect.strategy() == advised && effect.points() > 0)
                .sorted(Comparator.comparingInt(PolicyEffect::points).reversed())
                .map(effect -> new SupportingRule(effect.rule().id(), effect.points()))
                .toList();
    }

    private static List<PivotalRule> pivotalRules(DecisionSensitivity sensitivity) {
        Optional<Strategy> advised = sensitivity.decision();
        List<PivotalRule> pivotal = new ArrayList<>();
        for (Rule rule : sensitivity.matchingRules()) {
            sensitivity
                    .decisionWithout(rule)
                    .filter(other -> !advised.equals(Optional.of(other)))
                    .ifPresent(other -> pivotal.add(new PivotalRule(rule.id(), other)));
        }
        return pivotal;
    }

    private List<ThresholdChange> thresholdChanges(DecisionSensitivity sensitivity) {
        Comparator<ThresholdChange> byDistance = Comparator.comparingDouble(change -> Math.abs(change.changePercent()));
        return rules.thresholds().stream()
                .flatMap(name -> Stream.of(1, -1)
                        .flatMap(direction -> nearest(sensitivity, name, direction).stream())
                        .min(byDistance)
                        .stream())
                .sorted(byDistance.thenComparing(ThresholdChange::threshold))
                .toList();
    }

    private Optional<ThresholdChange> nearest(DecisionSensitivity sensitivity, String name, int direction) {
        double value = valueOf(name);
        double same = value;
        for (int percent = 1; percent <= FARTHEST_PERCENT; percent++) {
            double other = accepted(name).nearest(value * (1 + direction * percent / 100.0));
            if (other == same || Math.abs(other - value) > FARTHEST_PERCENT / 100.0 * Math.abs(value)) {
                continue; // whole values are sparse, a range ends, and the next value may be too far
            }
            if (turns(sensitivity, name, other)) {
                boolean whole = accepted(name).kind() == AcceptedValues.NumberType.WHOLE;
                return change(sensitivity, name, whole ? other : border(sensitivity, name, same, other));
            }
            same = other;
        }
        return Optional.empty();
    }

    private boolean turns(DecisionSensitivity sensitivity, String name, double value) {
        return !sensitivity.decisionWith(single(name, value)).equals(sensitivity.decision());
    }

    private ThresholdVariant single(String name, double value) {
        return singles.computeIfAbsent(
                new Single(name, value), one -> rules.with(Map.of(one.threshold(), one.value())));
    }

    /** The value nearest to {@code same}, between it and {@code other}, that still changes the advice, rounded away from it. */
    private double border(DecisionSensitivity sensitivity, String name, double same, double other) {
        double near = same;
        double far = other;
        while (Math.abs(far - near) > PRECISION * Math.abs(valueOf(name))) {
            double middle = (near + far) / 2;
            if (turns(sensitivity, name, middle)) {
                far = middle;
            } else {
                near = middle;
            }
        }
        double rounded = new BigDecimal(far).round(far > near ? UP : DOWN).doubleValue();
        return turns(sensitivity, name, rounded) ? rounded : far;
    }

    private Optional<ThresholdChange> change(DecisionSensitivity sensitivity, String name, double changed) {
        double value = valueOf(name);
        double percent = new BigDecimal(100 * (changed - value) / Math.abs(value))
                .round(SHOWN)
                .doubleValue();
        ThresholdVariant variant = single(name, changed);
        return sensitivity
                .decisionWith(variant)
                .map(becomes ->
                        new ThresholdChange(name, value, changed, percent, becomes, sensitivity.changedRules(variant)));
    }
}
