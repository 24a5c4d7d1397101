package org.hashwise.rulebook.content;

import java.util.List;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/**
 * The part of a question that is read before its typical value, spread and moves, which have to fit it.
 *
 * @param range smallest and largest value
 */
record QuestionPart(Problems problems, String id, Kind kind, List<Question.AnswerOption> choices, double[] range) {

    /** The words that answer the question, unless it is answered by a number or shares. */
    List<String> words() {
        return kind == Kind.YESNO
                ? List.of("yes", "no")
                : choices.stream().map(Question.AnswerOption::value).toList();
    }

    /** Reports a word that does not answer the question. */
    void requireKnown(String word, Position position) {
        if (!words().contains(word)) {
            problems.error(Code.UNKNOWN_CHOICE, position, id, Suggestion.near(word, words()), word, id);
        }
    }

    void error(Code code, Position position, Object... arguments) {
        problems.error(code, position, id, "", arguments);
    }
}
