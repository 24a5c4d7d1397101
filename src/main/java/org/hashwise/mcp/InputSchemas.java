package org.hashwise.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Plain;
import org.hashwise.questionnaire.CompanyName;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.MessageBundle;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typical;

/**
 * Writer of the JSON Schemas (2020-12) of tool arguments from the questionnaire in force. Every property has one type, as
 * clients handle unions badly; the order of the properties is stable. The list of tools takes tokens in every conversation, so
 * that the first tool alone describes what all of them take.
 */
final class InputSchemas {

    /** The parts of an overlay. */
    static final List<String> OVERLAY = List.of("parameters", "answers", "market");

    /** The most companies of one screening. */
    static final int MOST_COMPANIES = 20;

    private static final String TYPE = "type";
    private static final String OBJECT = "object";
    private static final String STRING = "string";

    private final Supplier<Questionnaire> questionnaire;
    private final MessageBundle words;

    InputSchemas(Supplier<Questionnaire> questionnaire, MessageBundle words) {
        this.questionnaire = questionnaire;
        this.words = words;
    }

    /** Company, day, language and answers, each answer with its label and unit. */
    Map<String, Object> described(Map<String, Object> own) {
        return schema(true, own);
    }

    /** The same with the types alone. */
    Map<String, Object> typed(Map<String, Object> own) {
        return schema(false, own);
    }

    /** A list of companies, each with its answers. */
    Map<String, Object> companies() {
        Map<String, Object> companies = new LinkedHashMap<>();
        companies.put(TYPE, "array");
        companies.put("minItems", 1);
        companies.put("maxItems", MOST_COMPANIES);
        companies.put("items", object(company()));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("companies", companies);
        properties.putAll(day(false));
        Map<String, Object> schema = object(properties);
        schema.put("required", List.of("companies"));
        return schema;
    }

    /** The schemas of the properties of each company of a list. */
    Map<String, Object> company() {
        Map<String, Object> company = new LinkedHashMap<>();
        company.put("id", described(text(AdviceRequest.LONGEST_ID), "argument.id"));
        company.put("company", text(CompanyName.LONGEST));
        company.put("answers", answers(false));
        return company;
    }

    private Map<String, Object> schema(boolean described, Map<String, Object> own) {
        Map<String, Object> properties = new LinkedHashMap<>(own);
        properties.put(
                "company",
                described ? described(text(CompanyName.LONGEST), "argument.company") : text(CompanyName.LONGEST));
        properties.putAll(day(described));
        properties.put("answers", answers(described));
        return object(properties);
    }

    private Map<String, Object> day(boolean described) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> day = new LinkedHashMap<>(Map.of(TYPE, STRING));
        Map<String, Object> language = oneOf(List.of("en", "fr"));
        properties.put("asOf", described ? described(day, "argument.asOf") : day);
        properties.put("language", described ? described(language, "argument.language") : language);
        return properties;
    }

    private Map<String, Object> answers(boolean described) {
        Map<String, Object> answers = described ? listed() : grouped();
        answers.put("description", words.plain(described ? "argument.answers" : "argument.answers.short"));
        return answers;
    }

    /** Each answer with its type, label and unit; ranges are stated where a value is refused, and among the resources. */
    private Map<String, Object> listed() {
        Map<String, Object> properties = new LinkedHashMap<>();
        questionnaire.get().questions().forEach(question -> {
            Map<String, Object> property = type(question);
            property.put("description", label(question, Language.EN));
            properties.put(question.id(), property);
        });
        Map<String, Object> answers = object(properties);
        answers.put("additionalProperties", false);
        return answers;
    }

    /** The same types in a tenth of the size: an answer is a number unless a pattern has its id. */
    private Map<String, Object> grouped() {
        Map<String, List<String>> idsByType = new LinkedHashMap<>();
        for (Question question : questionnaire.get().questions()) {
            if (!question.kind().isNumeric()) {
                idsByType
                        .computeIfAbsent(String.valueOf(type(question).get(TYPE)), first -> new ArrayList<>())
                        .add(question.id().replace(".", "\\."));
            }
        }
        Map<String, Object> patterns = new LinkedHashMap<>();
        idsByType.forEach((type, ids) -> patterns.put("^(" + String.join("|", ids) + ")$", Map.of(TYPE, type)));
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put(TYPE, OBJECT);
        answers.put("patternProperties", patterns);
        answers.put("additionalProperties", Map.of(TYPE, "number"));
        return answers;
    }

    private static String label(Question question, Language language) {
        String unit = question.unit().isEmpty() ? "" : " [" + question.unit() + "]";
        return question.label().in(language) + unit;
    }

    private static Map<String, Object> type(Question question) {
        Map<String, Object> property = new LinkedHashMap<>();
        switch (question.kind()) {
            case NUMBER, PERCENT, MONEY -> property.put(TYPE, "number");
            case YESNO -> property.put(TYPE, "boolean");
            case CHOICE -> property.putAll(oneOf(question.choiceValues()));
            case SHARES -> {
                property.put(TYPE, OBJECT);
                property.put("additionalProperties", Map.of(TYPE, "number"));
            }
        }
        return property;
    }

    /** The schema of one answer, with its range, label and unit. */
    static Map<String, Object> answer(Question question) {
        Map<String, Object> property = type(question);
        if (question.kind().isNumeric()) {
            property.put("minimum", Plain.number(question.min()));
            property.put("maximum", Plain.number(question.max()));
        }
        property.put("description", label(question, Language.EN));
        return property;
    }

    /**
     * The schema of a form with one field, in which users type; places with their shares are typed as text. The field is not
     * required: a form sent without it means “I don’t know”.
     */
    Map<String, Object> form(Question question, Language language, String typical) {
        Map<String, Object> field = new LinkedHashMap<>();
        switch (question.kind()) {
            case SHARES -> field.put(TYPE, STRING);
            case CHOICE -> {
                field.putAll(answer(question));
                List<String> names = new ArrayList<>();
                question.choices().forEach(choice -> names.add(choice.label().in(language)));
                field.put("enumNames", names);
            }
            default -> field.putAll(answer(question));
        }
        field.put("title", label(question, language));
        field.put("description", (question.help().in(language) + " " + typical).strip());
        return object(Map.of(question.id(), field));
    }

    /** The typical value of a question, when it is a fixed one. */
    static Object typical(Question question) {
        return question.typical() instanceof Typical.Fixed fixed ? Plain.value(fixed.value()) : "";
    }

    static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, OBJECT);
        schema.put("properties", properties);
        return schema;
    }

    static Map<String, Object> oneOf(List<String> words) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, STRING);
        schema.put("enum", words);
        return schema;
    }

    static Map<String, Object> text(int longest) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, STRING);
        schema.put("maxLength", longest);
        return schema;
    }

    static Map<String, Object> overlay() {
        Map<String, Object> numbers = new LinkedHashMap<>(Map.of(TYPE, OBJECT));
        numbers.put("additionalProperties", Map.of(TYPE, "number"));
        Map<String, Object> parts = new LinkedHashMap<>();
        OVERLAY.forEach(part -> parts.put(part, part.equals("answers") ? Map.of(TYPE, OBJECT) : numbers));
        return object(parts);
    }

    static Map<String, Object> ids() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, "array");
        schema.put("items", Map.of(TYPE, STRING));
        return schema;
    }

    /** A schema with the description that the bundle has under a key. */
    Map<String, Object> described(Map<String, Object> schema, String key) {
        schema.put("description", words.plain(key));
        return schema;
    }
}
