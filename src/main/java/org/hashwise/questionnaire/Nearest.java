package org.hashwise.questionnaire;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

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
        return begun(bare, accepted).or(() -> similar(bare, accepted, Math.max(1, bare.length() / 3)));
    }

    private static Optional<String> begun(String bare, Collection<String> accepted) {
        if (bare.length() < SHORTEST_BEGINNING) {
            return Optional.empty();
        }
        var begun =
                accepted.stream().filter(word -> bare(word).startsWith(bare)).toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    /**
     * The accepted word of which a given one is a mistyping: the one with the fewest changed letters if those are at most a
     * quarter, or one in a short word; two letters that changed places are one change. Empty when none is so near.
     */
    public static Optional<String> mistyped(String given, Collection<String> accepted) {
        String bare = bare(given);
        return bare.length() < SHORTEST_BEGINNING || bare.length() > LONGEST
                ? Optional.empty()
                : similar(bare, accepted, Math.max(1, bare.length() / 4));
    }

    private static Optional<String> similar(String bare, Collection<String> accepted, int allowed) {
        String nearest = null;
        int fewest = allowed + 1;
        for (String word : accepted) {
            String other = bare(word);
            boolean near = Math.abs(other.length() - bare.length()) < fewest;
            int changes = near ? changes(bare, other) : fewest;
            if (changes < fewest) {
                fewest = changes;
                nearest = word;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Letters that are changed, added, left out, or that changed places with the next one. */
    private static int changes(String one, String other) {
        int[][] fewest = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    fewest[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int least = Math.min(fewest[i - 1][j - 1] + change, Math.min(fewest[i - 1][j], fewest[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                fewest[i][j] = swapped ? Math.min(least, fewest[i - 2][j - 2] + 1) : least;
            }
        }
        return fewest[one.length()][other.length()];
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
