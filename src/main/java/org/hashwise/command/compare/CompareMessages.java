package org.hashwise.command.compare;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;

/** The words of the comparison; they stand in {@code compare.properties}. */
final class CompareMessages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.hashwise.command.compare", Locale.ROOT);
    private static final Language LANGUAGE = Language.EN;

    private CompareMessages() {}

    static String of(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), LANGUAGE.locale()).format(arguments);
    }

    static String number(double number) {
        return Wording.number(number, LANGUAGE);
    }

    /** Such as {@code Largest site: 150 MW}. */
    static String answer(Question question, Answer answer) {
        return question.label().in(LANGUAGE) + ": " + value(question, answer);
    }

    private static String value(Question question, Answer answer) {
        if (answer instanceof Answer.Number number) {
            return (number(number.value()) + " " + question.unit()).strip();
        }
        if (answer instanceof Answer.YesNo yes) {
            return of(yes.value() ? "yes" : "no");
        }
        if (answer instanceof Answer.Shares shares) {
            return shares.percentByCode().entrySet().stream()
                    .map((Map.Entry<String, Double> share) -> share.getKey() + " " + number(share.getValue()) + " %")
                    .collect(Collectors.joining(", "));
        }
        String word = ((Answer.Choice) answer).value();
        return question.choice(word).map(choice -> choice.label().in(LANGUAGE)).orElse(word);
    }
}
