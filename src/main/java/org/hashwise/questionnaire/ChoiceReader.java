package org.hashwise.questionnaire;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reader of the choices of a question as people write them: by value, by label or other words in either language, but for case,
 * accents, punctuation, articles and prepositions, or by initials, such as LOI. Immutable.
 */
public final class ChoiceReader {

    private static final Set<String> PARTICLES = Set.of(
            "a", "an", "at", "by", "in", "of", "on", "the", "au", "d", "de", "des", "du", "en", "l", "la", "le", "les",
            "un", "une");
    private static final int SHORTEST_ABBREVIATION = 3;
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BEHIND_INITIAL = Pattern.compile("([A-Z])[A-Z]*_?");
    private static final Map<String, List<String>> OTHER_WORDS =
            ResourceFile.lists(ChoiceReader.class, "choices.properties");

    private final Map<String, Set<String>> byWords;
    private final Map<String, Set<String>> byWordsWithoutParticles;
    private final Map<String, Set<String>> byInitials;

    public ChoiceReader(Question question) {
        this.byWords = values(question, choice -> words(question, choice), ChoiceReader::bare);
        this.byWordsWithoutParticles =
                values(question, choice -> words(question, choice), ChoiceReader::withoutParticles);
        this.byInitials = values(question, ChoiceReader::initials, ChoiceReader::bare);
    }

    /** The value of the only choice that a text names; empty when it names none, or several. */
    public Optional<String> read(String text) {
        String bare = bare(text);
        return only(byWords, bare)
                .or(() -> only(byWordsWithoutParticles, withoutParticles(text)))
                .or(() -> bare.length() < SHORTEST_ABBREVIATION ? Optional.empty() : only(byInitials, bare));
    }

    private static Optional<String> only(Map<String, Set<String>> values, String form) {
        Set<String> named = values.getOrDefault(form, Set.of());
        return named.size() == 1 && !form.isEmpty() ? named.stream().findFirst() : Optional.empty();
    }

    private static Map<String, Set<String>> values(
            Question question, Function<Question.AnswerOption, Stream<String>> words, UnaryOperator<String> form) {
        Map<String, Set<String>> values = new HashMap<>();
        for (Question.AnswerOption choice : question.choices()) {
            words.apply(choice)
                    .map(form)
                    .forEach(word -> values.computeIfAbsent(word, none -> new HashSet<>())
                            .add(choice.value()));
        }
        return values;
    }

    private static Stream<String> words(Question question, Question.AnswerOption choice) {
        return Stream.concat(
                Stream.of(choice.value(), choice.label().en(), choice.label().fr()),
                OTHER_WORDS.getOrDefault(question.id() + "." + choice.value(), List.of("")).stream());
    }

    private static Stream<String> initials(Question.AnswerOption choice) {
        return Stream.of(BEHIND_INITIAL.matcher(choice.value()).replaceAll("$1"));
    }

    private static String withoutParticles(String text) {
        return Stream.of(PUNCTUATION.split(TextNormalizer.folded(text), -1))
                .filter(word -> !PARTICLES.contains(word))
                .collect(Collectors.joining());
    }

    private static String bare(String text) {
        return PUNCTUATION.matcher(TextNormalizer.folded(text)).replaceAll("");
    }
}
