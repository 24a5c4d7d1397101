package org.hashwise.comparison;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.questionnaire.Answers;

/**
 * One kind of change in the reference population.
 *
 * @param companies how many go that way
 * @param rules for how many of them each rule makes a difference
 * @param example a company of that kind
 */
public record RulebookChange(Transition flip, int companies, SortedMap<String, Integer> rules, Example example) {

    public RulebookChange {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }

    /** @param answers what it answered; everything else is assumed */
    public record Example(Answers answers, VerdictPair verdicts) {}
}
