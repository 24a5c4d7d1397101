package org.hashwise.analysis;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Spread;

/**
 * What a company has said so far.
 *
 * @param situation its certain answers, completed by assumptions
 * @param rough numbers that it gave as a range, by question id
 */
public record Known(Situation situation, SortedMap<String, Spread.Range> rough) {

    public Known {
        rough = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rough));
    }

    public static Known certain(Situation situation) {
        return new Known(situation, new TreeMap<>(Map.of()));
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
