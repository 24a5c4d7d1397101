package org.hashwise.rulebook.mutation;

import java.util.stream.Collectors;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.ExpressionText;
import org.hashwise.rulebook.language.Rule;

/** Writes a case the way analysts write cases. */
final class CaseText {

    private final Questionnaire questionnaire;

    CaseText(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    String of(Remedy remedy, Rule rule, String sentence) {
        String given = remedy.given().byId().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
        return "- case: " + sentence + "\n  market: " + remedy.market() + "\n  given: " + given + "\n  "
                + (remedy.fires() ? "fires" : "silent") + ": [" + rule.id() + "]\n";
    }

    /** {@code largest site 97.5, connection FIRM}: the answers in few words. */
    String answers(Remedy remedy) {
        return remedy.given().byId().entrySet().stream()
                .map(entry -> label(entry.getKey()) + " " + value(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String label(String id) {
        return questionnaire.question(id).map(question -> question.label().en()).orElse(id);
    }

    private static String value(Answer answer) {
        if (answer instanceof Answer.Number number) {
            return ExpressionText.number(number.value());
        } else if (answer instanceof Answer.YesNo yesNo) {
            return Boolean.toString(yesNo.value());
        } else if (answer instanceof Answer.Choice choice) {
            return choice.value();
        }
        return ((Answer.Shares) answer)
                .percentByCode().entrySet().stream()
                        .map(share -> share.getKey() + ": " + ExpressionText.number(share.getValue()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
