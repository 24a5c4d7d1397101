package org.hashwise.api;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.CompanyName;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/** The schemas of the bodies that the API takes: that of a request for advice, and more fields for its analyses. */
final class RequestBodies {

    private static final Map<String, Object> WHOLE = Map.of("type", "integer");
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> NUMBER = Map.of("type", "number");

    private static final Map<String, Object> RANGE = object(Map.of("low", NUMBER, "high", NUMBER));
    private static final Map<String, Object> ABOUT = object(Map.of("about", NUMBER));

    private final Questionnaire questionnaire;
    private final Wording wording;
    private final Language language;

    RequestBodies(Questionnaire questionnaire, Wording wording, Language language) {
        this.questionnaire = questionnaire;
        this.wording = wording;
        this.language = language;
    }

    Map<String, Schema<?>> byPath() {
        Map<String, Object> strategy = Map.of(
                "type",
                "string",
                "enum",
                Arrays.stream(Strategy.values()).map(Strategy::name).toList());
        Map<String, Object> locked = Map.of("type", "array", "items", TEXT);
        Map<String, Object> axis = object(Map.of("id", TEXT, "from", NUMBER, "to", NUMBER, "steps", WHOLE));
        Map<String, Schema<?>> bodies = new LinkedHashMap<>();
        bodies.put("/api/v1/advice", body(Map.of()));
        bodies.put("/api/v1/assessments", body(Map.of()));
        bodies.put("/api/v1/interview", body(Map.of("samples", WHOLE, "seed", WHOLE, "answers", answers(true))));
        bodies.put("/api/v1/advice/flips", body(Map.of()));
        bodies.put("/api/v1/advice/smallest-change", body(Map.of("target", strategy, "locked", locked)));
        bodies.put("/api/v1/advice/why-not", body(Map.of("rule", TEXT, "strategy", strategy)));
        bodies.put("/api/v1/advice/map", body(Map.of("x", axis, "y", axis)));
        bodies.put("/api/v1/receipts/verify", schema(receipt()));
        bodies.put("/api/v1/receipts/attribution", schema(object(Map.of("from", receipt(), "to", receipt()))));
        Map<String, Object> which = Map.of("type", "string", "enum", List.of("today", "then"));
        bodies.put("/api/v1/assessments/{id}/replay", schema(object(Map.of("rules", which, "market", which))));
        bodies.put(
                "/api/v1/assessments/replay",
                schema(object(Map.of(
                        "rules", which, "market", which, "assessments", Map.of("type", "array", "items", TEXT)))));
        bodies.put("/api/v1/assessments/{id}/attribution", schema(object(Map.of("from", WHOLE, "to", WHOLE))));
        return bodies;
    }

    private static Map<String, Object> receipt() {
        Map<String, Object> anything = Map.of("type", "object");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", WHOLE);
        fields.put("assessment", TEXT);
        fields.put("version", WHOLE);
        fields.put("issuedAt", Map.of("type", "string", "format", "date-time"));
        fields.put("previous", Map.of("type", List.of("string", "null")));
        fields.put("company", TEXT);
        fields.put("asOf", Map.of("type", "string", "format", "date"));
        fields.put("language", TEXT);
        List.of("answers", "assumptions", "market").forEach(name -> fields.put(name, anything));
        fields.put("rulebook", TEXT);
        fields.put("engine", object(Map.of("name", TEXT, "version", TEXT)));
        fields.put("advice", anything);
        fields.put("hash", TEXT);
        Map<String, Object> receipt = new LinkedHashMap<>(object(fields));
        receipt.put("required", List.copyOf(fields.keySet()));
        return receipt;
    }

    /** What may be changed of an assessment: the same fields, null where something is taken away. */
    Schema<?> change() {
        return body(Map.of());
    }

    private Schema<?> body(Map<String, Object> own) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("company", Map.of("type", List.of("string", "null"), "maxLength", CompanyName.LONGEST));
        fields.put("asOf", Map.of("type", List.of("string", "null"), "pattern", "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"));
        fields.put(
                "language",
                Map.of(
                        "type",
                        "string",
                        "enum",
                        Arrays.stream(Language.values()).map(Language::code).toList()));
        fields.put("answers", answers(false));
        fields.putAll(own);
        return schema(object(fields));
    }

    private static Schema<?> schema(Map<String, Object> described) {
        return Json31.mapper().convertValue(described, JsonSchema.class);
    }

    @SuppressWarnings("unchecked") // we wrote the schema ourselves
    private Map<String, @Nullable Object> answers(boolean rough) {
        Map<String, @Nullable Object> schema = new AnswersSchema(language, wording).of(questionnaire);
        schema.remove("$schema");
        if (rough && schema.get("properties") instanceof Map<?, ?> properties) {
            Map<String, Object> withRanges = new LinkedHashMap<>((Map<String, Object>) properties);
            questionnaire.questions().stream()
                    .filter(question -> question.kind().isNumeric())
                    .map(Question::id)
                    .forEach(id -> withRanges.computeIfPresent(
                            id, (same, number) -> Map.of("anyOf", List.of(number, RANGE, ABOUT))));
            schema.put("properties", withRanges);
        }
        return schema;
    }

    private static Map<String, Object> object(Map<String, Object> fields) {
        return Map.of("type", "object", "properties", fields, "additionalProperties", false);
    }
}
