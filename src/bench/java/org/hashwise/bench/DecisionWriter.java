package org.hashwise.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Condition.Accumulate;
import org.hashwise.rulebook.language.Condition.Exists;
import org.hashwise.rulebook.language.Condition.Fold;
import org.hashwise.rulebook.language.Condition.Not;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Consequence.Argument;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;

/** Java for one rule of the recommendation: a loop for each fact that can be there more than once. */
final class DecisionWriter {

    private final JavaFields fields;
    private final Map<String, Double> thresholds;
    private final Accumulators accumulators;
    private final StringBuilder java = new StringBuilder();
    private final Map<String, JavaTerm> variables = new LinkedHashMap<>();
    private int loops;
    private int open;

    DecisionWriter(JavaFields fields, Map<String, Double> thresholds, Accumulators accumulators) {
        this.fields = fields;
        this.thresholds = thresholds;
        this.accumulators = accumulators;
    }

    /** @param index the position of the rule in its file */
    String write(int index, Rule rule) {
        java.append("        // ").append(rule.id()).append('\n');
        rule.conditions().forEach(this::enter);
        rule.consequences().forEach(consequence -> java.append(consequence(index, consequence)));
        return java.append("        ").append("}".repeat(open)).append('\n').toString();
    }

    private void enter(Condition condition) {
        if (condition instanceof Pattern it) {
            enter(it, variables);
        } else if (condition instanceof Accumulate it) {
            for (Fold fold : it.folds()) {
                variables.put(fold.variable(), JavaTerm.number(accumulators.read(it, fold, variables)));
            }
            test(all(it.constraints(), name -> null, variables));
        } else if (condition instanceof Not it && it.operand() instanceof Pattern pattern) {
            test("!" + found(pattern));
        } else if (condition instanceof Exists it && it.operand() instanceof Pattern pattern) {
            test(found(pattern));
        } else {
            throw new IllegalArgumentException(condition.toString());
        }
    }

    private void enter(Pattern pattern, Map<String, JavaTerm> known) {
        String fact = pattern.fact();
        String index = "i" + loops++;
        Function<String, JavaTerm> reader = reader(fact, index);
        pattern.bindings().forEach(binding -> known.put(binding.variable(), reader.apply(binding.field())));
        String loop = loop(fact, index);
        if (!loop.isEmpty()) {
            java.append("        ").append(loop).append(" {\n");
            open++;
        }
        test(all(pattern.constraints(), reader, known));
    }

    private String found(Pattern pattern) {
        String flag = "found" + loops;
        java.append("        boolean ").append(flag).append(" = false;\n");
        int before = open;
        enter(pattern, new LinkedHashMap<>(variables));
        java.append("        ").append(flag).append(" = true;\n        ");
        java.append("}".repeat(open - before)).append('\n');
        open = before;
        return flag;
    }

    private void test(String condition) {
        java.append("        if (").append(condition).append(") {\n");
        open++;
    }

    private String all(List<Expression> constraints, Function<String, JavaTerm> reader, Map<String, JavaTerm> known) {
        JavaTerm.Writer writer = new JavaTerm.Writer(thresholds, reader, known);
        return constraints.isEmpty()
                ? "true"
                : constraints.stream().map(writer::condition).collect(Collectors.joining(" && "));
    }

    private static String loop(String fact, String i) {
        String all = "for (int " + i + " = 0; " + i + " < " + Strategy.values().length + "; " + i + "++)";
        String contenders = "for (int " + i + " = 0; " + i + " < " + Strategy.RESTRUCTURE.ordinal() + "; " + i + "++)";
        return switch (fact) {
            case "Candidate", "Standing" -> contenders;
            case "Gate" -> all + " if (t.blocked[" + i + "])";
            case "Recommended" -> all + " if (t.recommended[" + i + "])";
            case "Evidence" -> throw new IllegalArgumentException(fact);
            default -> "";
        };
    }

    private Function<String, JavaTerm> reader(String fact, String i) {
        if (FactSchema.isCompany(fact)) {
            return name -> fields.term(fact, name);
        }
        return name -> switch (name) {
            case "score" -> JavaTerm.number("t.score[" + i + "]");
            case "viable" -> JavaTerm.yesNo("t.viable[" + i + "]");
            case "order" -> JavaTerm.number(i);
            default -> JavaTerm.strategy(i);
        };
    }

    private String consequence(int index, Consequence consequence) {
        List<Argument> arguments = consequence.arguments();
        String statement = switch (consequence.name()) {
            case "score" -> "t.score(" + strategy(arguments.get(0)) + ", "
                    + variables.get(arguments.get(1).text()).code() + ", "
                    + arguments.get(2).text().equals("VIABLE") + ");";
            case "recommend" -> "t.recommend(" + index + ", " + strategy(arguments.get(0)) + ");";
            case "extent" -> "t.extent(" + arguments.get(0).text().equals(Extent.FULL.name()) + ");";
            case "combine" -> "t.combine(" + strategy(arguments.get(0)) + ");";
            default -> throw new IllegalArgumentException(consequence.toString());
        };
        return "            " + statement + "\n";
    }

    private String strategy(Argument argument) {
        JavaTerm variable = variables.get(argument.text());
        return variable == null
                ? Integer.toString(Strategy.valueOf(argument.text()).ordinal())
                : variable.code();
    }
}
