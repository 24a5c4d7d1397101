package org.hashwise.rulebook.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.economics.Metric;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.Yaml;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.language.RuleChecker;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleCase;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of {@code policy/**}{@code /*.cases.yaml}. */
public final class RuleCasesReader {

    private static final List<String> EXPECTATIONS =
            List.of("fires", "silent", "recommends", "extent", "blocks", "combines", "scores", "metrics");

    private static final Set<String> KEYS = Set.of(
            "case",
            "market",
            "asOf",
            "given",
            "fires",
            "silent",
            "recommends",
            "extent",
            "combines",
            "scores",
            "blocks",
            "metrics",
            "suggests");

    private final AnswersSection answersSection;
    private final Set<String> ruleIds;
    private final MarketHistory markets;
    private final Problems problems;
    private final ThresholdExpressions expressions;
    private final GoalReader goals;

    /** True if everything that figures depend on could be read. */
    private final boolean complete;

    /**
     * @param doubtful questions and sections that could not be read
     * @param ruleIds every rule that exists
     * @param thresholds to which given values may be relative
     * @param jurisdictions asked for only when an answer is given by a figure
     */
    public RuleCasesReader(
            Questionnaire questionnaire,
            Set<String> doubtful,
            Set<String> ruleIds,
            Map<String, Parameter> thresholds,
            MarketHistory markets,
            Supplier<Jurisdictions> jurisdictions,
            Problems problems) {
        this.expressions = new ThresholdExpressions(questionnaire, thresholds, problems);
        this.answersSection = new AnswersSection(questionnaire, doubtful, expressions, problems);
        this.goals = new GoalReader(questionnaire, expressions, jurisdictions, problems);
        this.complete = !problems.hasErrors();
        this.markets = markets;
        this.ruleIds = ruleIds;
        this.problems = problems;
    }

    public List<RuleCase> read(RulebookFiles files) {
        List<RuleCase> cases = new ArrayList<>();
        Registry sentences = new Registry(problems);
        for (String file : files.paths("policy", ".cases.yaml")) {
            Yaml.read(file, files.text(file), problems)
                    .ifPresent(top -> top.list().forEach(value -> {
                        YamlMap map = value.map();
                        sentences.add(map.text("case"), map.position("case"));
                        cases.add(ruleCase(map));
                    }));
        }
        return cases;
    }

    private RuleCase ruleCase(YamlMap map) {
        String sentence = map.text("case");
        map.about(sentence, KEYS);
        LocalDate market = market(map, sentence);
        LocalDate asOf = map.get("asOf").flatMap(YamlValue::date).orElse(market);
        Answers answers = map.get("given")
                .map(YamlValue::map)
                .map(given -> answers(given, sentence, market, asOf))
                .orElseGet(Answers::none);
        checkPlaces(map, sentence);
        if (EXPECTATIONS.stream().allMatch(key -> map.get(key).isEmpty())) {
            problems.error(Code.NOTHING_EXPECTED, map.position("case"), sentence, Suggestion.oneOf(EXPECTATIONS));
        }
        return new RuleCase(
                sentence,
                market,
                asOf,
                answers,
                rules(map, "fires", sentence),
                rules(map, "silent", sentence),
                map.get("recommends")
                        .flatMap(value -> value.oneOf(Strategy.class))
                        .orElse(null),
                map.get("extent").flatMap(value -> value.oneOf(Extent.class)).orElse(null),
                map.get("blocks").map(YamlValue::list).orElse(List.of()).stream()
                        .flatMap(value -> value.oneOf(Strategy.class).stream())
                        .toList(),
                metrics(map, sentence),
                map.get("combines")
                        .flatMap(value -> value.oneOf(Strategy.class))
                        .orElse(null),
                scores(map, sentence),
                suggests(map, sentence),
                map.position("case"));
    }

    private Answers answers(YamlMap given, String sentence, LocalDate market, LocalDate asOf) {
        Map<String, YamlValue> others = new LinkedHashMap<>();
        Map<String, YamlValue> sought = new LinkedHashMap<>();
        given.values().forEach((id, value) -> (goals.question(id, value).isPresent() ? sought : others).put(id, value));
        Answers answers = answersSection.read(sentence, others, given);
        if (sought.isEmpty()) {
            return answers;
        }
        Iterator<Map.Entry<String, YamlValue>> each = sought.entrySet().iterator();
        Map.Entry<String, YamlValue> goal = each.next();
        if (each.hasNext()) {
            problems.error(Code.GOAL_NOT_SINGLE, given.position(each.next().getKey()), sentence, "");
            return answers;
        }
        boolean evaluable = complete && answers.byId().size() == others.size();
        Optional<MarketSnapshot> snapshot = evaluable ? snapshot(market) : Optional.empty();
        Question question = goals.question(goal.getKey(), goal.getValue()).orElseThrow();
        return goals.with(answers, question, goal.getValue(), sentence, snapshot, asOf);
    }

    private Optional<MarketSnapshot> snapshot(LocalDate date) {
        return markets.asOf(date).filter(snapshot -> snapshot.asOf().equals(date));
    }

    // Any code of two letters looks like a place; in a case a slip would try another place than the one meant.
    private void checkPlaces(YamlMap map, String sentence) {
        if (problems.hasErrors()) { // a table that was half read would seem to grade nothing
            return;
        }
        Optional<YamlMap> places = map.get("given")
                .filter(YamlValue::isMap)
                .flatMap(given -> given.map().get(Jurisdictions.QUESTION))
                .filter(YamlValue::isMap)
                .map(YamlValue::map);
        places.ifPresent(shares -> shares.values().keySet().stream()
                .filter(code -> !ruleIds.contains(RuleChecker.PLACE_PREFIX + code))
                .forEach(code -> problems.warning(Code.UNGRADED_PLACE, shares.position(code), sentence, "", code)));
    }

    private LocalDate market(YamlMap map, String sentence) {
        Optional<LocalDate> given = map.required("market").flatMap(YamlValue::date);
        boolean missing = given.isPresent() && snapshot(given.get()).isEmpty();
        if (missing && !problems.lacksFilesOf("market")) {
            problems.error(Code.NO_SNAPSHOT, map.position("market"), sentence, "", given.get());
        }
        return given.orElse(LocalDate.EPOCH);
    }

    private List<String> rules(YamlMap map, String key, String sentence) {
        List<String> ids = new ArrayList<>();
        for (YamlValue value : map.get(key).map(YamlValue::list).orElse(List.of())) {
            String id = value.text();
            if (!ruleIds.contains(id) && !problems.lacksFilesOf("policy")) {
                problems.error(Code.UNKNOWN_RULE, value.position(), sentence, Suggestion.near(id, ruleIds), id);
            }
            ids.add(id);
        }
        return ids;
    }

    private Map<Strategy, Double> scores(YamlMap map, String sentence) {
        List<String> strategies = Strategy.names();
        Map<Strategy, Double> expected = new EnumMap<>(Strategy.class);
        map.get("scores")
                .map(YamlValue::map)
                .map(YamlMap::values)
                .orElse(Map.of())
                .forEach((name, value) -> {
                    if (strategies.contains(name)) {
                        expected.put(Strategy.valueOf(name), value.number().orElse(0));
                    } else {
                        problems.error(
                                Code.UNKNOWN_STRATEGY,
                                value.position(),
                                sentence,
                                Suggestion.near(name, strategies),
                                name);
                    }
                });
        return expected;
    }

    private Map<String, Double> suggests(YamlMap map, String sentence) {
        Map<String, Double> expected = new LinkedHashMap<>();
        map.get("suggests")
                .map(YamlValue::map)
                .map(YamlMap::values)
                .orElse(Map.of())
                .forEach((id, value) -> {
                    answersSection.checkId(id, value.position(), sentence);
                    expected.put(id, value.number().orElse(0));
                });
        return expected;
    }

    private Map<String, Double> metrics(YamlMap map, String sentence) {
        Map<String, Double> expected = new LinkedHashMap<>();
        List<String> known =
                java.util.Arrays.stream(Metric.values()).map(Metric::id).toList();
        map.get("metrics")
                .map(YamlValue::map)
                .map(YamlMap::values)
                .orElse(Map.of())
                .forEach((id, value) -> {
                    String unit = Metric.ofId(id).map(Metric::unit).orElse("");
                    if (!known.contains(id)) {
                        problems.error(Code.UNKNOWN_METRIC, value.position(), sentence, Suggestion.near(id, known), id);
                    }
                    expected.put(
                            id, expressions.ofFigure(id, unit, value, sentence).orElse(0));
                });
        return expected;
    }
}
