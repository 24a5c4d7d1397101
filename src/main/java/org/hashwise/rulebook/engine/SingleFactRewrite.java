package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Consequence.Argument;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.LogicalOperator;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.model.Position;

/**
 * Rewrite of the conditions of a rule from several facts to one. An analyst matches {@code Power} and {@code Economics}, of
 * which there is one each; the engine joins facts, which costs as if there were many. So it gets one fact, with the fields of
 * all, and the conditions of a rule on the company are one pattern of it: the rule holds or does not as soon as the company is there.
 */
final class SingleFactRewrite {

    static final String NAME = "Company";

    private final FactFieldNames names = new FactFieldNames();

    /** True if names bound by a pattern are expanded where they are used. */
    private final boolean writesOut;

    private SingleFactRewrite(boolean writesOut) {
        this.writesOut = writesOut;
    }

    /** The rule for the one fact. */
    static Rule in(Rule rule) {
        List<Condition> conditions = new SingleFactRewrite(true).fused(rule.conditions());
        boolean isOne = conditions.size() == 1
                && conditions.get(0) instanceof Pattern it
                && it.fact().equals(NAME)
                && it.bindings().isEmpty();
        boolean tells = rule.consequences().stream()
                .flatMap(consequence -> consequence.arguments().stream())
                .anyMatch(argument -> argument.kind() == Argument.ArgumentType.VARIABLE);
        if (!isOne || tells) { // another condition may need the names
            conditions = new SingleFactRewrite(false).fused(rule.conditions());
        }
        return rule.when(conditions);
    }

    private List<Condition> fused(List<Condition> conditions) {
        List<Condition> fused = new ArrayList<>();
        List<Expression> own = new ArrayList<>();
        int place = -1;
        Position position = Position.of("");
        for (Condition condition : conditions) {
            Optional<List<Expression>> said = constraints(condition);
            if (said.isEmpty()) {
                fused.add(names.in(condition));
            } else {
                own.addAll(said.get());
                if (place < 0) {
                    place = fused.size();
                    position = condition.position();
                }
            }
        }
        if (place >= 0) {
            fused.add(place, new Pattern(NAME, List.of(), own, position));
        }
        return fused;
    }

    /** The constraints on the company under which the condition holds; empty when the condition is about something else too. */
    private Optional<List<Expression>> constraints(Condition condition) {
        if (condition instanceof Pattern it) {
            return pattern(it);
        } else if (condition instanceof Condition.Exists it) {
            return constraints(it.operand());
        } else if (condition instanceof Condition.Not it) {
            return joined(LogicalOperator.AND, List.of(it.operand()))
                    .map(said -> List.<Expression>of(new Expression.Negation(said, it.position())));
        } else if (condition instanceof Condition.Or it) {
            return names(it)
                    ? Optional.empty()
                    : joined(LogicalOperator.OR, it.operands()).map(List::of);
        } else if (condition instanceof Condition.And it) {
            return joined(LogicalOperator.AND, it.operands()).map(List::of);
        }
        return Optional.empty();
    }

    // The branches of an alternative may give one name to two fields.
    private static boolean names(Condition condition) {
        boolean[] found = new boolean[1];
        condition.walk(
                part -> found[0] |= part instanceof Pattern it && !it.bindings().isEmpty());
        return found[0];
    }

    private Optional<Expression> joined(LogicalOperator operator, List<Condition> conditions) {
        List<Expression> parts = new ArrayList<>();
        for (Condition condition : conditions) {
            Optional<List<Expression>> said = constraints(condition);
            if (said.isEmpty() || said.get().isEmpty()) {
                return Optional.empty();
            }
            parts.add(all(LogicalOperator.AND, said.get()));
        }
        return Optional.of(all(operator, parts));
    }

    private static Expression all(LogicalOperator operator, List<Expression> parts) {
        return parts.stream()
                .reduce((left, right) -> new Expression.Junction(operator, left, right, left.position()))
                .orElseThrow();
    }

    private Optional<List<Expression>> pattern(Pattern pattern) {
        if (!FactSchema.isCompany(pattern.fact())
                || (!writesOut && !pattern.bindings().isEmpty())) {
            return Optional.empty();
        }
        names.bind(pattern);
        List<Expression> said = new ArrayList<>();
        for (Expression constraint : pattern.constraints()) {
            Expression renamed = names.in(pattern.fact(), constraint);
            boolean[] open = new boolean[1];
            renamed.walk(part -> open[0] |= part instanceof Expression.Variable);
            if (open[0]) {
                return Optional.empty();
            }
            said.add(renamed);
        }
        return Optional.of(said);
    }
}
