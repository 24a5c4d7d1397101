package org.hashwise.rulebook.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Consequence.Argument;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.ExpressionEvaluator;
import org.hashwise.rulebook.language.ExpressionEvaluator.Names;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.language.Term;

/**
 * The rules of the topic plausibility. The {@link RuleEngine} evaluates them apart from the rules that decide, so that no
 * doubt can change a score, a gate or the recommendation. Immutable and thread-safe.
 */
public final class DoubtRules {

    /** Digits that typed numbers have at most; a value with more was computed, and is rounded. */
    private static final MathContext TYPED = new MathContext(10);

    private static final MathContext CONVERTED = new MathContext(12);
    private static final MathContext COMPUTED = new MathContext(4);

    /** The fact, for the engine alone, whose fields are the ids of questions: whether they were answered. */
    static final String ANSWERED = "Answered";

    private final Function<Situation, List<Integer>> doubting;
    private final List<DoubtRule> rules;

    private DoubtRules(Function<Situation, List<Integer>> doubting, List<DoubtRule> rules) {
        this.doubting = doubting;
        this.rules = List.copyOf(rules);
    }

    /** @param doubting the positions of the rules that doubt answers of a company, in ascending order */
    static DoubtRules of(Function<Situation, List<Integer>> doubting, RulebookContents contents) {
        return new DoubtRules(
                doubting,
                contents.plausibility().stream()
                        .map(rule -> new DoubtRule(rule, suggestion(rule, contents)))
                        .toList());
    }

    /**
     * A doubt that a rule raises.
     *
     * @param ids the questions that it names
     */
    public record Raised(Rule rule, List<String> ids, Optional<Doubt.SuggestedAnswer> suggestion) {
        public Raised {
            ids = List.copyOf(ids);
        }
    }

    private record DoubtRule(Rule rule, Optional<SuggestionRule> suggestion) {}

    private record SuggestionRule(Question question, Term<Situation> value) {}

    private static Optional<SuggestionRule> suggestion(Rule rule, RulebookContents contents) {
        FactFields fields = new FactFields(contents.questionnaire());
        ExpressionEvaluator<Situation> evaluator = new ExpressionEvaluator<>(contents.thresholds(), new Names<>() {
            @Override
            public Optional<Term<Situation>> field(String id) {
                return fields.value(id);
            }
        });
        return arguments(rule).stream()
                .filter(argument -> argument.suggestion().isPresent())
                .findFirst()
                .flatMap(argument -> contents.questionnaire()
                        .question(argument.text())
                        .flatMap(
                                question -> bind(argument, evaluator).map(term -> new SuggestionRule(question, term))));
    }

    private static Optional<Term<Situation>> bind(Argument argument, ExpressionEvaluator<Situation> evaluator) {
        Optional<Expression> value = argument.suggestion();
        return value.flatMap(evaluator::bind);
    }

    private static List<Argument> arguments(Rule rule) {
        return rule.consequences().stream()
                .map(Consequence::arguments)
                .flatMap(List::stream)
                .toList();
    }

    /** Returns whether there are any. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The doubts about the answers of a company, in the order of the rules. */
    public List<Raised> about(Situation situation) {
        if (isEmpty()) {
            return List.of();
        }
        return doubting.apply(situation).stream()
                .map(rules::get)
                .map(rule -> new Raised(
                        rule.rule(),
                        ids(rule.rule()),
                        rule.suggestion().flatMap(suggestion -> suggested(suggestion, situation))))
                .toList();
    }

    /** A rule with the condition, first of all, that the answers that it doubts were given. */
    static Rule withAnswered(Rule rule) {
        List<Expression> answered = new ArrayList<>();
        doubted(rule).forEach(id -> answered.add(new Expression.Field(id, rule.position())));
        List<Condition> conditions = new ArrayList<>(rule.conditions());
        conditions.add(0, new Condition.Pattern(ANSWERED, List.of(), answered, rule.position()));
        return rule.when(conditions);
    }

    /** The positions of the questions whose answers a rule doubts. */
    static int[] positions(Rule rule, Questionnaire questionnaire) {
        return doubted(rule).mapToInt(questionnaire::position).toArray();
    }

    /** Returns whether all answers that a rule would doubt were given: what is assumed is not doubted. */
    static boolean areAnswered(int[] positions, Situation situation) {
        for (int position : positions) {
            if (position < 0 || !situation.isAnsweredAt(position)) {
                return false;
            }
        }
        return true;
    }

    private static Stream<String> doubted(Rule rule) {
        return ids(rule).stream().filter(id -> !id.equals(Doubt.DAY));
    }

    private static List<String> ids(Rule rule) {
        return arguments(rule).stream().map(Argument::text).toList();
    }

    private static Optional<Doubt.SuggestedAnswer> suggested(SuggestionRule suggestion, Situation situation) {
        Question question = suggestion.question();
        Object value = suggestion.value().value(situation);
        if (!(value instanceof Double number) || !Double.isFinite(number)) {
            return Optional.empty();
        }
        double rounded = rounded(number);
        boolean accepted = rounded >= question.min() && rounded <= question.max();
        boolean same = situation.isAnswered(question.id())
                && new Answer.Number(rounded)
                        .equals(situation.valueAt(situation.questionnaire().position(question.id())));
        return accepted && !same ? Optional.of(new Doubt.SuggestedAnswer(question.id(), rounded)) : Optional.empty();
    }

    private static double rounded(double value) {
        BigDecimal converted = new BigDecimal(value).round(CONVERTED).stripTrailingZeros();
        boolean typed = converted.precision() <= TYPED.getPrecision();
        return (typed ? converted : converted.round(COMPUTED)).doubleValue();
    }
}
