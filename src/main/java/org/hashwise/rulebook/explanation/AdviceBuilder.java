package org.hashwise.rulebook.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Assumption;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.Gate;
import org.hashwise.advice.Owner;
import org.hashwise.advice.Point;
import org.hashwise.advice.Recommendation;
import org.hashwise.advice.RuleReference;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Economics;
import org.hashwise.economics.LiquidityCalendar.Scenario;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.engine.DoubtRules;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.language.Thresholds;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.StrategyProfile;
import org.jspecify.annotations.Nullable;

/** Builder of the advice: what the rules found, with the company's values in the sentences. */
public final class AdviceBuilder {

    private final String edition;
    private final Questionnaire questionnaire;
    private final Map<String, Parameter> parameters;
    private final Map<Strategy, StrategyProfile> strategies;
    private final List<Rule> decision;
    private final FactSchema schema;
    private final Warnings warnings;
    private final DoubtRules plausibility;

    /** The ids that each rule reads, found once. By identity: comparing rules would mean reading them. */
    private final IdentityHashMap<Rule, Set<String>> readsByRule;

    public AdviceBuilder(String edition, RuleEngine engine) {
        RulebookContents contents = engine.contents();
        this.edition = edition;
        this.questionnaire = contents.questionnaire();
        this.parameters = contents.parameters();
        this.strategies = contents.strategies();
        this.decision = contents.decision();
        this.schema = new FactSchema(questionnaire);
        this.plausibility = engine.plausibility();
        this.readsByRule = new IdentityHashMap<>();
        IdentityHashMap<Rule, Set<String>> thresholdsByRule = new IdentityHashMap<>();
        engine.effects().forEach(effect -> {
            readsByRule.computeIfAbsent(effect.rule(), schema::reads);
            thresholdsByRule.computeIfAbsent(effect.rule(), Thresholds::in);
        });
        this.warnings = new Warnings(
                questionnaire,
                parameters,
                rule -> {
                    Set<String> known = thresholdsByRule.get(rule);
                    return known == null ? Thresholds.in(rule) : known;
                },
                plausibility.isEmpty());
    }

    private Set<String> reads(Rule rule) {
        Set<String> reads = readsByRule.get(rule);
        return reads == null ? schema.reads(rule) : reads;
    }

    /** The thresholds that the warnings read. */
    public static Set<String> thresholds() {
        return Warnings.THRESHOLDS;
    }

    /** The advice on what was found about a situation. */
    public Advice build(Situation situation, Language language, Findings findings) {
        Ranking ranking = Ranking.of(findings);
        FigureText figures = new FigureText(situation, parameters, language);
        Trace trace = new Trace(situation, this::reads);
        List<Evidence> evidence = new ArrayList<>();
        List<Gate> gates = new ArrayList<>();
        List<Point> plan = new ArrayList<>();
        List<Point> risks = new ArrayList<>();
        String headline = "";
        for (PolicyEffect effect : findings.effects()) {
            boolean recommended = effect.strategy() == ranking.strategy();
            if (!effect.form().decides() && !recommended) {
                continue; // steps, risks and headlines of other strategies are left out
            }
            Rule rule = effect.rule();
            RuleReference reference = reference(rule, language);
            String text = figures.fill(rule.text().in(language));
            Trace.Reads reads = trace.of(rule);
            if (effect.points() != 0) {
                Evidence.Direction direction =
                        effect.points() > 0 ? Evidence.Direction.FOR : Evidence.Direction.AGAINST;
                evidence.add(new Evidence(
                        reference,
                        effect.strategy(),
                        direction,
                        effect.strength(),
                        text,
                        reads.values(),
                        reads.assumed()));
            } else if (effect.form() == ConsequenceForm.BLOCK) {
                gates.add(new Gate(reference, effect.strategy(), text, reads.values(), reads.assumed()));
            } else if (effect.form() == ConsequenceForm.PLAN) {
                plan.add(new Point(
                        reference,
                        effect.strategy(),
                        text,
                        reads.values(),
                        reads.assumed(),
                        rule.meta("owner").isEmpty() ? null : Owner.valueOf(rule.meta("owner")),
                        month(figures.value(rule.meta("by"))),
                        figures.value(rule.meta("amount"))));
            } else if (effect.form() == ConsequenceForm.RISK) {
                risks.add(new Point(reference, effect.strategy(), text, reads.values(), reads.assumed()));
            } else if (headline.isEmpty()) {
                headline = text;
            }
        }
        evidence.sort(Comparator.comparingInt(Evidence::strength).reversed());
        StrategyProfile profile = profile(ranking.strategy());
        plan.addAll(steps(profile, language, figures));
        plan.sort(Comparator.comparingInt(AdviceBuilder::order)); // stable: within a month in the order of the rules
        risks.addAll(risks(profile, language, figures));
        return new Advice(
                language,
                recommendation(
                        ranking,
                        headline.isEmpty() ? usual(ranking, profile, language, figures) : headline,
                        findings,
                        language),
                ranking.standings(),
                List.copyOf(evidence),
                List.copyOf(gates),
                List.copyOf(plan),
                List.copyOf(risks),
                assumptions(situation, language, figures),
                metrics(situation),
                calendar(situation, ranking.strategy()),
                places(situation),
                warnings.of(situation, findings, ranking),
                doubts(situation, language, figures),
                edition,
                situation.market().asOf(),
                overridden(situation));
    }

