package org.hashwise.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.Overlay;
import org.hashwise.consultation.Overlays;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one tool call: a request for advice with fields of the tool. Ids of questions are accepted at the top level
 * as well as under {@code answers}, as some models leave out the object around them, and an empty text counts as absent.
 */
final class ToolArguments {

    private static final String ANSWERS = "answers";

    private final AdviceRequest request;

    /** @param own names of the arguments that the tool has besides those of an advice */
    ToolArguments(Map<String, @Nullable Object> arguments, Questionnaire questionnaire, String... own) {
        this.request = AdviceRequest.with(body(arguments), questionnaire, Language.EN, own);
    }

    private static JsonBody body(Map<String, @Nullable Object> arguments) {
        List<Problem> twice = new ArrayList<>();
        Map<String, @Nullable Object> fields = new TreeMap<>();
        Map<String, @Nullable Object> answers = new TreeMap<>();
        if (arguments.get(ANSWERS) instanceof Map<?, ?> given) {
            given.forEach((id, value) -> answers.put(String.valueOf(id), value));
        }
        arguments.forEach((name, value) -> {
            if (name.indexOf('.') < 0) {
                if (!Objects.equals(value, "")) {
                    fields.put(name, value);
                }
            } else if (answers.putIfAbsent(name, value) != null) {
                String other = ANSWERS + "." + name;
                // As they are sent: an id alone would be shown as its label.
                List<Object> both = List.of("arguments." + name, "arguments." + other);
                twice.add(new Problem(name, value, Code.ONE_TOO_MANY, both, other));
            }
        });
        if (fields.get(ANSWERS) == null || fields.get(ANSWERS) instanceof Map) {
            fields.put(ANSWERS, answers);
        }
        return new JsonBody(fields, twice);
    }

    /** The language that a call asks for; English unless it names another one. */
    static Language language(Map<String, @Nullable Object> arguments) {
        return arguments.get("language") instanceof String code
                ? Language.ofCode(code).orElse(Language.EN)
                : Language.EN;
    }

    /** @throws InvalidRequest with all problems in the order of their fields, when there are any */
    Consultation.Request request() {
        return request.finish();
    }

    boolean has(String name) {
        return request.fields().get(name) != null;
    }

    void problem(String name, @Nullable Object value, Code code, List<Object> details, String suggestion) {
        request.fields().problem(name, value, code, details, suggestion);
    }

    /** The text of an argument; empty when it is absent or no text. */
    String text(String name) {
        return Objects.requireNonNullElse(request.fields().text(name), "");
    }

    /** One of some words; empty when the argument is absent or another word. */
    String word(String name, List<String> accepted) {
        return Objects.requireNonNullElse(request.fields().word(name, accepted), "");
    }

    /** A whole number between a smallest and a largest one; the fallback when the argument is absent. */
    int whole(String name, int smallest, int largest, int fallback) {
        return request.fields().whole(name, smallest, largest, fallback);
    }

    List<?> list(String name) {
        return request.fields().list(name);
    }

    /** The overlay that the call names; null when there is none. */
    @Nullable
    Overlay overlay(Overlays overlays) {
        return overlays.overlay(request);
    }

    /** The ids of questions that an argument lists. */
    Set<String> questionIds(String name) {
        return request.questionIds(name);
    }
}
