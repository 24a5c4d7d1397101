package org.hashwise.analysis;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Distribution;

/**
 * The answers given so far.
 *
 * @param situation its certain answers, completed by assumptions
 * @param rough numbers that it gave as a range, by question id
 */
public record PartialAnswers(Situation situation, SortedMap<String, Distribution.Range> rough) {

    public PartialAnswers {
        rough = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rough));
    }

    public static PartialAnswers certain(Situation situation) {
        return new PartialAnswers(situation, new TreeMap<>(Map.of()));
    }

    Sampler sampler(long seed) {
        return new Sampler(
                situation.questionnaire(),
                situation.market(),
                situation.jurisdictions(),
                situation.asOf(),
                situation.answers(),
                rough,
                seed);
    }
}
