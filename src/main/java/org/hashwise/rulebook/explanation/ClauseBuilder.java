package org.hashwise.rulebook.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.ExpressionText;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.LogicalOperator;
import org.hashwise.rulebook.language.Operator;
import org.hashwise.rulebook.language.Placeholders;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.model.Clause;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleDescription;

/** Builder of clauses from the conditions of a rule. */
final class ClauseBuilder {

    /** The beginning of the placeholder of a threshold. */
    private static final String THRESHOLD = "threshold.";

    private final Rule rule;
    private final FactSchema schema;
    private final Map<String, Parameter> parameters;

    /** By variable, those of the condition that is being translated. */
    private Map<String, Clause.Operand> aggregates = Map.of();

    ClauseBuilder(Rule rule, FactSchema schema, Map<String, Parameter> parameters) {
        this.rule = rule;
        this.schema = schema;
        this.parameters = parameters;
    }

    /** The conditions, all of which must hold. */
    List<Clause> clauses() {
        return rule.conditions().stream()
                .flatMap(condition -> flat(condition(condition, true)))
                .toList();
    }

    /** The action of a consequence other than to weigh strategies. */
    RuleDescription.Action action(Consequence consequence) {
        return new RuleDescription.Action(
                consequence.name(),
                consequence.arguments().stream().map(this::argument).toList());
    }

    private Clause.Operand argument(Consequence.Argument argument) {
        String text = argument.text();
        return switch (argument.kind()) {
            case ID -> new Clause.Figure(text);
            case NUMBER -> new Clause.Constant(Double.parseDouble(text));
            case VARIABLE -> earlier(text).orElseGet(() -> new Clause.Word(text));
            case WORD, QUOTED -> strategy(text).orElseGet(() -> new Clause.Word(text));
        };
    }

    private static Optional<Clause.Operand> strategy(String name) {
        return Stream.of(Strategy.values())
                .filter(strategy -> strategy.name().equals(name))
                .findFirst()
                .map(Clause.StrategyName::new);
    }

    private static Stream<Clause> flat(Clause clause) {
        return clause instanceof Clause.All all ? all.parts().stream().flatMap(ClauseBuilder::flat) : Stream.of(clause);
    }

    // Each fact of a company exists once, so that the negation of a pattern is that of its constraints.
    private Clause condition(Condition condition, boolean wanted) {
        if (condition instanceof Condition.Pattern it) {
            return FactSchema.DECISION_FACTS.contains(it.fact())
                    ? new Clause.Existence(it.fact(), wanted, constraints(it, true))
                    : junction(constraints(it, wanted), wanted);
        } else if (condition instanceof Condition.Not it) {
            return condition(it.operand(), !wanted);
        } else if (condition instanceof Condition.Exists it) {
            return condition(it.operand(), wanted);
        } else if (condition instanceof Condition.Accumulate it && wanted) {
            return aggregates(it);
        } else if (condition instanceof Condition.And it) {
            return junction(parts(it.operands(), wanted), wanted);
        } else if (condition instanceof Condition.Or it) {
            return junction(parts(it.operands(), wanted), !wanted);
        }
        String text = ExpressionText.of(condition);
        return new Clause.Written(wanted ? text : "not " + text);
    }

    private List<Clause> constraints(Condition.Pattern pattern, boolean wanted) {
        return pattern.constraints().stream()
                .map(constraint -> expression(pattern.fact(), constraint, wanted))
                .toList();
    }

    // What the rule compares with the number, or the number alone.
    private Clause aggregates(Condition.Accumulate accumulate) {
        Condition.Pattern source = accumulate.source();
        Map<String, Clause.Operand> own = new HashMap<>();
        accumulate
                .folds()
                .forEach(fold -> own.put(
                        fold.variable(),
                        new Clause.Accumulation(fold.function(), source.fact(), constraints(source, true))));
        aggregates = own;
        List<Clause> compared = accumulate.constraints().stream()
                .map(constraint -> expression(source.fact(), constraint, true))
                .toList();
        aggregates = Map.of();
        return junction(
                compared.isEmpty()
                        ? own.values().stream()
                                .<Clause>map(Clause.Determined::new)
                                .toList()
                        : compared,
                true);
    }

    private List<Clause> parts(List<Condition> operands, boolean wanted) {
        return operands.stream().map(operand -> condition(operand, wanted)).toList();
    }

