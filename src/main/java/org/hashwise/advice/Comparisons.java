package org.hashwise.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.economics.Metric;

/**
 * The comparisons of numbers by which the rules of one edition decide. Two companies with the same signs at all of them, and the same
 * values where these are no numbers, get the same verdict. Immutable and thread-safe.
 */
public final class Comparisons {

    private static final DecisionThreshold[] NONE = {};

    private final DecisionThreshold[] thresholds;
    private final Requirement[] requirements;
    private final int[] ruleOfRequirement;
    private final int rules;

    /** The rules by threshold. */
    private final int[][] rulesOfThreshold;

    private final Readers readersOfThresholds;
    private final Readers readersOfRequirements;

    /**
     * One rule that bears on the decision.
     *
     * @param requirements those that are known: none has to be among them
     * @param thresholds every comparison of numbers in its conditions
     */
    public record DecidingRule(List<Requirement> requirements, List<DecisionThreshold> thresholds) {}

    public Comparisons(List<DecidingRule> rules) {
        Map<DecisionThreshold, Integer> places = new LinkedHashMap<>();
        List<Requirement> all = new ArrayList<>();
        List<Integer> rulesOfAll = new ArrayList<>();
        List<List<Integer>> rulesByPlace = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            for (DecisionThreshold threshold : rules.get(rule).thresholds()) {
                if (places.putIfAbsent(threshold, places.size()) == null) {
                    rulesByPlace.add(new ArrayList<>());
                }
                rulesByPlace.get(places.get(threshold)).add(rule);
            }
            for (Requirement requirement : rules.get(rule).requirements()) {
                all.add(requirement);
                rulesOfAll.add(rule);
            }
        }
        this.rules = rules.size();
        this.rulesOfThreshold = rulesByPlace.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.thresholds = places.keySet().toArray(DecisionThreshold[]::new);
        this.requirements = all.toArray(Requirement[]::new);
        this.ruleOfRequirement = rulesOfAll.stream().mapToInt(Integer::intValue).toArray();
        this.readersOfThresholds = new Readers(
                places.keySet().stream().map(threshold -> threshold.reads).toList());
        this.readersOfRequirements =
                new Readers(all.stream().map(requirement -> requirement.reads).toList());
    }

    /** The places of those who read a figure. */
    private static final class Readers {
        private final List<BitSet> ofPosition = new ArrayList<>();
        private final List<BitSet> ofMetric = new ArrayList<>();
        private final BitSet ofOthers = new BitSet();

        Readers(List<FigureSet> reads) {
            for (int place = 0; place < reads.size(); place++) {
                add(ofPosition, reads.get(place).positions, place);
                add(ofMetric, reads.get(place).metrics, place);
                ofOthers.set(place, reads.get(place).others);
            }
        }

        private static void add(List<BitSet> readers, BitSet figures, int place) {
            while (readers.size() < figures.length()) {
                readers.add(new BitSet());
            }
            figures.stream().forEach(figure -> readers.get(figure).set(place));
        }

        BitSet of(AnswerVariation variation) {
            BitSet found = (BitSet) ofOthers.clone();
            addTo(found, ofPosition, variation.position());
            for (int position : variation.assumed()) {
                addTo(found, ofPosition, position);
            }
            for (Metric metric : variation.metrics()) {
                addTo(found, ofMetric, metric.ordinal());
            }
            return found;
        }

        private static void addTo(BitSet found, List<BitSet> readers, int figure) {
            if (figure < readers.size()) {
                found.or(readers.get(figure));
            }
        }
    }

    /** All of them, in the order of the rules; not to be changed. */
    public DecisionThreshold[] all() {
        return thresholds;
    }

    /** The requirements of rules that one company does not meet. Immutable. */
    public static final class Unmet {
        private final BitSet requirements;

        /** The number of them by rule. */
        private final byte[] counts;

        private Unmet(BitSet requirements, byte[] counts) {
            this.requirements = requirements;
            this.counts = counts;
        }
    }

    public Unmet unmet(Situation situation) {
        BitSet unmet = new BitSet(requirements.length);
        byte[] counts = new byte[rules];
        for (int place = 0; place < requirements.length; place++) {
            if (!requirements[place].isMet(situation)) {
                unmet.set(place);
                counts[ruleOfRequirement[place]]++;
            }
        }
        return new Unmet(unmet, counts);
    }

    /** The comparisons that may change with an answer, whatever else the company answers. */
    public DecisionThreshold[] variable(AnswerVariation variation) {
        return readersOfThresholds.of(variation).stream()
                .mapToObj(place -> thresholds[place])
                .toArray(DecisionThreshold[]::new);
    }

    /**
     * The comparisons that may change with an answer alone, of rules that may fire with some answer: none of these rules requires
     * something that the company does not meet whatever it answers.
     *
     * @param unmet by the company, with the answer that it gave
     */
    public DecisionThreshold[] thatMatter(AnswerVariation variation, Unmet unmet) {
        BitSet variable = readersOfThresholds.of(variation);
        if (variable.isEmpty()) {
            return NONE;
        }
        byte[] lasting = unmet.counts.clone();
        BitSet changeable = readersOfRequirements.of(variation);
        changeable.and(unmet.requirements);
        for (int place = changeable.nextSetBit(0); place >= 0; place = changeable.nextSetBit(place + 1)) {
            lasting[ruleOfRequirement[place]]--;
        }
        DecisionThreshold[] matter = new DecisionThreshold[variable.cardinality()];
        int count = 0;
        for (int place = variable.nextSetBit(0); place >= 0; place = variable.nextSetBit(place + 1)) {
            for (int rule : rulesOfThreshold[place]) {
                if (lasting[rule] == 0) {
                    matter[count++] = thresholds[place];
                    break;
                }
            }
        }
        return Arrays.copyOf(matter, count);
    }
}
