package org.hashwise.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Reading;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request for advice and collects everything that is wrong with it. */
final class AdviceRequest {

    private static final List<String> FIELDS = List.of("company", "asOf", "language", "answers");
    /** Most characters in the name of a company. */
    static final int LONGEST_NAME = 120;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final Map<String, @Nullable Object> fields;
    private final List<Problem> problems;

    private AdviceRequest(JsonBody body) {
        this.fields = body.fields();
        this.problems = new ArrayList<>(body.duplicates());
    }

    /**
     * @param preferred the language when the body names none
     * @throws Refusal naming all problems in the order of their ids
     */
    static Consultation.Request read(JsonBody body, Questionnaire questionnaire, Language preferred) {
        return new AdviceRequest(body).request(questionnaire, preferred);
    }

    private Consultation.Request request(Questionnaire questionnaire, Language preferred) {
        fields.forEach((name, value) -> {
            if (!FIELDS.contains(name)) {
                problems.add(new Problem(name, value, Code.UNKNOWN_FIELD, List.of(), meant(name, questionnaire)));
            }
        });
        String company = company();
        Language language = language(preferred);
        LocalDate asOf = asOf();
        Answers answers = answers(questionnaire);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(Problem::id));
            throw Refusal.invalid(problems, language);
        }
        return new Consultation.Request(company == null ? "" : company, asOf, language, answers);
    }

    // An id of a question at the top level was meant to stand under answers.
    private static String meant(String name, Questionnaire questionnaire) {
        return questionnaire.question(name).isPresent()
                ? "answers"
                : Nearest.to(name, FIELDS).orElse("");
    }

    // As long as the questionnaire takes it, and on one line.
    private @Nullable String company() {
        String name = text("company");
        if (name != null && name.length() > LONGEST_NAME) {
            problems.add(new Problem("company", name, Code.TOO_LONG, List.of(LONGEST_NAME), ""));
        }
        if (name != null && name.chars().anyMatch(Character::isISOControl)) {
            problems.add(new Problem("company", name, Code.CONTROL_CHARACTERS, List.of(), ""));
        }
        return name;
    }

    private @Nullable String text(String field) {
        Object value = fields.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        problems.add(new Problem(field, value, Code.WRONG_TYPE, List.of(), ""));
        return null;
    }

    private Language language(Language preferred) {
        String code = text("language");
        if (code == null) {
            return preferred;
        }
        return Language.ofCode(code).orElseGet(() -> {
            List<String> spoken =
                    List.of(Language.values()).stream().map(Language::code).toList();
            String meant = code.length() < 2 ? "" : code.substring(0, 2);
            String suggestion = Language.ofCode(meant).map(Language::code).orElse("");
            problems.add(new Problem("language", code, Code.UNKNOWN_LANGUAGE, List.of(spoken), suggestion));
            return preferred;
        });
    }

    private @Nullable LocalDate asOf() {
        String text = text("asOf");
        if (text == null) {
            return null;
        }
        try {
            if (MONTH.matcher(text).matches()) {
                return YearMonth.parse(text).atEndOfMonth();
            }
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noSuchDay) {
            // falls through: a thirteenth month is as wrong as a word
        }
        problems.add(new Problem("asOf", text, Code.NOT_A_DATE, List.of(), ""));
        return null;
    }

    private Answers answers(Questionnaire questionnaire) {
        Object value = fields.get("answers");
        if (value == null) {
            return Answers.none();
        }
        if (!(value instanceof Map<?, ?>)) {
            problems.add(new Problem("answers", value, Code.WRONG_TYPE, List.of(), ""));
            return Answers.none();
        }
        @SuppressWarnings("unchecked") // the names of a JSON object are always text
        Reading reading = new AnswersReader(questionnaire).read((Map<String, @Nullable Object>) value);
        // Of a place that is given twice, only one share was counted: the sum says nothing.
        reading.problems().stream()
                .filter(problem -> problem.code() != Code.SHARES_NOT_100
                        || problems.stream()
                                .noneMatch(other -> other.code() == Code.DUPLICATE_PLACE
                                        && other.id().equals(problem.id())))
                .toList()
                .forEach(problems::add);
        return reading.answers();
    }
}
