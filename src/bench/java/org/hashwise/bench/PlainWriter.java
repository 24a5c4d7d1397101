package org.hashwise.bench;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;

/**
 * Writes rules as a Java class of {@code if} statements, one method for each file of the policy: the limit that an engine
 * is held against. It reads the same situation and notes the same consequences as the engine.
 */
final class PlainWriter {

    static final String PACKAGE = "org.hashwise.bench.written";

    /** The stages of the recommendation: scores first, then the decision, then what follows from it. */
    private static final List<List<String>> STAGES =
            List.of(List.of("score"), List.of("recommend"), List.of("extent", "combine"));

    private final JavaFields fields;
    private final CompanyConditions conditions;
    private final Map<String, Double> thresholds;
    private final Accumulators accumulators = new Accumulators();

    PlainWriter(Questionnaire questionnaire, Map<String, Double> thresholds) {
        this.fields = new JavaFields(questionnaire);
        this.conditions = new CompanyConditions(fields, thresholds);
        this.thresholds = thresholds;
    }

    /** @param effects of the policy, in order */
    String write(String name, List<Rule> policy, List<PolicyEffect> effects, List<Rule> decision) {
        String decide = decision(decision); // first: it says what is to be added up
        Map<Rule, List<PolicyEffect>> effectsByRule = new IdentityHashMap<>();
        effects.forEach(effect -> effectsByRule
                .computeIfAbsent(effect.rule(), missing -> new ArrayList<>())
                .add(effect));
        Map<String, StringBuilder> methods = new LinkedHashMap<>();
        for (Rule rule : policy) {
            methods.computeIfAbsent(rule.position().file(), missing -> new StringBuilder())
                    .append(policy(rule, effectsByRule.getOrDefault(rule, List.of())));
        }
        StringBuilder calls = new StringBuilder();
        StringBuilder bodies = new StringBuilder();
        for (StringBuilder body : methods.values()) {
            String method = "file" + calls.length();
            calls.append("        ").append(method).append("(s, t);\n");
            bodies.append(method(method, body));
        }
        return "package " + PACKAGE + ";\nimport org.hashwise.advice.Situation;\nimport org.hashwise.bench.*;\n"
                + "public final class " + name + " implements PlainRules {\n"
                + "    public Tally evaluate(Situation s) {\n        Tally t = new Tally(" + accumulators.places()
                + ");\n" + calls + "        decide(s, t);\n        return t;\n    }\n" + bodies
                + method("decide", decide) + "}\n";
    }

    private static String method(String name, CharSequence body) {
        return "    private static void " + name + "(Situation s, Tally t) {\n" + body + "    }\n";
    }

    private String policy(Rule rule, List<PolicyEffect> effects) {
        StringBuilder java = new StringBuilder("        if " + conditions.all(rule.conditions()) + " {\n");
        for (PolicyEffect effect : effects) {
            int strategy = effect.strategy().ordinal();
            if (effect.form() == ConsequenceForm.BLOCK) {
                java.append("            t.block(" + effect.index() + ", " + strategy + ", " + JavaTerm.quoted(rule.id())
                        + ");\n");
            } else {
                java.append("            t.fired.set(" + effect.index() + ");\n");
            }
            if (effect.points() != 0) {
                java.append("            t.points[" + strategy + "] += " + effect.points() + ";\n");
                java.append(accumulators.add(effect));
            }
        }
        return java.append("        }\n").toString();
    }

    private String decision(List<Rule> rules) {
        StringBuilder java = new StringBuilder();
        for (List<String> stage : STAGES) {
            for (int i = 0; i < rules.size(); i++) {
                if (stage.contains(rules.get(i).consequences().get(0).name())) {
                    java.append(new DecisionWriter(fields, thresholds, accumulators).write(i, rules.get(i)));
                }
            }
        }
        return java.toString();
    }
}
