package org.hashwise.rulebook.fix;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.content.DerivedFigure;
import org.hashwise.rulebook.engine.ConditionEvaluator;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.engine.WorkingFacts;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Yaml;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.Thresholds;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleCase;
import org.hashwise.rulebook.testing.CaseRunner;
import org.hashwise.rulebook.testing.CaseRunner.Miss;

/**
 * Fix that moves a case about the border of a rule after its threshold was changed. Where the rule compares the answer itself, or a
 * figure that an answer can bring about, the value is written relative to the threshold; otherwise one number of the case gets
 * the nearest value with which the case holds again, and which changes a single condition of each failing rule, one that reads a
 * threshold. A case that states a decision, by a recommendation, points or a metric that no longer come out, is not changed.
 */
final class BorderCase {

    /** A border moves by at most this factor; what is farther away is a decision. */
    private static final double FARTHEST = 1.5;

    private static final double[] FACTORS = {1.001, 1.003, 1.01, 1.03, 1.06, 1.1, 1.15, 1.2, 1.27, 1.35, 1.43, FARTHEST
    };
    private static final int BISECTIONS = 14;
    private static final int DIGITS = 9;

    private final RuleEngine engine;
    private final CaseRunner runner;
    private final ConditionEvaluator conditions;
    private final SourceText source;

    BorderCase(RuleEngine engine, SourceText source) {
        this.engine = engine;
        this.runner = new CaseRunner(engine);
        this.conditions = new ConditionEvaluator(
                engine.contents().questionnaire(), engine.contents().thresholds());
        this.source = source;
    }

    /** A value that a case may get, as it is written. */
    private record Move(YamlValue place, String written, double factor) {}

    /** The edit; empty when the case states a decision, or when no single number near the old one restores it. */
    Optional<TextEdit> edit(RuleCase example) {
        List<Miss> misses = runner.misses(example);
        if (misses.isEmpty() || !misses.stream().allMatch(BorderCase::isAboutBorder)) {
            return Optional.empty();
        }
        Map<String, YamlValue> given = given(example);
        if (given.entrySet().stream().anyMatch(this::isSought)) {
            return Optional.empty(); // the answer has been found anew for the threshold as it is
        }
        Border border = new Border(example, rules(misses));
        List<Move> relative = new ArrayList<>();
        List<Move> absolute = new ArrayList<>();
        given.forEach(
                (id, value) -> numeric(id, value).ifPresent(question -> relative(border, question, value, relative)));
        if (relative.isEmpty()) {
            given.forEach(
                    (id, value) -> numeric(id, value).ifPresent(question -> sought(border, question, value, relative)));
        }
        if (relative.isEmpty()) {
            given.forEach((id, value) ->
                    numeric(id, value).ifPresent(question -> absolute(border, question, value, absolute)));
        }
        return (relative.isEmpty() ? absolute : relative)
                .stream().min(Comparator.comparingDouble(Move::factor)).flatMap(this::edit);
    }

    private boolean isSought(Map.Entry<String, YamlValue> answer) {
        Optional<Question> question = engine.contents().questionnaire().question(answer.getKey());
        return answer.getValue().isMap()
                && question.filter(asked -> asked.kind().isNumeric()).isPresent();
    }

    private Optional<Question> numeric(String id, YamlValue value) {
        return value.isNumber() ? engine.contents().questionnaire().question(id) : Optional.empty();
    }

    private static boolean isAboutBorder(Miss miss) {
        return miss.expected().matches("(fires|silent|blocks): .*");
    }

    private Optional<TextEdit> edit(Move move) {
        int start = source.offset(move.place().position());
        String old = move.place().text();
        return start >= 0 && source.text().startsWith(old, start)
                ? Optional.of(new TextEdit(source.file(), start, start + old.length(), move.written()))
                : Optional.empty();
    }

    private Map<String, YamlValue> given(RuleCase example) {
        List<YamlValue> cases = Yaml.read(source.file(), source.normalised(), new Problems())
                .map(YamlValue::list)
                .orElse(List.of());
        return cases.stream()
                .map(YamlValue::map)
                .filter(map -> map.position("case").equals(example.position()))
                .findFirst()
                .flatMap(map -> map.get("given"))
                .map(YamlValue::map)
                .map(YamlMap::values)
                .orElse(Map.of());
    }

    private List<Rule> rules(List<Miss> misses) {
        List<String> ids = misses.stream()
                .map(miss -> miss.expected().replaceFirst("^[a-z]+: ", ""))
                .toList();
        return engine.contents().rules().stream()
                .filter(rule -> ids.contains(rule.id()))
                .toList();
    }

    private void relative(Border border, Question question, YamlValue place, List<Move> moves) {
        double old = Double.parseDouble(place.text());
        for (String name : comparedWith(question, border.rules())) {
            Parameter threshold = engine.contents().parameters().get(name);
            if (threshold == null || !threshold.unit().equals(question.unit())) {
                continue;
            }
            near(threshold)
                    .forEach((written, value) -> addIfHolds(border, question, place, old, written, value, moves));
        }
    }

    /** Answers that bring a figure to the threshold with which a failing rule compares it. */
    private void sought(Border border, Question question, YamlValue place, List<Move> moves) {
        double old = Double.parseDouble(place.text());
        Situation company = runner.situation(border.example());
        border.rules().stream()
                .flatMap(rule -> Atom.in(rule).stream())
                .flatMap(atom -> ComparedFigure.in(atom, engine.contents().parameters()).stream())
                .forEach(compared -> near(compared.threshold()).forEach((written, value) -> {
                    DerivedFigure figure = compared.figure();
                    String goal = "{ " + figure.id() + ": " + written + " }";
                    figure.seek(company, question, value)
                            .argument()
                            .ifPresent(answer -> addIfHolds(border, question, place, old, goal, answer, moves));
                }));
    }

