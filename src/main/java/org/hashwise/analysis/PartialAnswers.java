package org.hashwise.analysis;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashwise.advice.Population;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Distribution;

/**
 * The answers that a company gave so far.
 *
 * @param situation its certain answers, completed by assumptions
 * @param rough numbers that it gave as a range, by question id
 * @param unknown ids of questions that it was asked and cannot answer
 */
public record PartialAnswers(
        Situation situation, SortedMap<String, Distribution.Range> rough, SortedSet<String> unknown) {

    public PartialAnswers {
        rough = Collections.unmodifiableSortedMap(new TreeMap<>(rough));
        unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
    }

    public static PartialAnswers certain(Situation situation) {
        return new PartialAnswers(situation, new TreeMap<>(Map.of()), new TreeSet<>());
    }

    /** Returns whether the company gave an answer, or said that it has none. */
    boolean isSettled(String id) {
        return situation.isAnswered(id) || rough.containsKey(id) || unknown.contains(id);
    }

    /** @param assumed ids of open questions that keep their typical value */
    Sampler sampler(Set<String> assumed, Population population, long seed) {
        return new Sampler(situation, rough, assumed, population, seed);
    }
}
