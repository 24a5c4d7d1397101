package org.hashwise.rulebook.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Section;
import org.hashwise.rulebook.language.Vocabulary;

/**
 * Writes the Java of the fact types: one class per section of questions, whose getters read straight from the
 * situation. So a new question needs no Java of ours, and a rule matches typed fields.
 */
final class FactSources {

    static final String PACKAGE = "org.hashwise.policy";

    private FactSources() {}

    /** Source by class name; the class {@code Facts} makes all facts of a situation. */
    static Map<String, String> of(Questionnaire questionnaire) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Section section : questionnaire.sections()) {
            StringBuilder getters = new StringBuilder();
            for (Question question : section.questions()) {
                getters.append(getter(question, questionnaire.position(question.id())));
            }
            put(Vocabulary.factName(section.id()), getters, sources);
        }
        Map<String, StringBuilder> metrics = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            metrics.computeIfAbsent(metric.section(), section -> new StringBuilder())
                    .append(getter("double get", metric.field(), "metricAt(" + metric.ordinal() + ")"));
        }
        metrics.forEach((section, getters) -> put(Vocabulary.factName(section), getters, sources));
        sources.put("Facts", factory(sources.keySet()));
        return sources;
    }

    private static void put(String name, CharSequence getters, Map<String, String> sources) {
        String situation = Situation.class.getName();
        sources.put(
                name,
                "package " + PACKAGE + ";\npublic final class " + name + " {\n    private final " + situation
                        + " situation;\n    public " + name + "(" + situation
                        + " situation) { this.situation = situation; }\n" + getters + "}\n");
    }

    private static String getter(Question question, int position) {
        String at = "(" + position + ")";
        return switch (question.kind()) {
            case NUMBER, PERCENT, MONEY -> getter("double get", question.name(), "numberAt" + at);
            case YESNO -> getter("boolean is", question.name(), "yesAt" + at);
            case CHOICE -> getter("String get", question.name(), "choiceAt" + at);
            case SHARES -> "";
        };
    }

    private static String getter(String prefix, String field, String read) {
        String name = Character.toUpperCase(field.charAt(0)) + field.substring(1);
        return "    public " + prefix + name + "() { return situation." + read + "; }\n";
    }

    private static String factory(Iterable<String> names) {
        StringBuilder news = new StringBuilder();
        for (String name : names) {
            news.append("            new ").append(name).append("(situation),\n");
        }
        String situation = Situation.class.getName();
        return "package " + PACKAGE + ";\npublic final class Facts implements java.util.function.Function<" + situation
                + ", Object[]> {\n    public Object[] apply(" + situation
                + " situation) {\n        return new Object[] {\n"
                + news + "        };\n    }\n}\n";
    }
}
