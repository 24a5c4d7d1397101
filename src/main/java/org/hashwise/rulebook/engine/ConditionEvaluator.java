package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Condition.Accumulate;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.ExpressionEvaluator;
import org.hashwise.rulebook.language.ExpressionEvaluator.Names;
import org.hashwise.rulebook.language.FactSchema.FieldType;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.Term;

/** Evaluator of conditions of rules: which facts match them. Rules are checked beforehand. Thread-safe. */
public final class ConditionEvaluator {

    private final Questionnaire questionnaire;
    private final FactFields fields;
    private final Map<String, Double> thresholds;

    /** @param thresholds values by name */
    public ConditionEvaluator(Questionnaire questionnaire, Map<String, Double> thresholds) {
        this.questionnaire = questionnaire;
        this.fields = new FactFields(questionnaire);
        this.thresholds = Map.copyOf(thresholds);
    }

    /** Returns whether the conditions of a rule hold of some facts; of one that doubts answers, whether these were given too. */
    public Predicate<WorkingFacts> of(Rule rule) {
        FactQuery query = query(rule.conditions());
        boolean doubts = rule.consequences().stream()
                .anyMatch(consequence -> ConsequenceForm.of(consequence.name(), RuleRole.PLAUSIBILITY) != null);
        if (doubts) {
            int[] doubted = DoubtRules.positions(rule, questionnaire);
            return facts -> {
                Situation company = facts.company().orElse(null);
                return company != null && DoubtRules.areAnswered(doubted, company) && query.holds(facts, Map.of());
            };
        }
        return facts -> query.holds(facts, Map.of());
    }

    /** An elementary condition alone, whatever is beside it. */
    public AtomQuery of(Atom atom) {
        Map<String, FieldType> types = new HashMap<>();
        boolean[] reads = {false};
        atom.expression().walk(part -> reads[0] |= part instanceof Expression.Variable);
        List<Condition> before = reads[0] ? naming(atom.rule().conditions(), atom.holder()) : List.of();
        FactQuery named = together(before, types);
        if (atom.holder() instanceof Accumulate it) {
            AccumulateQuery query = accumulate(it, types);
            Predicate<Frame> constraint = evaluator("", types).constraint(atom.expression());
            return new AtomQuery(named, query::frames, constraint);
        }
        Pattern pattern = (Pattern) atom.holder();
        PatternQuery query = pattern(pattern, List.of(), types);
        return new AtomQuery(
                named, query::frames, evaluator(pattern.fact(), types).constraint(atom.expression()));
    }

    /**
     * The evaluator of the expressions of a condition for a company.
     *
     * @param holder one of the conditions of the rule
     */
    public ExpressionEvaluator<Situation> values(Condition holder, Rule rule) {
        return new ExpressionEvaluator<>(thresholds, fields.namesAt(holder, rule));
    }

    /** The conditions before one that give names to what it may read. */
    private static List<Condition> naming(List<Condition> conditions, Condition holder) {
        List<Condition> naming = new ArrayList<>();
        for (Condition condition : conditions) {
            if (contains(condition, holder)) {
                List<Condition> inside = condition instanceof Condition.And
                        ? condition.parts()
                        : condition.parts().stream()
                                .filter(part -> contains(part, holder))
                                .toList();
                naming.addAll(naming(inside, holder));
                return naming;
            }
            if (names(condition)) {
                naming.add(condition);
            }
        }
        return naming;
    }

    private static boolean contains(Condition whole, Condition part) {
        return whole == part || whole.parts().stream().anyMatch(inner -> contains(inner, part));
    }

    /** Returns whether it gives names that hold beside it. */
    private static boolean names(Condition condition) {
        return condition instanceof Accumulate
                || (condition instanceof Pattern pattern && !pattern.bindings().isEmpty())
                || (condition instanceof Condition.And together
                        && together.operands().stream().anyMatch(ConditionEvaluator::names));
    }

    Questionnaire questionnaire() {
        return questionnaire;
    }

    /** The access to the fields of facts. */
    public FactFields fields() {
        return fields;
    }

    FactQuery query(List<Condition> conditions) {
        return together(conditions, new HashMap<>());
    }

