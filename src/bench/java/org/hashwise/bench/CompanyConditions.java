package org.hashwise.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Condition.And;
import org.hashwise.rulebook.language.Condition.Exists;
import org.hashwise.rulebook.language.Condition.Not;
import org.hashwise.rulebook.language.Condition.Or;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.FactSchema;

/**
 * Java for conditions about the company alone. Each of its facts exists once, so a pattern is the conjunction of its
 * constraints and {@code not} is a negation.
 */
final class CompanyConditions {

    private final JavaFields fields;
    private final Map<String, Double> thresholds;

    CompanyConditions(JavaFields fields, Map<String, Double> thresholds) {
        this.fields = fields;
        this.thresholds = thresholds;
    }

    String all(List<Condition> conditions) {
        return joined(conditions, " && ", new LinkedHashMap<>());
    }

    private String joined(List<Condition> conditions, String operator, Map<String, JavaTerm> variables) {
        return conditions.stream()
                .map(condition -> one(condition, variables))
                .collect(Collectors.joining(operator, "(", ")"));
    }

    private String one(Condition condition, Map<String, JavaTerm> variables) {
        if (condition instanceof Pattern it) {
            return pattern(it, variables);
        } else if (condition instanceof Not it) {
            return "!" + joined(List.of(it.operand()), " && ", variables);
        } else if (condition instanceof Exists it) {
            return one(it.operand(), variables);
        } else if (condition instanceof And it) {
            return joined(it.operands(), " && ", variables);
        } else if (condition instanceof Or it) {
            return joined(it.operands(), " || ", variables);
        }
        throw new IllegalArgumentException(condition.toString());
    }

    private String pattern(Pattern it, Map<String, JavaTerm> variables) {
        if (!FactSchema.isCompany(it.fact())) {
            throw new IllegalArgumentException(it.toString());
        }
        it.bindings().forEach(binding -> variables.put(binding.variable(), fields.term(it.fact(), binding.field())));
        JavaTerm.Writer writer = new JavaTerm.Writer(thresholds, name -> fields.term(it.fact(), name), variables);
        return it.constraints().isEmpty()
                ? "true"
                : it.constraints().stream().map(writer::condition).collect(Collectors.joining(" && "));
    }
}
