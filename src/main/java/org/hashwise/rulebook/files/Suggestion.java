package org.hashwise.rulebook.files;

import java.util.Collection;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.rulebook.Sentences;

/** Says to an analyst which word was probably meant, or which are accepted. */
public final class Suggestion {

    private static final int FEW = 12;

    private Suggestion() {}

    /** The nearest known word as a question; where none is near, the known words if they are few; else nothing. */
    public static String near(String given, Collection<String> known) {
        return Nearest.to(given, known)
                .map(word -> Sentences.of("suggestion.near", word))
                .orElseGet(() -> known.size() <= FEW ? oneOf(known) : "");
    }

    /** All accepted words. */
    public static String oneOf(Collection<String> known) {
        return known.isEmpty() ? "" : Sentences.of("suggestion.one-of", String.join(", ", known));
    }
}
