package org.hashwise.rulebook.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;

/** The boxes in which conditions hold, or do not. Their union is never too small, so an empty one is proof. */
final class BoxInterpreter {

    /** More alternatives than any rule needs; beyond that nothing is claimed. */
    private static final int MOST = 500;

    private final AtomIntervals atoms;

    BoxInterpreter(FactSchema schema, Map<String, Double> thresholds) {
        this.atoms = new AtomIntervals(schema, thresholds);
    }

    /** The boxes in which a rule fires. */
    List<Box> of(Rule rule) {
        return all(rule.conditions(), true);
    }

    /** The boxes in which a rule does not fire. */
    List<Box> outside(Rule rule) {
        return any(rule.conditions(), false);
    }

    private List<Box> all(List<Condition> conditions, boolean wanted) {
        List<Box> boxes = List.of(Box.EVERYWHERE);
        for (Condition condition : conditions) {
            boxes = both(boxes, one(condition, wanted));
        }
        return boxes;
    }

    private List<Box> any(List<Condition> conditions, boolean wanted) {
        LinkedHashSet<Box> boxes = new LinkedHashSet<>();
        conditions.forEach(condition -> boxes.addAll(one(condition, wanted)));
        return few(boxes);
    }

    private List<Box> one(Condition condition, boolean wanted) {
        if (condition instanceof Condition.Not it) {
            return one(it.operand(), !wanted);
        } else if (condition instanceof Condition.Exists it) {
            return one(it.operand(), wanted);
        } else if (condition instanceof Condition.And it) {
            return wanted ? all(it.operands(), true) : any(it.operands(), false);
        } else if (condition instanceof Condition.Or it) {
            return wanted ? any(it.operands(), true) : all(it.operands(), false);
        } else if (condition instanceof Condition.Pattern it) {
            return pattern(it, wanted);
        }
        return List.of(Box.EVERYWHERE);
    }

    private List<Box> pattern(Condition.Pattern pattern, boolean wanted) {
        // Of the decision's own facts there may be none or many: only a contradiction within one pattern is certain.
        boolean single = !FactSchema.DECISION_FACTS.contains(pattern.fact());
        List<Box> boxes = List.of(Box.EVERYWHERE);
        LinkedHashSet<Box> outside = new LinkedHashSet<>();
        for (var constraint : pattern.constraints()) {
            boxes = both(boxes, atoms.boxes(pattern.fact(), constraint, true));
            outside.addAll(atoms.boxes(pattern.fact(), constraint, false));
        }
        if (single) {
            return wanted ? boxes : few(outside);
        }
        return wanted && boxes.isEmpty() ? List.of() : List.of(Box.EVERYWHERE);
    }

    static List<Box> both(List<Box> some, List<Box> others) {
        LinkedHashSet<Box> boxes = new LinkedHashSet<>();
        for (Box one : some) {
            for (Box other : others) {
                one.and(other).ifPresent(boxes::add);
            }
        }
        return few(boxes);
    }

    static List<Box> few(Set<Box> boxes) {
        return boxes.size() > MOST ? List.of(Box.EVERYWHERE) : new ArrayList<>(boxes);
    }
}
