package org.hashwise.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.hashwise.economics.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Dependencies of one company: which assumed values, directly or through others, and which metrics depend on each answer.
 * Found by recording what each formula reads for this company. A formula that does not read a value runs the same way whatever
 * that value is, so nothing else can change with it. Immutable.
 */
final class Dependencies {

    private final BitSet[] values;
    private final Metric[][] metrics;

    private Dependencies(BitSet[] values, Metric[][] metrics) {
        this.values = values;
        this.metrics = metrics;
    }

    static Dependencies of(Situation situation) {
        int count = situation.questionnaire().questions().size();
        Closure closure = new Closure(situation, count);
        BitSet[] values = new BitSet[count];
        Arrays.setAll(values, position -> new BitSet(count));
        for (int position = 0; position < count; position++) {
            int dependent = position;
            closure.ofValue(position).stream().forEach(read -> values[read].set(dependent));
        }
        List<List<Metric>> metrics = new ArrayList<>();
        for (int position = 0; position < count; position++) {
            metrics.add(new ArrayList<>());
        }
        for (Metric metric : situation.metrics()) {
            closure.of(situation.readBy(metric)).stream()
                    .forEach(position -> metrics.get(position).add(metric));
        }
        return new Dependencies(
                values,
                metrics.stream().map(list -> list.toArray(Metric[]::new)).toArray(Metric[][]::new));
    }

    /** The positions of the assumed values that rest on the value at a position. */
    BitSet values(int position) {
        return values[position];
    }

    /** The metrics that rest on the value at a position. */
    Metric[] metrics(int position) {
        return metrics[position];
    }

    /** The values that are read directly or through assumptions. INVARIANT: no assumption rests on itself. */
    private static final class Closure {
        private final Situation situation;
        private final @Nullable BitSet[] known;

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
            BitSet closure = (BitSet) reads.values().clone();
            reads.values().stream().forEach(position -> closure.or(ofValue(position)));
            closure.or(reads.checks());
            return closure;
        }
    }
}
