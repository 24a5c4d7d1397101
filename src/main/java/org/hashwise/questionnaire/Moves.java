package org.hashwise.questionnaire;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The changes that parties can make to the value of a question: who, how far, and the clauses that describe the change.
 *
 * @param within the months in which the change is possible; 0 when unstated
 * @param reach the values that each party can bring about; empty when no party can change the value
 * @param up the clause for a larger number, with {@code {value}} for the new value, or for yes
 * @param down the clause for a smaller number, or for no
 * @param becomes the clause for another choice
 */
public record Moves(int within, Map<Mover, Reach> reach, Text up, Text down, Text becomes) {

    private static final Text NOTHING = new Text("", "");

    public Moves {
        Map<Mover, Reach> ordered = new EnumMap<>(Mover.class);
        ordered.putAll(reach);
        reach = Collections.unmodifiableMap(ordered);
    }

    /** The direction in which a party would change a value. */
    public enum Only {
        UP,
        DOWN,
        EITHER;

        boolean permits(double from, double to) {
            return this == EITHER || (this == UP ? to >= from : to <= from);
        }
    }

    /** The values that a party can bring about. */
    public sealed interface Reach {
        boolean includes(Answer from, Answer to);
    }

    /** Numbers between two bounds, in the unit of the question. */
    public record Bounds(double low, double high, Only only) implements Reach {
        @Override
        public boolean includes(Answer from, Answer to) {
            return from instanceof Answer.Number now
                    && to instanceof Answer.Number then
                    && only.permits(now.value(), then.value())
                    && then.value() >= low
                    && then.value() <= high;
        }
    }

    /** Numbers between two multiples of the present value. */
    public record Multiples(double low, double high) implements Reach {
        private static final double ROUNDING = 1e-9;

        @Override
        public boolean includes(Answer from, Answer to) {
            return from instanceof Answer.Number now
                    && to instanceof Answer.Number then
                    && then.value() >= low * now.value() * (1 - ROUNDING)
                    && then.value() <= high * now.value() * (1 + ROUNDING);
        }
    }

    /**
     * Some of the choices; {@code yes} and {@code no} for a yes-or-no question.
     *
     * @param order all choices in the order of the question, by which one is above or below another
     */
    public record OneOf(Set<String> values, List<String> order, Only only) implements Reach {
        public OneOf {
            values = Set.copyOf(values);
            order = List.copyOf(order);
        }

        @Override
        public boolean includes(Answer from, Answer to) {
            return values.contains(name(to)) && only.permits(order.indexOf(name(from)), order.indexOf(name(to)));
        }

        private static String name(Answer answer) {
            return answer instanceof Answer.YesNo yesNo
                    ? yesNo.value() ? "yes" : "no"
                    : answer.toPlain().toString();
        }
    }

    /** Any value: what is taken for a question that does not state who can change it. */
    public record Anything() implements Reach {
        @Override
        public boolean includes(Answer from, Answer to) {
            return true;
        }
    }

    /** The moves of a question whose value no party can change. */
    public static Moves nobody() {
        return new Moves(0, Map.of(), NOTHING, NOTHING, NOTHING);
    }

    /** For a question that states nothing: market values move with the market, everything else is the company's. */
    public static Moves unstated(String id) {
        Mover mover = id.startsWith("market.") ? Mover.MARKET : Mover.COMPANY;
        return new Moves(0, Map.of(mover, new Anything()), NOTHING, NOTHING, NOTHING);
    }

    /** The first party that can change one value into another; empty when none can, and when the two are the same. */
    public Optional<Mover> mover(Answer from, Answer to) {
        return reach.entrySet().stream()
                .filter(each -> !from.equals(to) && each.getValue().includes(from, to))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The clause that describes a change, with {@code {value}} for the new value; empty when none is stated. */
    public Text clause(Answer from, Answer to) {
        if (from instanceof Answer.Number now && to instanceof Answer.Number then) {
            return then.value() >= now.value() ? up : down;
        }
        return to instanceof Answer.YesNo answer ? answer.value() ? up : down : becomes;
    }
}
