package org.hashwise.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.AnswersResult;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Section;
import org.jspecify.annotations.Nullable;

/** The form of one section as it was sent, read into answers and problems; problems are in the order of the questions. */
record SectionEntry(Answers answers, List<FieldProblem> problems) {

    /** The places and the percentages of a question of kind shares come in rows of two fields. */
    static final String CODE = ".code";

    static final String PERCENT = ".percent";

    /** The names of the fields that the question has in the form. */
    static List<String> fields(Question question) {
        return switch (question.kind()) {
            case SHARES -> List.of(question.id() + CODE, question.id() + PERCENT);
            default -> List.of(question.id());
        };
    }

    /** A section with one question, for a form that asks nothing else. */
    static Section alone(Question question) {
        return new Section(question.section(), question.label(), question.label(), List.of(question));
    }

    static SectionEntry read(
            Questionnaire questionnaire, Section section, Map<String, RawField> typed, PageText words) {
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        List<FieldProblem> unreadable = new ArrayList<>();
        for (Question question : section.questions()) {
            Object value = raw(question, typed, words, unreadable);
            if (value != null) {
                raw.put(question.id(), value);
            }
        }
        Set<String> halfRead = unreadable.stream().map(FieldProblem::id).collect(Collectors.toUnmodifiableSet());
        AnswersResult reading = new AnswersReader(questionnaire).read(raw);
        List<FieldProblem> problems = new ArrayList<>();
        for (Question question : section.questions()) {
            unreadable.stream()
                    .filter(problem -> problem.id().equals(question.id()))
                    .forEach(problems::add);
            reading.problems().stream()
                    .filter(problem -> problem.id().equals(question.id()))
                    // A sum of half the rows would only mislead.
                    .filter(problem ->
                            problem.code() != Problem.Code.SHARES_NOT_100 || !halfRead.contains(problem.id()))
                    .map(words::problem)
                    .forEach(problems::add);
        }
        return new SectionEntry(reading.answers().only(id -> !halfRead.contains(id)), problems);
    }

    // Null stands for "I don't know".
    private static @Nullable Object raw(
            Question question, Map<String, RawField> typed, PageText words, List<FieldProblem> unreadable) {
        if (question.kind() == org.hashwise.questionnaire.Kind.SHARES) {
            return shares(question, typed, words, unreadable);
        }
        RawField field = typed.get(question.id());
        if (field == null || field.text().isBlank()) {
            return null;
        }
        String text = field.text().strip();
        return switch (question.kind()) {
            case YESNO -> Set.of("true", "false").contains(text) ? Boolean.valueOf(text) : text;
            case CHOICE -> text;
            default -> number(question, text, field, words, unreadable);
        };
    }

    private static @Nullable Double number(
            Question question, String text, RawField field, PageText words, List<FieldProblem> unreadable) {
        String unit = Values.unit(question);
        NumberText read = NumberText.read(text, words.spellings(unit), field.language());
        if (read.number() == null) {
            unreadable.add(
                    read.suggestion() == null
                            ? new FieldProblem(question.id(), words.message("field.not-a-number", text), "")
                            : new FieldProblem(
                                    question.id(),
                                    words.message("field.separators", text),
                                    words.number(read.suggestion())));
        }
        return read.number();
    }

    private static @Nullable Object shares(
            Question question, Map<String, RawField> typed, PageText words, List<FieldProblem> unreadable) {
        RawField codes = typed.get(question.id() + CODE);
        RawField percents = typed.get(question.id() + PERCENT);
        if (codes == null || percents == null) {
            return null;
        }
        Map<String, Double> shares = new HashMap<>();
        for (int row = 0; row < Math.max(codes.texts().size(), percents.texts().size()); row++) {
            String code = code(codes.text(row).strip());
            String percent = percents.text(row).strip();
            if (code.isEmpty() && percent.isEmpty()) {
                continue;
            }
            if (code.isEmpty() || percent.isEmpty()) {
                unreadable.add(new FieldProblem(question.id(), words.message("field.row-incomplete", row + 1), ""));
            }
            Double share = percent.isEmpty() ? null : number(question, percent, percents, words, unreadable);
            if (!code.isEmpty()) {
                // Nothing stands in for a share that was not read, so that the place is checked at the same time.
                shares.merge(code, share == null ? 0.0 : share, Double::sum);
            }
        }
        return shares.isEmpty() ? null : shares;
    }

    // Whoever types a name sees it again as typed; the letters of a code may be small.
    private static String code(String typed) {
        return typed.matches("[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?") ? typed.toUpperCase(Locale.ROOT) : typed;
    }
}