    /** The doubts about the answers, without the rest of the advice; null in editions without rules for them. */
    public @Nullable List<Doubt> doubts(Situation situation, Language language) {
        if (plausibility.isEmpty()) {
            return null;
        }
        List<DoubtRules.Raised> raised = raised(situation);
        // Most companies raise none, and the formats of figures take longer than the rules.
        return raised.isEmpty() ? List.of() : doubts(raised, language, new FigureText(situation, parameters, language));
    }

    private @Nullable List<Doubt> doubts(Situation situation, Language language, FigureText figures) {
        return plausibility.isEmpty() ? null : doubts(raised(situation), language, figures);
    }

    private List<DoubtRules.Raised> raised(Situation situation) {
        List<DoubtRules.Raised> told = new ArrayList<>();
        for (DoubtRules.Raised raised : plausibility.about(situation)) {
            // One question about the same answers is enough; the rules stand with the most particular one first.
            if (told.stream().noneMatch(other -> other.ids().containsAll(raised.ids()))) {
                told.add(raised);
            }
        }
        return told;
    }

    private List<Doubt> doubts(List<DoubtRules.Raised> told, Language language, FigureText figures) {
        return told.stream()
                .map(raised -> new Doubt(
                        reference(raised.rule(), language),
                        raised.ids(),
                        figures.fill(raised.rule().text().in(language)),
                        raised.suggestion().orElse(null)))
                .toList();
    }

    // Rounded down: a step is taken before the day it is meant for.
    private static @Nullable Integer month(@Nullable Double months) {
        return months == null ? null : (int) Math.floor(months);
    }

    private static int order(Point step) {
        Integer month = step.byMonth();
        return month == null ? Integer.MAX_VALUE : month;
    }

    private StrategyProfile profile(Strategy strategy) {
        StrategyProfile profile = strategies.get(strategy);
        if (profile == null) {
            throw new IllegalStateException(strategy.name());
        }
        return profile;
    }

    private static String extent(Ranking ranking) {
        return ranking.extent() == null ? "" : ranking.extent().name();
    }

    private static String usual(Ranking ranking, StrategyProfile profile, Language language, FigureText figures) {
        String key = ranking.isWeak() ? StrategyProfile.WEAK : extent(ranking);
        Text headline = profile.headlines().getOrDefault(key, profile.title());
        return figures.fill(headline.in(language));
    }

    private Recommendation recommendation(Ranking ranking, String headline, Findings findings, Language language) {
        Rule decisive = decision.get(findings.decidingRule());
        return new Recommendation(
                ranking.strategy(), ranking.extent(), ranking.combination(), headline, reference(decisive, language));
    }

    /** The reference to the rule that a statement comes from. */
    public static RuleReference reference(Rule rule, Language language) {
        return new RuleReference(
                rule.id(),
                rule.title().in(language),
                rule.position().file(),
                rule.position().line(),
                rule.source().in(language));
    }

    private static RuleReference reference(StrategyProfile profile, Language language) {
        return new RuleReference(profile.strategy().name(), profile.title().in(language), profile.file(), 1, "");
    }

    private static List<Point> steps(StrategyProfile profile, Language language, FigureText figures) {
        RuleReference reference = reference(profile, language);
        return profile.steps().stream()
                .map(step -> new Point(
                        reference,
                        profile.strategy(),
                        figures.fill(step.text().in(language)),
                        Map.of(),
                        List.of(),
                        step.owner(),
                        step.byMonth(),
                        null))
                .toList();
    }

    private static List<Point> risks(StrategyProfile profile, Language language, FigureText figures) {
        RuleReference reference = reference(profile, language);
        return profile.risks().stream()
                .map(text ->
                        new Point(reference, profile.strategy(), figures.fill(text.in(language)), Map.of(), List.of()))
                .toList();
    }

    private List<Assumption> assumptions(Situation situation, Language language, FigureText figures) {
        List<Assumption> assumptions = new ArrayList<>();
        for (String id : situation.assumed()) {
            Question question = questionnaire.question(id).orElseThrow();
            Answer value = situation.valueAt(questionnaire.position(id));
            if (value != null) {
                String because = figures.fill(question.because().in(language));
                assumptions.add(new Assumption(
                        id, value.toPlain(), because, question.source().in(language)));
            }
        }
        return List.copyOf(assumptions);
    }

    private static SortedMap<String, Double> metrics(Situation situation) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        for (Metric metric : situation.metrics()) {
            metrics.put(metric.id(), situation.metric(metric));
        }
        return metrics;
    }

    private static Advice.@Nullable Calendar calendar(Situation situation, Strategy recommended) {
        if (!situation.metrics().contains(Metric.MONTHS_UNTIL_SHORT)) {
            return null;
        }
        boolean building = recommended == Strategy.AI_HOSTING
                || Economics.isBuildingCommitted(situation, situation.jurisdictions());
        int last = Economics.calendarMonths(situation, situation.jurisdictions());
        return new Advice.Calendar(
                building,
                Economics.calendar(situation, situation.jurisdictions(), Scenario.MARKET_OF_THE_DAY, building)
                        .months(last),
                Economics.calendar(situation, situation.jurisdictions(), Scenario.STRESS, building)
                        .months(last));
    }

    private static List<Advice.GradedPlace> places(Situation situation) {
        List<Advice.GradedPlace> places = new ArrayList<>();
        situation
                .shares(Warnings.JURISDICTIONS)
                .forEach((code, share) -> situation
                        .jurisdictions()
                        .grade(code)
                        .ifPresent(grade -> places.add(new Advice.GradedPlace(code, share, grade))));
        return List.copyOf(places);
    }

    private static List<String> overridden(Situation situation) {
        return situation.answers().byId().keySet().stream()
                .filter(id -> id.startsWith("market."))
                .toList();
    }
}
