package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.Expression.Comparison;
import org.hashwise.rulebook.language.Expression.Membership;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a mistake changes nothing: what the whole rule demands of the touched field is the same for every answer
 * that its question accepts. Where there is no proof, the mistake counts.
 */
final class Equivalence {

    private final Questionnaire questionnaire;
    private final Vocabulary vocabulary;
    private final Map<String, Double> thresholds;

    Equivalence(Questionnaire questionnaire, Map<String, Double> thresholds) {
        this.questionnaire = questionnaire;
        this.vocabulary = new Vocabulary(questionnaire);
        this.thresholds = thresholds;
    }

    boolean isProved(Mutant mutant) {
        if (mutant.atom().isEmpty() || mutant.changed().isEmpty()) {
            return false;
        }
        Atom atom = mutant.atom().get();
        Optional<Expression.Field> field = field(atom);
        if (field.isEmpty() || !isPlain(mutant.original())) {
            return false;
        }
        String name = field.get().name();
        String id =
                vocabulary.field(atom.fact(), name).map(Vocabulary.Field::id).orElse("");
        List<Atom> before = demands(mutant.original(), atom.fact(), name);
        List<Atom> after = demands(mutant.changed().get(), atom.fact(), name);
        List<Object> answers = questionnaire
                .question(id)
                .map(question -> answers(question, before, after))
                .orElse(List.of());
        return !answers.isEmpty() && answers.stream().allMatch(answer -> met(before, answer) == met(after, answer));
    }

    /** Only patterns side by side: then all demands hold together. */
    private static boolean isPlain(Rule rule) {
        return rule.conditions().stream().allMatch(condition -> condition instanceof Condition.Pattern)
                && Atom.in(rule).stream().noneMatch(Atom::alternative);
    }

    private List<Atom> demands(Rule rule, String fact, String name) {
        return Atom.in(rule).stream()
                .filter(atom -> atom.fact().equals(fact))
                .filter(atom ->
                        field(atom).filter(field -> field.name().equals(name)).isPresent())
                .toList();
    }

    /** The field, when a condition compares one field with fixed values and does nothing else. */
    private Optional<Expression.Field> field(Atom atom) {
        Expression read = atom.expression();
        if (read instanceof Comparison it && constant(it.right()) != null) {
            read = it.left();
        } else if (read instanceof Membership it) {
            read = it.element();
        }
        return read instanceof Expression.Field field ? Optional.of(field) : Optional.empty();
    }

    private @Nullable Object constant(Expression expression) {
        if (expression instanceof Expression.Threshold it) {
            return thresholds.get(it.name());
        } else if (expression instanceof Expression.NumberValue it) {
            return it.value();
        } else if (expression instanceof Expression.TextValue it) {
            return it.value();
        } else if (expression instanceof Expression.YesNoValue it) {
            return it.value();
        }
        return null;
    }

    /** Answers enough that demands which agree on them agree on all: every border, its neighbours and what lies between. */
    private List<Object> answers(Question question, List<Atom> before, List<Atom> after) {
        return switch (question.kind()) {
            case CHOICE ->
                question.choices().stream().<Object>map(Question.Choice::value).toList();
            case YESNO -> List.of(true, false);
            case SHARES -> List.of();
            case NUMBER, PERCENT, MONEY -> {
                SortedSet<Double> borders = new TreeSet<>(List.of(question.min(), question.max()));
                List<Atom> all = new ArrayList<>(before);
                all.addAll(after);
                all.forEach(atom -> {
                    if (atom.expression() instanceof Comparison it && constant(it.right()) instanceof Double border) {
                        borders.addAll(List.of(border, Math.nextUp(border), Math.nextDown(border)));
                    }
                });
                List<Object> answers = new ArrayList<>();
                double last = question.min();
                for (double border : borders) {
                    answers.add(border);
                    answers.add(last + (border - last) / 2);
                    last = border;
                }
                answers.removeIf(answer -> (double) answer < question.min() || (double) answer > question.max());
                yield answers;
            }
        };
    }

    private boolean met(List<Atom> demands, Object answer) {
        return demands.stream().allMatch(atom -> holds(atom.expression(), answer) == atom.wanted());
    }

    private boolean holds(Expression expression, Object answer) {
        if (expression instanceof Membership it) {
            boolean among = it.values().stream().anyMatch(value -> Objects.equals(constant(value), answer));
            return among != it.negated();
        }
        if (expression instanceof Expression.Field) {
            return answer.equals(true);
        }
        Comparison it = (Comparison) expression;
        Object border = constant(it.right());
        if (answer instanceof Double value && border instanceof Double limit) {
            return switch (it.operator()) {
                case "<" -> value < limit;
                case "<=" -> value <= limit;
                case ">" -> value > limit;
                case ">=" -> value >= limit;
                case "==" -> value.doubleValue() == limit;
                default -> value.doubleValue() != limit;
            };
        }
        return answer.equals(border) == it.operator().equals("==");
    }
}
