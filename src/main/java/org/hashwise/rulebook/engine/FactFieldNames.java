package org.hashwise.rulebook.engine;

import java.util.HashMap;
import java.util.Map;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.Expression.Field;
import org.hashwise.rulebook.language.FactSchema;

/** The names of the company's fields in the {@link SingleFactRewrite}. */
final class FactFieldNames {

    private final Map<String, Field> bound = new HashMap<>();

    /** {@code Power.largestSiteMw} is {@code power_largestSiteMw}. */
    static String field(String fact, String name) {
        return Character.toLowerCase(fact.charAt(0)) + fact.substring(1) + "_" + name;
    }

    /** From here on the names that a pattern gives are written out. */
    void bind(Pattern pattern) {
        pattern.bindings()
                .forEach(binding -> bound.put(
                        binding.variable(), new Field(field(pattern.fact(), binding.field()), binding.position())));
    }

    Condition in(Condition condition) {
        if (condition instanceof Pattern it && FactSchema.isCompany(it.fact())) {
            return new Pattern(
                    SingleFactRewrite.NAME,
                    it.bindings().stream()
                            .map(binding -> new Condition.Binding(
                                    binding.variable(), field(it.fact(), binding.field()), binding.position()))
                            .toList(),
                    it.constraints().stream()
                            .map(constraint -> in(it.fact(), constraint))
                            .toList(),
                    it.position());
        }
        return condition.map(this::in);
    }

    Expression in(String fact, Expression expression) {
        if (expression instanceof Field it) {
            return new Field(field(fact, it.name()), it.position());
        } else if (expression instanceof Expression.Variable it) {
            Field field = bound.get(it.name());
            return field == null ? it : field;
        }
        return expression.map(part -> in(fact, part));
    }
}
