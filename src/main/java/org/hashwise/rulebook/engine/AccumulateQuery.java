package org.hashwise.rulebook.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.hashwise.rulebook.language.Condition.Fold;

/**
 * An accumulation: numbers worked out over all matches of a pattern, and what must hold of them. Where one of the numbers has
 * no value, as the least of none, it does not match.
 */
record AccumulateQuery(PatternQuery source, List<Fold> folds, List<Predicate<Frame>> constraints) implements FactQuery {

    @Override
    public List<Map<String, Object>> matches(WorkingFacts facts, Map<String, Object> variables) {
        return frames(facts, variables).stream()
                .filter(frame -> constraints.stream().allMatch(constraint -> constraint.test(frame)))
                .map(Frame::variables)
                .toList();
    }

    /** The variables with the results among them; nothing is read of the fact of the frame. */
    List<Frame> frames(WorkingFacts facts, Map<String, Object> variables) {
        List<Map<String, Object>> matches = source.matches(facts, variables);
        Map<String, Object> named = new LinkedHashMap<>(variables);
        for (Fold fold : folds) {
            OptionalDouble result = fold.function()
                    .of(matches.stream()
                            .mapToDouble(match -> match.get(fold.argument()) instanceof Double number ? number : 0)
                            .toArray());
            if (result.isEmpty()) {
                return List.of();
            }
            named.put(fold.variable(), result.getAsDouble());
        }
        return List.of(new Frame(facts, named));
    }
}
