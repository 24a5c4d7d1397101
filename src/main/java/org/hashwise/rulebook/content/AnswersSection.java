package org.hashwise.rulebook.content;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Reading;
import org.hashwise.rulebook.RulebookProblem.Code;
import org.hashwise.rulebook.Sentences;
import org.hashwise.rulebook.files.Position;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.YamlValue;

/** Reads answers inside YAML files by the same validation that requests go through. */
final class AnswersSection {

    private final Questionnaire questionnaire;
    private final Problems problems;

    AnswersSection(Questionnaire questionnaire, Problems problems) {
        this.questionnaire = questionnaire;
        this.problems = problems;
    }

    /**
     * @param subject the case or company that the answers belong to
     * @param values by question id
     */
    Answers read(String subject, Map<String, YamlValue> values) {
        Map<String, Object> raw = new LinkedHashMap<>();
        values.forEach((id, value) -> raw.put(id, RawYaml.of(value)));
        Reading reading = new AnswersReader(questionnaire).read(raw);
        for (Problem problem : reading.problems()) {
            YamlValue value = values.get(problem.id());
            Position position = value == null ? Position.of("") : value.position();
            Code code = problem.code() == Problem.Code.UNKNOWN_ID ? Code.UNKNOWN_QUESTION : Code.BAD_ANSWER;
            String suggestion = problem.suggestion().isEmpty()
                    ? ""
                    : Suggestion.near(problem.suggestion(), java.util.List.of(problem.suggestion()));
            Object[] arguments = code == Code.UNKNOWN_QUESTION
                    ? new Object[] {problem.id()}
                    : new Object[] {String.valueOf(problem.value()), problem.id(), expected(problem)};
            problems.error(code, position, subject, suggestion, arguments);
        }
        return reading.answers();
    }

    private String expected(Problem problem) {
        return Sentences.of(
                "answer." + problem.code().name(), problem.arguments().toArray());
    }
}
