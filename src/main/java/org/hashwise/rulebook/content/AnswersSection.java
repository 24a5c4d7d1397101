package org.hashwise.rulebook.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.AnswersResult;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of answers inside YAML files by the same validation that requests go through. */
final class AnswersSection {

    private final Questionnaire questionnaire;
    private final Set<String> doubtful;
    private final Problems problems;
    private final ThresholdExpressions expressions;

    /**
     * @param doubtful questions and sections that could not be read; answers to them are not checked
     * @param expressions values that are relative to thresholds
     */
    AnswersSection(
            Questionnaire questionnaire, Set<String> doubtful, ThresholdExpressions expressions, Problems problems) {
        this.expressions = expressions;
        this.questionnaire = questionnaire;
        this.doubtful = doubtful;
        this.problems = problems;
    }

    /**
     * @param subject the case or company that the answers belong to
     * @param values by question id
     * @param keys the map with the ids as keys
     */
    Answers read(String subject, Map<String, YamlValue> values, YamlMap keys) {
        Map<String, Object> raw = new LinkedHashMap<>();
        values.forEach((id, value) -> raw.put(id, expressions.value(id, value, subject)));
        AnswersResult reading = new AnswersReader(questionnaire).read(raw);
        for (Problem problem : reading.problems()) {
            String given = given(problem.id(), values);
            YamlValue value = values.get(given);
            boolean excused = doubtful.contains(problem.id())
                    || doubtful.contains(problem.id().split("\\.", 2)[0]);
            if (value != null && !excused) {
                boolean unknown = problem.code() == Problem.Code.UNKNOWN_ID;
                report(problem, unknown ? keys.position(given) : value.position(), subject);
            }
        }
        return reading.answers();
    }

    /** Reports the id of a question that does not exist. */
    void checkId(String id, Position position, String subject) {
        boolean excused = doubtful.contains(id) || doubtful.contains(id.split("\\.", 2)[0]);
        if (questionnaire.question(id).isEmpty() && !excused) {
            List<String> known =
                    questionnaire.questions().stream().map(Question::id).toList();
            problems.error(Code.UNKNOWN_QUESTION, position, subject, Suggestion.near(id, known), id);
        }
    }

    // The name in the file, which may be a former one.
    private String given(String id, Map<String, YamlValue> values) {
        return values.keySet().stream()
                .filter(each ->
                        each.equals(id) || questionnaire.renames().id(each).equals(id))
                .findFirst()
                .orElse(id);
    }

    private void report(Problem problem, Position position, String subject) {
        String suggestion = problem.suggestion().isEmpty()
                ? ""
                : Suggestion.near(problem.suggestion(), List.of(problem.suggestion()));
        String given = Messages.word(problem.value());
        switch (problem.code()) {
            case UNKNOWN_ID -> problems.error(Code.UNKNOWN_QUESTION, position, subject, suggestion, problem.id());
            case UNKNOWN_CHOICE ->
                problems.error(
                        Code.UNKNOWN_CHOICE,
                        position,
                        subject,
                        suggestion.isEmpty() ? expected(problem) : suggestion,
                        given,
                        problem.id());
            case OUT_OF_RANGE -> {
                Question question = questionnaire.question(problem.id()).orElseThrow();
                Object[] arguments = {given, question.min(), question.max(), question.id()};
                String unit = question.unit();
                String expected = Messages.of(unit.isEmpty() ? "suggestion.number" : "suggestion.unit", unit);
                problems.error(Code.OUT_OF_RANGE, position, subject, expected, arguments);
            }
            case SHARES_NOT_100 ->
                problems.error(
                        Code.SHARES_NOT_100,
                        position,
                        subject,
                        "",
                        problem.arguments().get(0));
            default ->
                problems.error(Code.BAD_ANSWER, position, subject, suggestion, given, problem.id(), expected(problem));
        }
    }

    private String expected(Problem problem) {
        return Messages.of(
                "answer." + problem.code().name(), problem.arguments().toArray());
    }
}
