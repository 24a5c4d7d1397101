package org.hashwise.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words around numbers in folded text: those that leave a question open, make a number approximate, or join two to a range. */
final class QuantityPhrase {

    private static final QuantityVocabulary VOCABULARY = QuantityVocabulary.shared();

    private static final int MOST_CUTS = 8;
    private static final String DASH = " ?(?<![0-9]e)(?<!\\^)-+ ?";
    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[ .\"]");
    private static final Pattern WITHOUT_UNIT = Pattern.compile(".*[0-9.,]$");
    private static final List<String> FROM = VOCABULARY.words("from");
    private static final List<Pattern> TO = VOCABULARY.words("to").stream()
            .map(word -> Pattern.compile(separator(word)))
            .toList();
    private static final Pattern REMARK = Pattern.compile("\\(([^()0-9]*)\\)");
    private static final Affixes ABOUT = Affixes.of("about");
    private static final Affixes LIMIT = Affixes.of("limit");

    private QuantityPhrase() {}

    /** The two ends of a range, each with its unit as far as it has one. */
    record Ends(String low, String high) {}

    /** Returns whether the text says that there is no value. */
    static boolean isOpen(String folded) {
        String word = BETWEEN_LETTERS.matcher(folded).replaceAll("");
        return word.isEmpty() || VOCABULARY.is("open", word) || VOCABULARY.is("open", folded.replace(" ", ""));
    }

    /** The number that is said to be approximate; null when none is. */
    static @Nullable String approximate(String folded) {
        String opened = REMARK.matcher(folded).replaceAll(" $1 ").strip();
        return without(ABOUT, opened.equals(folded) ? folded : opened.replaceAll(" +", " "));
    }

    /** The number that is said to be one end of a range; null when none is. */
    static @Nullable String limit(String folded) {
        return without(LIMIT, folded);
    }

    /** Every way to read a text as a range. */
    static List<Ends> ranges(String folded) {
        String text = FROM.stream()
                .filter(word -> folded.startsWith(word + " "))
                .findFirst()
                .map(word -> folded.substring(word.length()).strip())
                .orElse(folded);
        List<Ends> ranges = new ArrayList<>();
        for (Pattern word : TO) {
            Matcher found = word.matcher(text);
            while (found.find() && ranges.size() < MOST_CUTS) {
                String left = text.substring(0, found.start()).strip();
                String right = text.substring(found.end()).strip();
                if (hasDigit(left) && hasDigit(right)) {
                    ranges.add(new Ends(left + suffix(right, left), right));
                }
            }
        }
        return ranges;
    }

    private static String separator(String word) {
        if (word.equals("-")) {
            return DASH;
        }
        return word.matches("[a-z]+") ? " " + word + " " : " ?" + Pattern.quote(word) + " ?";
    }

    /** The scale and unit after one number, for another one that has none; empty where that has its own. */
    static String suffix(String from, String to) {
        Matcher number = NumberNotation.NUMBER.matcher(from);
        boolean bare = WITHOUT_UNIT.matcher(to).matches();
        return bare && number.find() ? " " + from.substring(number.end()).strip() : "";
    }

    static boolean hasDigit(String text) {
        return text.chars().anyMatch(sign -> sign >= '0' && sign <= '9');
    }

    private static @Nullable String without(Affixes affixes, String folded) {
        Matcher start = affixes.before().matcher(folded);
        if (start.find()) {
            return folded.substring(start.end()).strip();
        }
        Matcher end = affixes.behind().matcher(folded);
        return end.find() ? folded.substring(0, end.start()).strip() : null;
    }

    /** Words before and after a number, which may be spaced and abbreviated with a full stop. */
    private record Affixes(Pattern before, Pattern behind) {

        static Affixes of(String kind) {
            List<String> before = VOCABULARY.words(kind).stream()
                    .map(word -> spaced(word) + (endsInLetter(word) ? "(?=[ .0-9])\\.?" : ""))
                    .toList();
            List<String> behind = VOCABULARY.words(kind + "-behind").stream()
                    .map(word ->
                            (endsInLetter(word) ? "(?<=[0-9a-z$%¢] |[0-9%$])" : "(?<=[0-9a-z%$¢] ?)") + spaced(word))
                    .toList();
            return new Affixes(
                    Pattern.compile("^(?:" + String.join("|", before) + ") *(?=.*[0-9])"),
                    Pattern.compile("(?:" + String.join("|", behind) + ")\\.?$"));
        }
    }

    private static boolean endsInLetter(String word) {
        return Character.isLetter(word.charAt(word.length() - 1));
    }

    private static String spaced(String word) {
        StringBuilder pattern = new StringBuilder();
        word.chars()
                .forEach(letter -> pattern.append(pattern.isEmpty() ? "" : "[ .]?")
                        .append(Pattern.quote(String.valueOf((char) letter))));
        return pattern.toString();
    }
}
