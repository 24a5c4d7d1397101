package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * The consequences of the rules that fired in one evaluation. Consequences call it; it makes the facts that the
 * recommendation matches.
 */
public final class Findings {

    private final EffectTable table;
    private final BitSet fired = new BitSet();
    private final Map<Strategy, StandingFact> standings = new EnumMap<>(Strategy.class);
    private final SortedSet<Integer> decisions = new TreeSet<>();
    private final SortedSet<Integer> matching = new TreeSet<>();
    private int decidingRule = Integer.MAX_VALUE;
    private @Nullable Strategy recommended;
    private @Nullable Extent extent;
    private @Nullable Strategy combination;

    /** Read when all rules have fired, and then more than once. */
    private @Nullable List<PolicyEffect> effects;

    Findings(EffectTable table) {
        this.table = table;
    }

    public EvidenceFact evidence(int effect) {
        fired.set(effect);
        return table.evidence(effect);
    }

    public GateFact gate(int effect) {
        fired.set(effect);
        return table.gate(effect);
    }

    public void point(int effect) {
        fired.set(effect);
    }

    /** Notes a rule of which only this is asked: a row of the regulation table, or one that doubts answers. */
    public void match(int rule) {
        matching.add(rule);
    }

    public StandingFact score(int rule, String strategy, Number score, boolean viable) {
        decisions.add(rule);
        Strategy of = Strategy.valueOf(strategy);
        StandingFact standing = new StandingFact(strategy, score.doubleValue(), viable, of.ordinal());
        standings.put(of, standing);
        return standing;
    }

    /** Should two rules decide, the first in the file wins, whatever the order of firing. */
    public RecommendedFact recommend(int rule, String strategy) {
        decisions.add(rule);
        if (rule < decidingRule) {
            decidingRule = rule;
            recommended = Strategy.valueOf(strategy);
        }
        return new RecommendedFact(strategy);
    }

    public void extent(int rule, String reached) {
        decisions.add(rule);
        extent = Extent.valueOf(reached);
    }

    public void combine(int rule, String other) {
        decisions.add(rule);
        combination = Strategy.valueOf(other);
    }

    /** Every consequence that fired, once, in the order of file and line. */
    public List<PolicyEffect> effects() {
        List<PolicyEffect> known = effects;
        if (known == null) {
            known = new ArrayList<>(fired.cardinality());
            for (int effect = fired.nextSetBit(0); effect >= 0; effect = fired.nextSetBit(effect + 1)) {
                known.add(table.effects().get(effect));
            }
            known = Collections.unmodifiableList(known);
            effects = known;
        }
        return known;
    }

    public Map<Strategy, StandingFact> standings() {
        return standings;
    }

    /** The positions of the rules of the recommendation that fired. */
    public SortedSet<Integer> decisions() {
        return decisions;
    }

    /** The positions of the rules that were noted, in ascending order. */
    List<Integer> matching() {
        return List.copyOf(matching);
    }

    public int decidingRule() {
        return decidingRule;
    }

    public @Nullable Strategy recommended() {
        return recommended;
    }

    public @Nullable Extent extent() {
        return extent;
    }

    public @Nullable Strategy combination() {
        return combination;
    }
}
