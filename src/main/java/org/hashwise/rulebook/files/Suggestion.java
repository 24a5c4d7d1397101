package org.hashwise.rulebook.files;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.rulebook.model.Messages;

/** Suggestion of the word that was probably meant, or a list of those that are accepted. */
public final class Suggestion {

    private static final int FEW = 12;
    private static final int LONGEST = 80;

    private Suggestion() {}

    /** The nearest known word as a question; where none is near, the known words if they are few; else nothing. */
    public static String near(String given, Collection<String> known) {
        String near = onlyNear(given, known);
        return near.isEmpty() && known.size() <= FEW ? oneOf(known) : near;
    }

    /** The nearest known word as a question; nothing where none is near. */
    public static String onlyNear(String given, Collection<String> known) {
        return swapped(given, known)
                .or(() -> Nearest.to(given, sorted(known)))
                .map(Suggestion::of)
                .orElse("");
    }

    /** The suggestion of a word as a question. */
    public static String of(String word) {
        return Messages.of("suggestion.near", word);
    }

    /** The word that a suggestion of {@link #near} names as probably meant; empty for any other suggestion. */
    public static Optional<String> meant(String suggestion) {
        String[] frame = Messages.of("suggestion.near", "@").split("@", 2);
        boolean named = suggestion.length() > frame[0].length() + frame[1].length()
                && suggestion.startsWith(frame[0])
                && suggestion.endsWith(frame[1]);
        return named
                ? Optional.of(suggestion.substring(frame[0].length(), suggestion.length() - frame[1].length()))
                : Optional.empty();
    }

    // Sets have another order in every run.
    private static Collection<String> sorted(Collection<String> known) {
        return known instanceof List ? known : new TreeSet<>(known);
    }

    /** The word that comes out when two neighbouring letters change places. */
    private static Optional<String> swapped(String given, Collection<String> known) {
        for (int i = 1; i < Math.min(given.length(), LONGEST); i++) {
            String swapped = given.substring(0, i - 1) + given.charAt(i) + given.charAt(i - 1) + given.substring(i + 1);
            if (known.contains(swapped)) {
                return Optional.of(swapped);
            }
        }
        return Optional.empty();
    }

    /** All accepted words. */
    public static String oneOf(Collection<String> known) {
        return known.isEmpty() ? "" : Messages.of("suggestion.one-of", String.join(", ", sorted(known)));
    }
}
