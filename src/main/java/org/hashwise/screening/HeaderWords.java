package org.hashwise.screening;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashwise.questionnaire.ResourceFile;
import org.hashwise.questionnaire.TextNormalizer;

/**
 * The words of a header as a set: without order, number, accents and words that carry no meaning, and with one word for all that
 * mean the same in English or French.
 */
final class HeaderWords {

    private static final Set<String> FILLERS = Set.of(
            ("of the a at in per for on by to our total own approx est about with de du des la le les d l et and par"
                            + " en au aux un une pour sur sous plus nos notre")
                    .split(" ", -1));
    /** Words that a header may have besides those of a question without meaning another one. */
    private static final Set<String> QUALIFIERS =
            Set.of("average", "energised", "gross", "weighted", "all", "number", "nombre");

    /** The time of a balance, which each of its figures has. */
    private static final Pattern PERIOD_END =
            Pattern.compile("\\b(at )?(the )?(period|quarter|month|year)[- ]end\\b|\\b(at )?(the )?end of (the"
                    + " )?(period|quarter|month|year)\\b|\\b(en |a la )?fin (de |du |d')(la"
                    + " )?(periode|trimestre|mois|exercice|annee)\\b|\\ba la cloture\\b");

    private static final int SHORTEST_PLURAL = 4;

    private static final Map<String, String> WORD_BY_SYNONYM = synonyms();

    private HeaderWords() {}

    /** The words in alphabetical order; equal for headers that say the same. */
    static String of(String header) {
        String joined = PERIOD_END
                .matcher(TextNormalizer.folded(header))
                .replaceAll(" ")
                .replaceAll("(?<=\\b\\p{L}{1,2})&(?=\\p{L}\\b)", "") // SG&A is one word
                .replaceAll("\\b(hash|market|data) (rate|price|cap|cent(?:er|re))", "$1$2")
                .replaceAll("\\b(taux|puissance) de hachage\\b", "hashrate");
        Set<String> words = new TreeSet<>();
        Stream.of(joined.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .map(HeaderWords::singular)
                .map(word -> WORD_BY_SYNONYM.getOrDefault(word, word))
                .forEach(words::add);
        return String.join(" ", words);
    }

    /** The same without words that only qualify it. */
    static String withoutQualifiers(String header) {
        return Stream.of(of(header).split(" ", -1))
                .filter(word -> !QUALIFIERS.contains(word))
                .collect(Collectors.joining(" "));
    }

    private static String singular(String word) {
        boolean plural = word.length() >= SHORTEST_PLURAL && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static Map<String, String> synonyms() {
        Map<String, String> words = new HashMap<>();
        ResourceFile.lists(HeaderWords.class, "header-words.properties")
                .forEach((word, synonyms) -> synonyms.forEach(synonym -> words.put(singular(synonym), word)));
        return words;
    }
}
