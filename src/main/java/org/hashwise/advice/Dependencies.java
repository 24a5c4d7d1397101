package org.hashwise.advice;

import java.util.Arrays;
import java.util.BitSet;
import org.hashwise.economics.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Dependencies of one company: which assumed values, directly or through others, and which metrics depend on each answer.
 * Found by recording what each formula reads for this company. A formula that does not read a value runs the same way whatever
 * that value is, so nothing else can change with it. Immutable.
 */
final class Dependencies {

    private static final Metric[] METRICS = Metric.values();

    private final BitSet[] values;
    private final BitSet[] metrics;
    private final BitSet checked;

    private Dependencies(BitSet[] values, BitSet[] metrics, BitSet checked) {
        this.values = values;
        this.metrics = metrics;
        this.checked = checked;
    }

    static Dependencies of(Situation situation) {
        int count = situation.questionnaire().questions().size();
        Closure closure = new Closure(situation, count);
        BitSet[] values = sets(count);
        for (int position = 0; position < count; position++) {
            note(closure.ofValue(position), position, values);
        }
        BitSet[] metrics = sets(count);
        for (Metric metric : situation.metrics()) {
            note(closure.of(situation.readBy(metric)), metric.ordinal(), metrics);
        }
        return new Dependencies(values, metrics, closure.checked);
    }

    private static BitSet[] sets(int count) {
        BitSet[] sets = new BitSet[count];
        Arrays.setAll(sets, position -> new BitSet());
        return sets;
    }

    /** Adds a dependent to each of what it rests on. */
    private static void note(BitSet bases, int dependent, BitSet[] dependents) {
        for (int base = bases.nextSetBit(0); base >= 0; base = bases.nextSetBit(base + 1)) {
            dependents[base].set(dependent);
        }
    }

    /** The positions of the assumed values that rest on the value at a position. */
    int[] values(int position) {
        return places(values[position]);
    }

    private static int[] places(BitSet set) {
        int[] places = new int[set.cardinality()];
        int count = 0;
        for (int place = set.nextSetBit(0); place >= 0; place = set.nextSetBit(place + 1)) {
            places[count++] = place;
        }
        return places;
    }

    /** The metrics that rest on the value at a position. */
    Metric[] metrics(int position) {
        int[] ordinals = places(metrics[position]);
        Metric[] dependent = new Metric[ordinals.length];
        Arrays.setAll(dependent, i -> METRICS[ordinals[i]]);
        return dependent;
    }

    /** Returns whether anything rests on whether the question is answered. */
    boolean isChecked(int position) {
        return checked.get(position);
    }

    /** The values that are read directly or through assumptions. INVARIANT: no assumption rests on itself. */
    private static final class Closure {
        private final Situation situation;
        private final @Nullable BitSet[] known;
        private final BitSet checked = new BitSet();

        Closure(Situation situation, int count) {
            this.situation = situation;
            this.known = new BitSet[count];
        }

        BitSet ofValue(int position) {
            BitSet closure = known[position];
            if (closure == null) {
                closure = of(situation.readByAssumption(position));
                known[position] = closure;
            }
            return closure;
        }

        // Whether a question is answered does not follow from the answers to others.
        BitSet of(Situation.Reads reads) {
            BitSet read = reads.values();
            BitSet closure = (BitSet) read.clone();
            for (int position = read.nextSetBit(0); position >= 0; position = read.nextSetBit(position + 1)) {
                closure.or(ofValue(position));
            }
            closure.or(reads.checks());
            checked.or(reads.checks());
            return closure;
        }
    }
}
