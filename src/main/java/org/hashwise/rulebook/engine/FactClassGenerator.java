package org.hashwise.rulebook.engine;

import java.util.Map;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.FactSchema;

/**
 * Writes the Java of the {@link SingleFactRewrite}: one class whose getters read straight from the situation. So a new question
 * needs no Java of ours, and a rule matches typed fields.
 */
final class FactClassGenerator {

    static final String PACKAGE = "org.hashwise.policy";

    /** The class that makes the fact of a situation. */
    static final String FACTORY = "Facts";

    private FactClassGenerator() {}

    /** Source by class name. */
    static Map<String, String> of(Questionnaire questionnaire) {
        StringBuilder getters = new StringBuilder();
        for (Question question : questionnaire.questions()) {
            getters.append(getter(question, questionnaire.position(question.id())));
        }
        for (Metric metric : Metric.values()) {
            String field = FactFieldNames.field(FactSchema.factName(metric.section()), metric.field());
            getters.append(getter("double get", field, "metricAt(" + metric.ordinal() + ")"));
        }
        String situation = Situation.class.getName();
        return Map.of(
                SingleFactRewrite.NAME,
                "package " + PACKAGE + ";\npublic final class " + SingleFactRewrite.NAME + " {\n    private final "
                        + situation + " situation;\n    public " + SingleFactRewrite.NAME + "(" + situation
                        + " situation) { this.situation = situation; }\n" + getters + "}\n",
                FACTORY,
                "package " + PACKAGE + ";\npublic final class " + FACTORY + " implements java.util.function.Function<"
                        + situation + ", Object> {\n    public Object apply(" + situation
                        + " situation) { return new " + SingleFactRewrite.NAME + "(situation); }\n}\n");
    }

    private static String getter(Question question, int position) {
        String field = FactFieldNames.field(FactSchema.factName(question.section()), question.name());
        String at = "(" + position + ")";
        return switch (question.kind()) {
            case NUMBER, PERCENT, MONEY -> getter("double get", field, "numberAt" + at);
            case YESNO -> getter("boolean is", field, "yesAt" + at);
            case CHOICE -> getter("String get", field, "choiceAt" + at);
            case SHARES -> "";
        };
    }

    private static String getter(String prefix, String field, String read) {
        String name = Character.toUpperCase(field.charAt(0)) + field.substring(1);
        return "    public " + prefix + name + "() { return situation." + read + "; }\n";
    }
}