    /** A threshold and the values one step below and above it, as they are written. */
    private static Map<String, Double> near(Parameter threshold) {
        BigDecimal value = BigDecimal.valueOf(threshold.value());
        BigDecimal step = BigDecimal.valueOf(threshold.accepted().step());
        String distance = step.stripTrailingZeros().toPlainString();
        Map<String, Double> near = new LinkedHashMap<>();
        near.put(threshold.name(), value.doubleValue());
        near.put(threshold.name() + " - " + distance, value.subtract(step).doubleValue());
        near.put(threshold.name() + " + " + distance, value.add(step).doubleValue());
        return near;
    }

    private void addIfHolds(
            Border border,
            Question question,
            YamlValue place,
            double old,
            String written,
            double value,
            List<Move> moves) {
        double factor = factor(old, value);
        if (factor <= FARTHEST && border.holds(question, value)) {
            moves.add(new Move(place, written, factor));
        }
    }

    private static double factor(double old, double other) {
        return old * other > 0 ? Math.max(old / other, other / old) : Double.POSITIVE_INFINITY;
    }

    /** The thresholds with which the rules that fail compare the answer to a question. */
    private static Set<String> comparedWith(Question question, List<Rule> rules) {
        String field = question.id().substring(question.id().indexOf('.') + 1);
        Set<String> names = new TreeSet<>();
        rules.forEach(rule -> collect(rule, field, names));
        return names;
    }

    private static void collect(Rule rule, String field, Set<String> names) {
        rule.walkExpressions(part -> {
            if (part instanceof Expression.Comparison comparison && reads(comparison, field)) {
                names.addAll(Thresholds.in(List.of(comparison)));
            }
        });
    }

    private static boolean reads(Expression expression, String field) {
        boolean[] found = new boolean[1];
        expression.walk(part ->
                found[0] |= part instanceof Expression.Field read && read.name().equals(field));
        return found[0];
    }

    private void absolute(Border border, Question question, YamlValue place, List<Move> moves) {
        double old = Double.parseDouble(place.text());
        for (boolean up : new boolean[] {true, false}) {
            double failing = old;
            for (double factor : FACTORS) {
                double tried = up ? old * factor : old / factor;
                if (old != 0 && border.holds(question, tried)) {
                    double found = nearest(border, question, failing, tried);
                    moves.add(new Move(place, shortest(border, question, failing, found), factor(old, found)));
                    break;
                }
                failing = tried;
            }
        }
    }

    /** A value with which the case holds, next to one with which it fails. */
    private double nearest(Border border, Question question, double failing, double holding) {
        double bad = failing;
        double good = holding;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (bad + good) / 2;
            if (border.holds(question, middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    /** The value with the fewest digits that is at most 2 % farther from the failing one. */
    private String shortest(Border border, Question question, double failing, double found) {
        boolean larger = found > failing;
        RoundingMode away = larger ? RoundingMode.CEILING : RoundingMode.FLOOR;
        for (int digits = 1; digits < DIGITS; digits++) {
            BigDecimal rounded = new BigDecimal(found).round(new MathContext(digits, away));
            boolean near = factor(found, rounded.doubleValue()) <= 1.02;
            if (near && border.holds(question, rounded.doubleValue())) {
                return rounded.stripTrailingZeros().toPlainString();
            }
        }
        return BigDecimal.valueOf(found).toPlainString();
    }

    /** A failing case with the rules about which it fails, and which of their conditions were true. */
    private final class Border {

        private final RuleCase example;
        private final List<Rule> rules;
        private final List<List<Boolean>> before;

        Border(RuleCase example, List<Rule> rules) {
            this.example = example;
            this.rules = rules;
            this.before = truths(example);
        }

        List<Rule> rules() {
            return rules;
        }

        RuleCase example() {
            return example;
        }

        /** Returns whether the case holds with another answer, and for no other reason than that the answer crossed the border. */
        boolean holds(Question question, double value) {
            if (value < question.min() || value > question.max()) {
                return false;
            }
            RuleCase moved = example.withGiven(example.given().with(question.id(), new Answer.Number(value)));
            try {
                return runner.misses(moved).isEmpty() && crosses(truths(moved));
            } catch (EvaluationStopped stopped) {
                return false;
            }
        }

        private boolean crosses(List<List<Boolean>> after) {
            for (int rule = 0; rule < rules.size(); rule++) {
                List<Atom> atoms = Atom.in(rules.get(rule));
                int changed = 0;
                for (int atom = 0; atom < atoms.size(); atom++) {
                    if (!before.get(rule).get(atom).equals(after.get(rule).get(atom))) {
                        if (Thresholds.in(List.of(atoms.get(atom).expression())).isEmpty()) {
                            return false;
                        }
                        changed++;
                    }
                }
                if (changed > 1) {
                    return false;
                }
            }
            return true;
        }

        private List<List<Boolean>> truths(RuleCase of) {
            WorkingFacts company = WorkingFacts.of(runner.situation(of));
            return rules.stream()
                    .map(rule -> Atom.in(rule).stream()
                            .map(atom -> conditions.of(atom).isTrue(company))
                            .toList())
                    .toList();
        }
    }
}
