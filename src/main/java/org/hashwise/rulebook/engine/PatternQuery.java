package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hashwise.rulebook.language.Term;

/**
 * A pattern: facts of one type of which all constraints hold.
 *
 * @param bindings what it names, by variable
 * @param constraints all of them must hold
 */
record PatternQuery(String fact, Map<String, Term<Object>> bindings, List<Predicate<Frame>> constraints)
        implements FactQuery {

    @Override
    public List<Map<String, Object>> matches(WorkingFacts facts, Map<String, Object> variables) {
        List<Map<String, Object>> matches = new ArrayList<>();
        for (Object each : facts.of(fact)) {
            Frame frame = frame(each, variables);
            if (hold(frame)) {
                matches.add(frame.variables());
            }
        }
        return matches;
    }

    @Override
    public boolean holds(WorkingFacts facts, Map<String, Object> variables) {
        for (Object each : facts.of(fact)) {
            if (hold(frame(each, variables))) {
                return true;
            }
        }
        return false;
    }

    /** Each fact of the type with what the pattern names of it, whether it matches or not. */
    List<Frame> frames(WorkingFacts facts, Map<String, Object> variables) {
        return facts.of(fact).stream().map(each -> frame(each, variables)).toList();
    }

    private Frame frame(Object each, Map<String, Object> variables) {
        if (bindings.isEmpty()) {
            return new Frame(each, variables);
        }
        Map<String, Object> named = new LinkedHashMap<>(variables);
        bindings.forEach((variable, term) -> named.put(variable, term.value(each)));
        return new Frame(each, named);
    }

    private boolean hold(Frame frame) {
        for (Predicate<Frame> constraint : constraints) {
            if (!constraint.test(frame)) {
                return false;
            }
        }
        return true;
    }
}
