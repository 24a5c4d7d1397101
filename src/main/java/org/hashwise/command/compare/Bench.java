package org.hashwise.command.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.Contribution;

/** Two rulebooks that judge the same company. */
record Bench(Side before, Side after) {

    Flip flip(Situation ofBefore, Situation ofAfter) {
        return new Flip(
                Outcome.of(before.rules().verdict(ofBefore)),
                Outcome.of(after.rules().verdict(ofAfter)));
    }

    Judgement judge(Situation ofBefore, Situation ofAfter) {
        return new Judgement(
                before.rules().verdict(ofBefore),
                after.rules().verdict(ofAfter),
                differences(
                        before.rules().contributions(ofBefore), after.rules().contributions(ofAfter)));
    }

    // Rules that decide follow the evidence; they are named only when the evidence is the same on both sides.
    private static List<Difference> differences(List<Contribution> before, List<Contribution> after) {
        List<Difference> evidence = differences(before, after, false);
        return evidence.isEmpty() ? differences(before, after, true) : evidence;
    }

    private static List<Difference> differences(List<Contribution> before, List<Contribution> after, boolean deciding) {
        SortedSet<String> rules = new TreeSet<>();
        only(before, after, deciding).forEach(contribution -> rules.add(contribution.rule()));
        only(after, before, deciding).forEach(contribution -> rules.add(contribution.rule()));
        List<Difference> differences = new ArrayList<>();
        for (String rule : rules) {
            differences.add(new Difference(rule, deciding, contents(rule, before), contents(rule, after)));
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
