package org.hashwise.questionnaire;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reader of answers as people write them in words: yes, no, and that there is none. */
public final class AnswerWords {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "oui", "vrai", "o");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "non", "faux");

    private AnswerWords() {}

    /** Returns whether a word means yes; empty when it means neither yes nor no. */
    public static Optional<Boolean> yesNo(String text) {
        String word = text.toLowerCase(Locale.ROOT).strip();
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** Returns whether a text says that there is no answer, such as "n/a" or "unknown". */
    public static boolean isOpen(String text) {
        return !NumberNotation.isBare(text) && QuantityPhrase.isOpen(NumberNotation.folded(text));
    }
}
