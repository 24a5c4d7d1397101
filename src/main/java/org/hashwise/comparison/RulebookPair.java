package org.hashwise.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hashwise.advice.Situation;
import org.hashwise.advice.VerdictSummary;
import org.hashwise.rulebook.model.Contribution;

/** The two rulebooks of a comparison. */
record RulebookPair(ComparedRulebook before, ComparedRulebook after) {

    Transition flip(Situation ofBefore, Situation ofAfter) {
        return new Transition(VerdictSummary.of(before.verdict(ofBefore)), VerdictSummary.of(after.verdict(ofAfter)));
    }

    VerdictPair evaluate(Situation ofBefore, Situation ofAfter) {
        return new VerdictPair(
                before.verdict(ofBefore),
                after.verdict(ofAfter),
                differences(
                        before.rules().contributions(ofBefore), after.rules().contributions(ofAfter)));
    }

    // Rules that decide follow the evidence; they are named only when the evidence is the same on both sides.
    private static List<RuleDifference> differences(List<Contribution> before, List<Contribution> after) {
        List<RuleDifference> evidence = differences(before, after, false);
        return evidence.isEmpty() ? differences(before, after, true) : evidence;
    }

    private static List<RuleDifference> differences(
            List<Contribution> before, List<Contribution> after, boolean deciding) {
        SortedSet<String> rules = new TreeSet<>();
        only(before, after, deciding).forEach(contribution -> rules.add(contribution.rule()));
        only(after, before, deciding).forEach(contribution -> rules.add(contribution.rule()));
        List<RuleDifference> differences = new ArrayList<>();
        for (String rule : rules) {
            differences.add(new RuleDifference(rule, deciding, contents(rule, before), contents(rule, after)));
        }
        return differences;
    }

    private static List<Contribution> only(List<Contribution> here, List<Contribution> there, boolean deciding) {
        return here.stream()
                .filter(contribution -> contribution.decides() == deciding && !there.contains(contribution))
                .toList();
    }

    private static List<String> contents(String rule, List<Contribution> contributions) {
        return contributions.stream()
                .filter(contribution -> contribution.rule().equals(rule))
                .map(Contribution::content)
                .toList();
    }
}
