package org.hashwise.rulebook.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.economics.Metric;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Thresholds;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleCase;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Runner of the test cases beside the rules. */
public final class CaseRunner {

    /** A metric may differ from the expected value by this part of it: cases are written with rounded figures. */
    private static final double TOLERANCE = 0.005;

    private final RuleEngine engine;
    private final Jurisdictions jurisdictions;

    public CaseRunner(RuleEngine engine) {
        this(engine, engine.jurisdictions());
    }

    /** @param jurisdictions graded otherwise than by the engine */
    public CaseRunner(RuleEngine engine, Jurisdictions jurisdictions) {
        this.engine = engine;
        this.jurisdictions = jurisdictions;
    }

    /** An expectation of a case that was missed, and the value that came instead. */
    public record Miss(String expected, String got) {}

    /** Runs a case and reports what it missed. Several threads may run cases, each with problems of its own. */
    public void run(RuleCase example, Problems problems) {
        if (snapshot(example).isEmpty()) {
            problems.error(Code.NO_SNAPSHOT, example.position(), example.sentence(), "", example.market());
            return;
        }
        try {
            misses(example)
                    .forEach(miss -> problems.error(
                            Code.CASE_FAILED,
                            example.position(),
                            "",
                            "",
                            example.sentence(),
                            miss.expected(),
                            miss.got(),
                            hint(miss, example)));
        } catch (EvaluationStopped stopped) {
            problems.error(Code.RUNAWAY_RULE, example.position(), stopped.rule(), "", stopped.rule());
        }
    }

    /**
     * The thresholds of the rule about which a case fails, or else of those that it expects to fire, with their values: one of
     * them may have been changed.
     */
    private String hint(Miss miss, RuleCase example) {
        String id = miss.expected().replaceFirst("^(fires|silent): ", "");
        Set<String> ids = id.equals(miss.expected()) ? Set.copyOf(example.fires()) : Set.of(id);
        TreeSet<String> names = new TreeSet<>();
        engine.contents().rules().stream()
                .filter(rule -> ids.contains(rule.id()))
                .forEach(rule -> names.addAll(Thresholds.in(rule)));
        String values = names.stream().map(this::withValue).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : Messages.of("case-failed.thresholds", values, names.first());
    }

    private String withValue(String name) {
        Parameter parameter = engine.contents().parameters().get(name);
        return parameter == null ? name : name + " (" + Messages.word(parameter.value()) + " " + parameter.unit() + ")";
    }

    private Optional<MarketSnapshot> snapshot(RuleCase example) {
        return engine.contents()
                .markets()
                .asOf(example.market())
                .filter(snapshot -> snapshot.asOf().equals(example.market()));
    }

    /** Everything that did not come as the case expects; empty when the case holds. */
    public List<Miss> misses(RuleCase example) {
        Situation situation = situation(example);
        return misses(example, situation, engine.evaluate(situation));
    }

    /** The company that a case describes. */
    public Situation situation(RuleCase example) {
        return Situation.of(
                engine.contents().questionnaire(),
                example.given(),
                snapshot(example).orElseThrow(),
                jurisdictions,
                example.asOf());
    }

    List<Miss> misses(RuleCase example, Situation situation, Findings findings) {
        Set<String> fired = fired(situation, findings);
        List<Miss> misses = new ArrayList<>();
        for (String id : example.fires()) {
            if (!fired.contains(id)) {
                misses.add(new Miss("fires: " + id, "silent: " + id));
            }
        }
        for (String id : example.silent()) {
            if (fired.contains(id)) {
                misses.add(new Miss("silent: " + id, "fires: " + id));
            }
        }
        decision(example, findings, misses);
        example.metrics().forEach((id, expected) -> metric(id, expected, situation, misses));
        example.suggests().forEach((id, expected) -> suggestion(id, expected, situation, misses));
        return misses;
    }

    /** The ids of all rules that fired: of the policy, doubts, the decision, and rows of the regulation table. */
    public Set<String> fired(Situation situation, Findings findings) {
        Set<String> fired = firedWithoutDecision(situation);
        findings.effects().forEach(effect -> fired.add(effect.rule().id()));
        findings.decisions()
                .forEach(position ->
                        fired.add(engine.contents().decision().get(position).id()));
        return fired;
    }

    /** The ids of the doubts and of the rows of the regulation table that fired. */
    Set<String> firedWithoutDecision(Situation situation) {
        Set<String> fired = new TreeSet<>();
        engine.plausibility()
                .about(situation)
                .forEach(raised -> fired.add(raised.rule().id()));
        for (String code : situation.shares(Jurisdictions.QUESTION).keySet()) {
            jurisdictions.grade(code).flatMap(engine.contents()::row).ifPresent(row -> fired.add(row.id()));
        }
        return fired;
    }

    private static void decision(RuleCase example, Findings findings, List<Miss> misses) {
        if (findings.recommended() == null) {
            misses.add(new Miss("recommends: HOLD, AI_HOSTING, DAT, RESTRUCTURE", "recommends: –"));
            return;
        }
        Ranking ranking = Ranking.of(findings);
        if (example.recommends() != null && example.recommends() != ranking.strategy()) {
            misses.add(new Miss("recommends: " + example.recommends(), "recommends: " + ranking.strategy()));
        }
        if (example.extent() != null && example.extent() != ranking.extent()) {
            misses.add(new Miss("extent: " + example.extent(), "extent: " + ranking.extent()));
        }
        if (example.combines() != null && example.combines() != ranking.combination()) {
            misses.add(new Miss("combines: " + example.combines(), "combines: " + ranking.combination()));
        }
        for (RankedStrategy standing : ranking.standings()) {
            Double expected = example.scores().get(standing.strategy());
            if (expected != null && expected != standing.score()) {
                String of = "score of " + standing.strategy() + ": ";
                misses.add(new Miss(of + expected, of + standing.score()));
            }
        }
        for (Strategy blocked : example.blocks()) {
            boolean found = findings.effects().stream().anyMatch(effect -> isGate(effect, blocked));
            if (!found) {
                misses.add(new Miss("blocks: " + blocked, "viable: " + blocked));
            }
        }
    }

    private static boolean isGate(PolicyEffect effect, Strategy blocked) {
        return effect.form() == ConsequenceForm.BLOCK && effect.strategy() == blocked;
    }

    private void suggestion(String id, double expected, Situation situation, List<Miss> misses) {
        List<Double> suggested = engine.plausibility().about(situation).stream()
                .flatMap(raised -> raised.suggestion().stream())
                .filter(suggestion -> suggestion.id().equals(id))
                .map(Doubt.SuggestedAnswer::value)
                .toList();
        if (!suggested.contains(expected)) {
            String got = suggested.isEmpty()
                    ? "–"
                    : suggested.stream().map(Messages::word).collect(Collectors.joining(", "));
            misses.add(new Miss("suggests " + id + ": " + Messages.word(expected), got));
        }
    }

    private static void metric(String id, double expected, Situation situation, List<Miss> misses) {
        double got = situation.metric(Metric.ofId(id).orElseThrow());
        if (Math.abs(got - expected) > Math.max(TOLERANCE * Math.abs(expected), 1e-9)) {
            misses.add(new Miss(id + ": " + Messages.word(expected), id + ": " + Messages.word(got)));
        }
    }
}
