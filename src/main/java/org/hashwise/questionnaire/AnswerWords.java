package org.hashwise.questionnaire;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers as people write them in words: yes and no, and the choices by their labels. */
public final class AnswerWords {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "oui", "vrai", "o");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "non", "faux");

    private AnswerWords() {}

    /** Whether a word means yes; empty when it means neither yes nor no. */
    public static Optional<Boolean> yesNo(String text) {
        String word = text.toLowerCase(Locale.ROOT).strip();
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** The choice whose value, or whose label in either language, is the text but for case, accents and punctuation. */
    public static Optional<String> choice(Question question, String text) {
        String given = bare(text);
        return question.choices().stream()
                .filter(choice -> Stream.of(
                                choice.value(),
                                choice.label().en(),
                                choice.label().fr())
                        .anyMatch(word -> bare(word).equals(given)))
                .map(Question.Choice::value)
                .findFirst();
    }

    private static String bare(String text) {
        return TextNormalizer.folded(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Whether a text says that there is no answer, such as "n/a" or "unknown". */
    public static boolean isOpen(String text) {
        return QuantityPhrase.isOpen(NumberNotation.folded(text));
    }
}
