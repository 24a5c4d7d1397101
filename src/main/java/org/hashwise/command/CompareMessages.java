package org.hashwise.command;

import java.util.Map;
import java.util.stream.Collectors;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.MessageBundle;
import org.hashwise.questionnaire.Question;

/** The messages of the comparison, from {@code compare.properties}. */
final class CompareMessages {

    private static final Language LANGUAGE = Language.EN;
    private static final MessageBundle MESSAGES = MessageBundle.of("org.hashwise.command.compare", LANGUAGE);

    private CompareMessages() {}

    static String of(String key, Object... arguments) {
        return MESSAGES.text(key, arguments);
    }

    static String number(double number) {
        return Wording.number(number, LANGUAGE);
    }

    /** The answer with its label, such as {@code Largest site: 150 MW}. */
    static String answer(Question question, Answer answer) {
        return question.label().in(LANGUAGE) + ": " + value(question, answer);
    }

    private static String value(Question question, Answer answer) {
        return answer.map(
                number -> (number(number) + " " + question.unit()).strip(),
                yes -> of(yes ? "yes" : "no"),
                word -> question.choice(word)
                        .map(choice -> choice.label().in(LANGUAGE))
                        .orElse(word),
                shares -> shares.entrySet().stream()
                        .map((Map.Entry<String, Double> share) ->
                                share.getKey() + " " + number(share.getValue()) + " %")
                        .collect(Collectors.joining(", ")));
    }
}