    /** @param types of the variables so far; those that the conditions name are added */
    private FactQuery together(List<Condition> conditions, Map<String, FieldType> types) {
        List<FactQuery> queries =
                conditions.stream().map(condition -> query(condition, types)).toList();
        boolean names = conditions.stream().anyMatch(ConditionEvaluator::names);
        return new FactQuery() {
            @Override
            public List<Map<String, Object>> matches(WorkingFacts facts, Map<String, Object> variables) {
                List<Map<String, Object>> matches = List.of(variables);
                for (FactQuery query : queries) {
                    List<Map<String, Object>> longer = new ArrayList<>();
                    matches.forEach(match -> longer.addAll(query.matches(facts, match)));
                    matches = longer;
                }
                return matches;
            }

            // Most rules match the company alone and name nothing; for them nothing has to be collected.
            @Override
            public boolean holds(WorkingFacts facts, Map<String, Object> variables) {
                if (names) {
                    return !matches(facts, variables).isEmpty();
                }
                for (FactQuery query : queries) {
                    if (!query.holds(facts, variables)) {
                        return false;
                    }
                }
                return true;
            }
        };
    }

    private FactQuery query(Condition condition, Map<String, FieldType> types) {
        if (condition instanceof Pattern it) {
            return pattern(it, it.constraints(), types);
        } else if (condition instanceof Condition.Not it) {
            FactQuery inner = query(it.operand(), new HashMap<>(types));
            return (facts, variables) -> inner.holds(facts, variables) ? List.of() : List.of(variables);
        } else if (condition instanceof Condition.Exists it) {
            FactQuery inner = query(it.operand(), new HashMap<>(types));
            return (facts, variables) -> inner.holds(facts, variables) ? List.of(variables) : List.of();
        } else if (condition instanceof Condition.And it) {
            return together(it.operands(), types);
        } else if (condition instanceof Condition.Or it) {
            List<FactQuery> alternatives = it.operands().stream()
                    .map(operand -> query(operand, new HashMap<>(types)))
                    .toList();
            return (facts, variables) -> alternatives.stream()
                    .flatMap(alternative -> alternative.matches(facts, variables).stream())
                    .toList();
        } else if (condition instanceof Accumulate it) {
            AccumulateQuery folded = accumulate(it, types);
            return new AccumulateQuery(folded.source(), folded.folds(), constraints("", it.constraints(), types));
        }
        throw new IllegalStateException(condition.toString());
    }

    private PatternQuery pattern(Pattern it, List<Expression> constraints, Map<String, FieldType> types) {
        Map<String, Term<Object>> bindings = new LinkedHashMap<>();
        it.bindings().forEach(binding -> {
            bindings.put(
                    binding.variable(), fields.of(it.fact(), binding.field()).orElseThrow());
            types.put(
                    binding.variable(),
                    fields.schema()
                            .field(it.fact(), binding.field())
                            .orElseThrow()
                            .type());
        });
        return new PatternQuery(it.fact(), bindings, constraints(it.fact(), constraints, types));
    }

    /** An accumulation without its constraints. */
    private AccumulateQuery accumulate(Accumulate it, Map<String, FieldType> types) {
        PatternQuery source = pattern(it.source(), it.source().constraints(), new HashMap<>(types));
        it.folds().forEach(fold -> types.put(fold.variable(), FieldType.NUMBER));
        return new AccumulateQuery(source, it.folds(), List.of());
    }

    private List<Predicate<Frame>> constraints(
            String fact, List<Expression> constraints, Map<String, FieldType> types) {
        ExpressionEvaluator<Frame> evaluator = evaluator(fact, types);
        return constraints.stream().map(evaluator::constraint).toList();
    }

    private ExpressionEvaluator<Frame> evaluator(String fact, Map<String, FieldType> types) {
        return new ExpressionEvaluator<>(thresholds, new Names<>() {
            @Override
            public Optional<Term<Frame>> field(String name) {
                return fields.of(fact, name).map(term -> term.of(Frame::fact));
            }

            @Override
            public Optional<Term<Frame>> variable(String name) {
                return Optional.ofNullable(types.get(name))
                        .map(type -> Term.reading(type, frame -> frame.variable(name)));
            }
        });
    }
}