    private static Clause junction(List<Clause> parts, boolean all) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return all ? new Clause.All(parts) : new Clause.Any(parts);
    }

    private Clause expression(String fact, Expression expression, boolean wanted) {
        if (expression instanceof Expression.Junction it) {
            List<Clause> parts = List.of(expression(fact, it.left(), wanted), expression(fact, it.right(), wanted));
            return junction(parts, wanted == (it.operator() == LogicalOperator.AND));
        } else if (expression instanceof Expression.Negation it) {
            return expression(fact, it.operand(), !wanted);
        }
        return atom(fact, expression, wanted).orElseGet(() -> {
            String text = fact + "( " + ExpressionText.of(expression) + " )";
            return new Clause.Written(wanted ? text : "not " + text);
        });
    }

    private Optional<Clause> atom(String fact, Expression expression, boolean wanted) {
        if (expression instanceof Expression.Comparison it) {
            boolean equal = it.operator() == Operator.EQUAL;
            Optional<String> asked = id(fact, it.left());
            if (FactSchema.DECISION_FACTS.contains(fact)
                    && it.left() instanceof Expression.Field field
                    && it.right() instanceof Expression.YesNoValue yes) {
                return Optional.of(new Clause.Flag(fact, field.name(), yes.value() == (equal == wanted)));
            } else if (fact.equals(FactSchema.JURISDICTION) && it.right() instanceof Expression.TextValue code) {
                return Optional.of(
                        new Clause.Membership(Jurisdictions.QUESTION, equal != wanted, List.of(code.value())));
            } else if (it.right() instanceof Expression.TextValue text
                    && (asked.isPresent() || !FactSchema.DECISION_FACTS.contains(fact))) {
                return asked.map(id -> new Clause.Membership(id, equal != wanted, List.of(text.value())));
            } else if (it.right() instanceof Expression.YesNoValue yes) {
                return id(fact, it.left()).map(id -> new Clause.Truth(id, yes.value() == (equal == wanted)));
            }
            Operator operator = wanted ? it.operator() : it.operator().negate();
            return operand(fact, it.left())
                    .flatMap(left -> operand(fact, it.right())
                            .map(right -> new Clause.Comparison(left, operator.relation(), right)));
        } else if (expression instanceof Expression.Membership it) {
            List<String> values = it.values().stream()
                    .filter(Expression.TextValue.class::isInstance)
                    .map(value -> ((Expression.TextValue) value).value())
                    .toList();
            return values.size() == it.values().size()
                    ? id(fact, it.element()).map(id -> new Clause.Membership(id, it.negated() == wanted, values))
                    : Optional.empty();
        }
        return id(fact, expression).map(id -> new Clause.Truth(id, wanted));
    }

    private Optional<String> id(String fact, Expression expression) {
        Optional<FactSchema.SchemaField> field = Optional.empty();
        if (expression instanceof Expression.Field it) {
            field = schema.field(fact, it.name());
        } else if (expression instanceof Expression.Variable it) {
            field = schema.bound(rule, it.name());
        }
        return field.map(FactSchema.SchemaField::id).filter(id -> !id.isEmpty());
    }

    private Optional<Clause.Operand> operand(String fact, Expression expression) {
        if (expression instanceof Expression.Threshold it) {
            return Optional.ofNullable(parameters.get(it.name())).map(Clause.Threshold::new);
        } else if (expression instanceof Expression.NumberValue it) {
            return Optional.of(new Clause.Constant(it.value()));
        } else if (expression instanceof Expression.Minus it && it.operand() instanceof Expression.NumberValue number) {
            return Optional.of(new Clause.Constant(-number.value()));
        } else if (expression instanceof Expression.Arithmetic it) {
            return operand(fact, it.left())
                    .flatMap(left ->
                            operand(fact, it.right()).map(right -> new Clause.Computed(left, it.operator(), right)));
        }
        return id(fact, expression).<Clause.Operand>map(Clause.Figure::new).or(() -> ofDecision(fact, expression));
    }

    private Optional<Clause.Operand> ofDecision(String fact, Expression expression) {
        if (expression instanceof Expression.Field it && FactSchema.DECISION_FACTS.contains(fact)) {
            return Optional.of(new Clause.Attribute(fact, it.name()));
        } else if (expression instanceof Expression.TextValue it) {
            return strategy(it.value());
        } else if (expression instanceof Expression.Variable it) {
            Clause.Operand own = aggregates.get(it.name());
            return own == null ? earlier(it.name()) : Optional.of(own);
        }
        return Optional.empty();
    }

    /** The operand that an earlier condition bound to this name. */
    private Optional<Clause.Operand> earlier(String variable) {
        List<Clause.Operand> found = new ArrayList<>();
        rule.walk(condition -> {
            if (condition instanceof Condition.Pattern it) {
                it.bindings().stream()
                        .filter(binding -> binding.variable().equals(variable))
                        .forEach(binding -> found.add(new Clause.Earlier(it.fact(), binding.field())));
            } else if (condition instanceof Condition.Accumulate it) {
                it.folds().stream()
                        .filter(fold -> fold.variable().equals(variable))
                        .forEach(fold -> found.add(new Clause.EarlierAccumulation(fold.function())));
            }
        });
        return found.stream().findFirst();
    }

    /** The thresholds that the conditions and the texts name, in this order. */
    List<Parameter> thresholds() {
        List<String> names = new ArrayList<>();
        rule.walkExpressions(part -> {
            if (part instanceof Expression.Threshold threshold) {
                names.add(threshold.name());
            }
        });
        rule.metadata()
                .values()
                .forEach(item -> Placeholders.in(item.value()).forEach(shown -> {
                    if (shown.startsWith(THRESHOLD)) {
                        names.add(shown.substring(THRESHOLD.length()));
                    }
                }));
        return names.stream()
                .distinct()
                .flatMap(name -> Stream.ofNullable(parameters.get(name)))
                .toList();
    }
}
