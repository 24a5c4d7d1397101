package org.hashwise.bench;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Expression.Field;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * Rules as one DMN decision: the list of what each says of the company. One decision is kinder to the engine than one for
 * each rule, as it notes every decision that it makes.
 */
final class Dmn {

    private static final String HEAD = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="bench" name="bench" namespace="bench">
            """;

    private final List<Rule> rules;
    private final FactSchema schema;
    private final Set<String> facts = new LinkedHashSet<>();
    private final Map<String, Set<String>> fieldsByFact = new LinkedHashMap<>();
    private final DMNRuntime runtime;
    private final DMNModel model;

    Dmn(Questionnaire questionnaire, List<Rule> rules, Map<String, Double> thresholds) {
        this.rules = List.copyOf(rules);
        this.schema = new FactSchema(questionnaire);
        rules.forEach(rule -> rule.walk(condition -> note((Pattern) condition)));
        Resource resource = ResourceFactory.newReaderResource(new StringReader(xml(new Feel(thresholds))));
        this.runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        this.model = runtime.getModels().get(0);
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
    }

    private void note(Pattern pattern) {
        facts.add(pattern.fact());
        Set<String> fields = fieldsByFact.computeIfAbsent(pattern.fact(), missing -> new LinkedHashSet<>());
        pattern.constraints()
                .forEach(constraint -> constraint.walk(part -> {
                    if (part instanceof Field field) {
                        fields.add(field.name());
                    }
                }));
    }

    private String xml(Feel feel) {
        StringBuilder xml = new StringBuilder(HEAD);
        for (String fact : facts) {
            xml.append("<inputData id=\"" + fact + "\" name=\"" + fact + "\"><variable name=\"" + fact
                    + "\"/></inputData>\n");
        }
        xml.append("<decision id=\"all\" name=\"all\"><variable name=\"all\"/>\n");
        for (String fact : facts) {
            xml.append("<informationRequirement><requiredInput href=\"#" + fact + "\"/></informationRequirement>\n");
        }
        String list = rules.stream().map(feel::of).collect(Collectors.joining(",\n", "[", "]"));
        String text = list.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return xml.append("<literalExpression><text>" + text + "</text></literalExpression></decision></definitions>")
                .toString();
    }

    /** The inputs of the decision, with the decimal numbers that it computes with. */
    Map<String, Object> input(Situation situation) {
        Map<String, Object> input = new LinkedHashMap<>();
        fieldsByFact.forEach((fact, fields) -> {
            Map<String, Object> values = new LinkedHashMap<>();
            fields.forEach(field -> values.put(field, value(fact, field, situation)));
            input.put(fact, values);
        });
        return input;
    }

    private Object value(String fact, String name, Situation situation) {
        FactSchema.SchemaField field = schema.field(fact, name).orElseThrow();
        int position = situation.questionnaire().position(field.id());
        return switch (field.type()) {
            case NUMBER ->
                BigDecimal.valueOf(
                        Metric.ofId(field.id()).map(situation::metric).orElseGet(() -> situation.numberAt(position)));
            case YES_NO -> situation.yesAt(position);
            case TEXT -> situation.choiceAt(position);
        };
    }

    /** The positions of the rules that hold. */
    BitSet evaluate(Map<String, Object> input) {
        DMNContext context = runtime.newContext();
        input.forEach(context::set);
        DMNResult result = runtime.evaluateAll(model, context);
        List<?> said = (List<?>) result.getDecisionResultByName("all").getResult();
        BitSet holding = new BitSet();
        for (int i = 0; i < said.size(); i++) {
            holding.set(i, Boolean.TRUE.equals(said.get(i)));
        }
        return holding;
    }
}
