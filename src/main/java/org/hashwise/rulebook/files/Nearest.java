package org.hashwise.rulebook.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.hashwise.rulebook.Sentences;

/** Finds the word that was probably meant, and says what is accepted. */
public final class Nearest {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The nearest known word as a question; where none is near, the known words if they are few; else nothing. */
    public static String suggestion(String given, Collection<String> known) {
        String word = word(given, known);
        if (!word.isEmpty()) {
            return Sentences.of("suggestion.near", word);
        }
        return known.size() <= 12 ? oneOf(known) : "";
    }

    /** All accepted words. */
    public static String oneOf(Collection<String> known) {
        return known.isEmpty() ? "" : Sentences.of("suggestion.one-of", String.join(", ", known));
    }

    /** The nearest known word; empty when every word differs in more than a third of its letters. */
    public static String word(String given, Collection<String> known) {
        String lower = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> distance(lower, word) <= Math.max(1, Math.max(word.length(), given.length()) / 3))
                .min(Comparator.<String>comparingInt(word -> distance(lower, word))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    private static int distance(String lower, String word) {
        return DISTANCE.apply(lower, word.toLowerCase(Locale.ROOT));
    }
}
