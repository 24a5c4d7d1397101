package org.hashwise.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typical;
import org.jspecify.annotations.Nullable;

/** Writer of the JSON Schema (2020-12) of the answers. A schema cannot say that shares sum to 100; the description does. */
record AnswersSchema(Language language, Wording wording) {

    private static final String PLACE = "^[A-Z]{2}(-[A-Z0-9]{1,3})?$";

    Map<String, @Nullable Object> of(Questionnaire questionnaire) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        questionnaire.questions().forEach(question -> properties.put(question.id(), property(question)));
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", wording.text("api.schema.title", language));
        schema.put("description", wording.text("api.schema.description", language));
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, @Nullable Object> property(Question question) {
        Map<String, @Nullable Object> property = new LinkedHashMap<>();
        property.put("title", question.label().in(language));
        property.put("description", description(question));
        switch (question.kind()) {
            case NUMBER, PERCENT, MONEY -> {
                property.put("type", List.of("number", "null"));
                property.put("minimum", Plain.number(question.min()));
                property.put("maximum", Plain.number(question.max()));
            }
            case YESNO -> property.put("type", List.of("boolean", "null"));
            case CHOICE -> {
                property.put("type", List.of("string", "null"));
                List<@Nullable Object> accepted = new ArrayList<>();
                question.choices().forEach(choice -> accepted.add(choice.value()));
                accepted.add(null);
                property.put("enum", accepted);
            }
            case SHARES -> {
                property.put("type", List.of("object", "null"));
                property.put("minProperties", 1);
                property.put("propertyNames", Map.of("pattern", PLACE));
                Map<String, Object> share = new LinkedHashMap<>();
                share.put("type", "number");
                share.put("minimum", 0);
                share.put("maximum", 100);
                property.put("additionalProperties", share);
            }
        }
        if (question.typical() instanceof Typical.Fixed typical) {
            property.put("default", Plain.value(typical.value()));
        }
        return property;
    }

    private String description(Question question) {
        String unit = question.unit().isEmpty() ? "" : "[" + question.unit() + "]";
        return Stream.of(question.wording().in(language), question.help().in(language), unit)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
