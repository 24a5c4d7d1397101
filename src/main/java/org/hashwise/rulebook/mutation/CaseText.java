package org.hashwise.rulebook.mutation;

import java.util.stream.Collectors;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.ExpressionText;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.model.Messages;

/** Writer of a case as analysts write cases. */
final class CaseText {

    private final Questionnaire questionnaire;

    CaseText(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /** A case to be pasted; its sentence says what was tried and wants to be said better. */
    String of(SuggestedCase suggestedCase, Rule rule) {
        Answers answers = suggestedCase.company().answers();
        String given = answers.byId().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
        String expected = suggestedCase.expected().entrySet().stream()
                .map(entry -> "  " + entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        String sentence =
                Messages.of("suggested-case.sentence", rule.title().en(), summary(suggestedCase), summary(answers));
        return "- case: \"" + sentence + "\"\n  market: "
                + suggestedCase.company().market().asOf() + "\n  given: " + given + "\n" + expected;
    }

    private static String summary(SuggestedCase suggestedCase) {
        return suggestedCase.expected().entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + entry.getValue().replaceAll("[\\[\\]{}]", "").strip())
                .collect(Collectors.joining(", "));
    }

    /** {@code largest site 97.5, connection FIRM}: the answers in few words. */
    private String summary(Answers answers) {
        return answers.byId().entrySet().stream()
                .map(entry -> label(entry.getKey()) + " " + value(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String label(String id) {
        return questionnaire.question(id).map(question -> question.label().en()).orElse(id);
    }

    private static String value(Answer answer) {
        return answer.map(
                ExpressionText::number,
                yes -> Boolean.toString(yes),
                choice -> choice,
                shares -> shares.entrySet().stream()
                        .map(share -> share.getKey() + ": " + ExpressionText.number(share.getValue()))
                        .collect(Collectors.joining(", ", "{ ", " }")));
    }
}
