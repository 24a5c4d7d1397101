package org.hashwise.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hashwise.consultation.Plain;
import org.hashwise.questionnaire.CompanyName;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.MessageBundle;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typical;

/**
 * Writes the JSON Schemas (2020-12) of tool arguments from the questionnaire in force. Every property has one type, as
 * clients handle unions badly; the order of the properties is stable.
 */
final class InputSchemas {

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

    /** The same with the types alone, as the list of tools takes room in every conversation: the first tool describes them. */
    Map<String, Object> typed(Map<String, Object> own) {
        return schema(false, own);
    }

    /** A list of companies, each with its answers. */
    Map<String, Object> companies() {
        Map<String, Object> company = new LinkedHashMap<>();
        company.put("id", described(text(CompanyName.LONGEST), "argument.id"));
        company.put("company", text(CompanyName.LONGEST));
        company.put("answers", answers(false));
        Map<String, Object> companies = new LinkedHashMap<>();
        companies.put(TYPE, "array");
        companies.put("minItems", 1);
        companies.put("maxItems", MOST_COMPANIES);
        companies.put("items", object(company));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("companies", companies);
        properties.putAll(day(false));
        Map<String, Object> schema = object(properties);
        schema.put("required", List.of("companies"));
        return schema;
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
        Map<String, Object> properties = new LinkedHashMap<>();
        questionnaire.get().questions().forEach(question -> properties.put(question.id(), answer(question, described)));
        Map<String, Object> answers = object(properties);
        answers.put("description", words.plain(described ? "argument.answers" : "argument.answers.short"));
        answers.put("additionalProperties", false);
        return answers;
    }

    /** The schema of one answer; the described one has its range, label and unit. */
    static Map<String, Object> answer(Question question, boolean described) {
        Map<String, Object> property = new LinkedHashMap<>();
        switch (question.kind()) {
            case NUMBER, PERCENT, MONEY -> property.put(TYPE, "number");
            case YESNO -> property.put(TYPE, "boolean");
            case CHOICE ->
                property.putAll(oneOf(
                        question.choices().stream().map(Question.Choice::value).toList()));
            case SHARES -> {
                property.put(TYPE, OBJECT);
                property.put("additionalProperties", Map.of(TYPE, "number"));
            }
        }
        if (described && question.kind().isNumeric()) {
            property.put("minimum", Plain.number(question.min()));
            property.put("maximum", Plain.number(question.max()));
        }
        if (described) {
            String unit = question.unit().isEmpty() ? "" : " [" + question.unit() + "]";
            property.put("description", question.label().in(Language.EN) + unit);
        }
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
                field.putAll(answer(question, true));
                List<String> names = new ArrayList<>();
                question.choices().forEach(choice -> names.add(choice.label().in(language)));
                field.put("enumNames", names);
            }
            default -> field.putAll(answer(question, true));
        }
        String unit = question.unit().isEmpty() ? "" : " [" + question.unit() + "]";
        field.put("title", question.label().in(language) + unit);
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
