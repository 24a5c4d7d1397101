package org.hashwise.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.AnswersResult;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Section;
import org.hashwise.text.PageText;
import org.jspecify.annotations.Nullable;

/**
 * The form of one section as it was sent, read into answers; problems and notes are in the order of the questions.
 *
 * @param notes what does not hinder an answer: how a text was understood, and what was perhaps meant instead
 * @param rough numbers that were typed as a range or as approximate, by question id; their middle is the answer
 */
record SectionEntry(
        Answers answers, List<FieldProblem> problems, List<FieldProblem> notes, Map<String, Quantity> rough) {

    SectionEntry {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        rough = Map.copyOf(rough);
    }

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

    /** Everything that was typed in a session. */
    static SectionEntry of(Questionnaire questionnaire, QuestionnaireSession session, PageText texts) {
        return read(questionnaire, questionnaire.questions(), session.typed(), texts, true);
    }

    /** Reads a form in which a number may be a range, or approximate. */
    static SectionEntry read(
            Questionnaire questionnaire, Section section, Map<String, RawField> typed, PageText texts) {
        return read(questionnaire, section.questions(), typed, texts, true);
    }

    /** @param takesRanges whether a number may be a range, or approximate */
    static SectionEntry read(
            Questionnaire questionnaire,
            List<Question> questions,
            Map<String, RawField> typed,
            PageText texts,
            boolean takesRanges) {
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        EntryReader reader = new EntryReader(texts, takesRanges);
        for (Question question : questions) {
            Object value = raw(question, typed, reader);
            if (value != null) {
                raw.put(question.id(), value);
            }
        }
        Set<String> halfRead = reader.problems().stream().map(FieldProblem::id).collect(Collectors.toUnmodifiableSet());
        AnswersResult reading = new AnswersReader(questionnaire).read(raw);
        List<FieldProblem> problems = new ArrayList<>();
        for (Question question : questions) {
            reader.problems().stream()
                    .filter(problem -> problem.id().equals(question.id()))
                    .forEach(problems::add);
            reading.problems().stream()
                    .filter(problem -> problem.id().equals(question.id()))
                    // A sum of half the rows would only mislead.
                    .filter(problem ->
                            problem.code() != Problem.Code.SHARES_NOT_100 || !halfRead.contains(problem.id()))
                    .map(problem -> FieldProblem.of(problem, texts))
                    .forEach(problems::add);
        }
        return new SectionEntry(
                reading.answers().only(id -> !halfRead.contains(id)), problems, reader.notes(), reader.rough());
    }

    // Null means "I don't know".
    private static @Nullable Object raw(Question question, Map<String, RawField> typed, EntryReader reader) {
        if (question.kind() == Kind.SHARES) {
            return reader.shares(question, typed);
        }
        RawField field = typed.get(question.id());
        if (field == null || field.text().isBlank()) {
            return null;
        }
        String text = field.text().strip();
        return switch (question.kind()) {
            case YESNO -> Set.of("true", "false").contains(text) ? Boolean.valueOf(text) : text;
            case CHOICE -> text;
            default -> reader.number(question, field);
        };
    }
}
