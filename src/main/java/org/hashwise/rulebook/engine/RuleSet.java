package org.hashwise.rulebook.engine;

import java.util.List;
import java.util.Map;
import org.hashwise.rulebook.language.Rule;

/**
 * Checked rules that are compiled together.
 *
 * @param policy rules that add evidence, gates, steps and risks
 * @param decision rules of the recommendation, in the order of their file
 * @param grading rows of the regulation table
 * @param probes rules that do nothing but note that they match; their own consequences are ignored
 * @param thresholds values by name
 */
public record RuleSet(
        List<Rule> policy, List<Rule> decision, List<Rule> grading, List<Rule> probes, Map<String, Double> thresholds) {

    public RuleSet {
        policy = List.copyOf(policy);
        decision = List.copyOf(decision);
        grading = List.copyOf(grading);
        probes = List.copyOf(probes);
        thresholds = Map.copyOf(thresholds);
    }

    /** Probes alone: they see the company, and whatever the rules of the decision make of it. */
    public static RuleSet ofProbes(List<Rule> probes, Map<String, Double> thresholds) {
        return new RuleSet(List.of(), List.of(), List.of(), probes, thresholds);
    }

    /** The decision without the policy: evidence and gates come from outside. */
    public static RuleSet ofDecision(List<Rule> decision, List<Rule> probes, Map<String, Double> thresholds) {
        return new RuleSet(List.of(), decision, List.of(), probes, thresholds);
    }
}
