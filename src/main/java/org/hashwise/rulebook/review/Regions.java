package org.hashwise.rulebook.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.Vocabulary;

/** The regions in which conditions hold, or do not. Their union is never too small, so an empty one is proof. */
final class Regions {

    /** More alternatives than any rule needs; beyond that nothing is claimed. */
    private static final int MOST = 500;

    private final Atoms atoms;

    Regions(Vocabulary vocabulary, Map<String, Double> thresholds) {
        this.atoms = new Atoms(vocabulary, thresholds);
    }

    /** Where a rule fires. */
    List<Region> of(Rule rule) {
        return all(rule.conditions(), true);
    }

    /** Where a rule does not fire. */
    List<Region> outside(Rule rule) {
        return any(rule.conditions(), false);
    }

    private List<Region> all(List<Condition> conditions, boolean wanted) {
        List<Region> regions = List.of(Region.EVERYWHERE);
        for (Condition condition : conditions) {
            regions = both(regions, one(condition, wanted));
        }
        return regions;
    }

    private List<Region> any(List<Condition> conditions, boolean wanted) {
        LinkedHashSet<Region> regions = new LinkedHashSet<>();
        conditions.forEach(condition -> regions.addAll(one(condition, wanted)));
        return few(regions);
    }

    private List<Region> one(Condition condition, boolean wanted) {
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
        return List.of(Region.EVERYWHERE);
    }

    private List<Region> pattern(Condition.Pattern pattern, boolean wanted) {
        // Of the decision's own facts there may be none or many: only a contradiction within one pattern is certain.
        boolean single = !Vocabulary.DECISION_FACTS.contains(pattern.fact());
        List<Region> regions = List.of(Region.EVERYWHERE);
        LinkedHashSet<Region> outside = new LinkedHashSet<>();
        for (var constraint : pattern.constraints()) {
            regions = both(regions, atoms.regions(pattern.fact(), constraint, true));
            outside.addAll(atoms.regions(pattern.fact(), constraint, false));
        }
        if (single) {
            return wanted ? regions : few(outside);
        }
        return wanted && regions.isEmpty() ? List.of() : List.of(Region.EVERYWHERE);
    }

    static List<Region> both(List<Region> some, List<Region> others) {
        LinkedHashSet<Region> regions = new LinkedHashSet<>();
        for (Region one : some) {
            for (Region other : others) {
                one.and(other).ifPresent(regions::add);
            }
        }
        return few(regions);
    }

    static List<Region> few(LinkedHashSet<Region> regions) {
        return regions.size() > MOST ? List.of(Region.EVERYWHERE) : new ArrayList<>(regions);
    }
}
