package org.hashwise.questionnaire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reader of answers as people write them in words: yes and no, and the choices by their labels. */
public final class AnswerWords {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "oui", "vrai", "o");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "non", "faux");

    private static final Set<String> PARTICLES = Set.of(
            "a", "an", "at", "by", "in", "of", "on", "the", "au", "d", "de", "des", "du", "en", "l", "la", "le", "les",
            "un", "une");
    private static final int SHORTEST_ABBREVIATION = 3;
    private static final Map<String, List<String>> OTHER_WORDS =
            ResourceFile.lists(AnswerWords.class, "choices.properties");

    private AnswerWords() {}

    /** Returns whether a word means yes; empty when it means neither yes nor no. */
    public static Optional<Boolean> yesNo(String text) {
        String word = text.toLowerCase(Locale.ROOT).strip();
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /**
     * The choice whose value, or whose label or other words in either language, are the text but for case, accents, punctuation, articles and
     * prepositions; or the one whose value the text abbreviates by its initials, such as LOI.
     */
    public static Optional<String> choice(Question question, String text) {
        return choice(question, text, AnswerWords::bare)
                .or(() -> choice(question, text, AnswerWords::withoutParticles))
                .or(() -> abbreviated(question, bare(text)));
    }

    private static Optional<String> choice(Question question, String text, UnaryOperator<String> form) {
        String given = form.apply(text);
        List<String> choices = question.choices().stream()
                .filter(choice -> words(question, choice)
                        .anyMatch(word -> form.apply(word).equals(given)))
                .map(Question.AnswerOption::value)
                .toList();
        return choices.size() == 1 && !given.isEmpty() ? Optional.of(choices.get(0)) : Optional.empty();
    }

    private static Stream<String> words(Question question, Question.AnswerOption choice) {
        return Stream.concat(
                Stream.of(choice.value(), choice.label().en(), choice.label().fr()),
                OTHER_WORDS.getOrDefault(question.id() + "." + choice.value(), List.of("")).stream());
    }

    private static Optional<String> abbreviated(Question question, String given) {
        List<String> choices = question.choices().stream()
                .map(Question.AnswerOption::value)
                .filter(value -> given.length() >= SHORTEST_ABBREVIATION
                        && bare(value.replaceAll("([A-Z])[A-Z]*_?", "$1")).equals(given))
                .toList();
        return choices.size() == 1 ? Optional.of(choices.get(0)) : Optional.empty();
    }

    private static String withoutParticles(String text) {
        return Stream.of(TextNormalizer.folded(text).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !PARTICLES.contains(word))
                .collect(Collectors.joining());
    }

    private static String bare(String text) {
        return TextNormalizer.folded(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Returns whether a text says that there is no answer, such as "n/a" or "unknown". */
    public static boolean isOpen(String text) {
        return QuantityPhrase.isOpen(NumberNotation.folded(text));
    }
}
