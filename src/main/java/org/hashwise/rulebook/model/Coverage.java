package org.hashwise.rulebook.model;

import java.util.List;

/** Coverage of the rules by the cases and the casebook, in the order of the rules. */
public record Coverage(List<RuleCoverage> rules) {

    public Coverage {
        rules = List.copyOf(rules);
    }

    /**
     * The coverage of one rule.
     *
     * @param firing number of cases and companies for which it fires
     * @param silent number of those for which it does not
     */
    public record RuleCoverage(
            String rule, String file, int line, int firing, int silent, List<ConditionCoverage> conditions) {
        public RuleCoverage {
            conditions = List.copyOf(conditions);
        }

        /** Returns whether it both fires and stays silent, and each condition is both true and false. */
        public boolean isComplete() {
            return firing > 0 && silent > 0 && conditions.stream().allMatch(ConditionCoverage::isComplete);
        }
    }

    /**
     * The coverage of one elementary condition.
     *
     * @param text as the rule has it, with the fact
     * @param holds number of cases and companies for which it is true
     * @param fails number of those for which it is false
     */
    public record ConditionCoverage(String text, int line, int column, int holds, int fails) {
        public boolean isComplete() {
            return holds > 0 && fails > 0;
        }
    }

    /** The rules of which something is never shown. */
    public List<RuleCoverage> gaps() {
        return rules.stream().filter(rule -> !rule.isComplete()).toList();
    }

    public int conditions() {
        return rules.stream().mapToInt(rule -> rule.conditions().size()).sum();
    }

    /** The number of conditions that are shown true and false. */
    public long completeConditions() {
        return rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(ConditionCoverage::isComplete)
                .count();
    }
}
