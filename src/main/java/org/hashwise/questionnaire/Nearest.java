package org.hashwise.questionnaire;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Nearest-match suggestion for a mistyped word. */
public final class Nearest {

    private static final int LONGEST = 80;
    private static final int SHORTEST_BEGINNING = 3;

    private Nearest() {}

    /**
     * The accepted word that is nearest to a given one: the same but for case and punctuation, else the only one that
     * begins with it, else the one with the fewest changed letters if those are at most a third. Empty when none is
     * near.
     */
    public static Optional<String> to(String given, Collection<String> accepted) {
        if (given.isBlank() || given.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = bare(given);
        for (String word : accepted) {
            if (bare(word).equals(bare)) {
                return Optional.of(word);
            }
        }
        return begun(bare, accepted).or(() -> similar(bare, accepted));
    }

    private static Optional<String> begun(String bare, Collection<String> accepted) {
        if (bare.length() < SHORTEST_BEGINNING) {
            return Optional.empty();
        }
        var begun =
                accepted.stream().filter(word -> bare(word).startsWith(bare)).toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    private static Optional<String> similar(String bare, Collection<String> accepted) {
        int allowed = Math.max(1, bare.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(allowed);
        String nearest = null;
        int fewest = allowed + 1;
        for (String word : accepted) {
            String other = bare(word);
            boolean near = Math.abs(other.length() - bare.length()) <= allowed;
            int changes = near ? distance.apply(bare, other) : -1;
            if (changes >= 0 && changes < fewest) {
                fewest = changes;
                nearest = word;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static String bare(String word) {
        StringBuilder bare = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != '.' && c != '_' && c != '-' && !Character.isWhitespace(c)) {
                bare.append(c);
            }
        }
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
