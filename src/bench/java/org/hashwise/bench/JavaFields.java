package org.hashwise.bench;

import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.FactSchema;

/** Reads the fields of the company as the facts of the engine do: straight from the situation {@code s}. */
final class JavaFields {

    private final FactSchema schema;
    private final Questionnaire questionnaire;

    JavaFields(Questionnaire questionnaire) {
        this.schema = new FactSchema(questionnaire);
        this.questionnaire = questionnaire;
    }

    FactSchema.SchemaField field(String fact, String name) {
        return schema.field(fact, name).orElseThrow();
    }

    JavaTerm term(String fact, String name) {
        FactSchema.SchemaField field = field(fact, name);
        String metric = Metric.ofId(field.id())
                .map(it -> "s.metricAt(" + it.ordinal() + ")")
                .orElse("");
        String at = "(" + questionnaire.position(field.id()) + ")";
        return switch (field.type()) {
            case NUMBER -> JavaTerm.number(metric.isEmpty() ? "s.numberAt" + at : metric);
            case YES_NO -> JavaTerm.yesNo("s.yesAt" + at);
            case TEXT -> new JavaTerm("s.choiceAt" + at, JavaTerm.Kind.TEXT);
        };
    }
}
