package org.hashwise.rulebook.engine;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An elementary condition, evaluated alone. It may be true of one fact and false of another; a company is one fact of each
 * kind, so there it is one or the other.
 */
public final class AtomQuery {

    private final FactQuery before;
    private final BiFunction<WorkingFacts, Map<String, Object>, List<Frame>> frames;
    private final Predicate<Frame> constraint;

    /**
     * @param before the conditions that name what it reads
     * @param frames everything that it is asked of, for each match of those
     */
    AtomQuery(
            FactQuery before,
            BiFunction<WorkingFacts, Map<String, Object>, List<Frame>> frames,
            Predicate<Frame> constraint) {
        this.before = before;
        this.frames = frames;
        this.constraint = constraint;
    }

    /** Returns whether it is true of some fact. */
    public boolean isTrue(WorkingFacts facts) {
        return frames(facts).anyMatch(constraint);
    }

    /** Returns whether it is false of some fact. */
    public boolean isFalse(WorkingFacts facts) {
        return frames(facts).anyMatch(constraint.negate());
    }

    private Stream<Frame> frames(WorkingFacts facts) {
        return before.matches(facts, Map.of()).stream().flatMap(variables -> frames.apply(facts, variables).stream());
    }
}
