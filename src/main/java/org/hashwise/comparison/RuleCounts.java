package org.hashwise.comparison;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counter of rules: for how many companies each of some rules fires. Thread-safe. */
final class RuleCounts {

    private final Map<String, LongAdder> counts;

    RuleCounts(Set<String> rules) {
        this.counts =
                rules.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), rule -> new LongAdder()));
    }

    Set<String> rules() {
        return counts.keySet();
    }

    /** @param fired those of the rules that fire for one company */
    void count(Set<String> fired) {
        counts.forEach((rule, count) -> {
            if (fired.contains(rule)) {
                count.increment();
            }
        });
    }

    SortedMap<String, Integer> counts() {
        SortedMap<String, Integer> sums = new TreeMap<>();
        counts.forEach((rule, count) -> sums.put(rule, count.intValue()));
        return sums;
    }
}
