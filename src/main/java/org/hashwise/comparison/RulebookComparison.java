package org.hashwise.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.rulebook.model.CaseStudy;

/**
 * The comparison of two rulebooks.
 *
 * @param day for which the reference population asks
 * @param companies size of the reference population
 * @param rescored for how many of them points or blocks differ
 * @param added rules that only the second rulebook has, and for how many companies they fire
 * @param removed rules that only the first one has, and for how many they fired
 * @param matrix how many of them went which way
 * @param changes by kind, that of most companies first
 * @param cases how many rows of the casebook both rulebooks have
 * @param caseChanges those whose recommendation changes
 */
public record RulebookComparison(
        ComparedRulebook before,
        ComparedRulebook after,
        LocalDate day,
        int companies,
        int rescored,
        SortedMap<String, Integer> added,
        SortedMap<String, Integer> removed,
        SortedMap<Transition, Integer> matrix,
        List<RulebookChange> changes,
        int cases,
        List<CaseChange> caseChanges) {

    public RulebookComparison {
        added = Collections.unmodifiableSortedMap(new TreeMap<>(added));
        removed = Collections.unmodifiableSortedMap(new TreeMap<>(removed));
        matrix = Collections.unmodifiableSortedMap(new TreeMap<>(matrix));
        changes = List.copyOf(changes);
        caseChanges = List.copyOf(caseChanges);
    }

    /** The number of companies that the command samples. */
    public static final int COMPANIES = 10_000;

    /** From which the reference population is drawn. */
    public static final long SEED = PopulationComparison.SEED;

    /**
     * @param companies how many to draw
     * @param check called between companies; it throws when the comparison is no longer wanted
     */
    public static RulebookComparison of(
            ComparedRulebook before, ComparedRulebook after, int companies, Runnable check) {
        RulebookPair pair = new RulebookPair(before, after);
        LocalDate day =
                before.newestMarket().isAfter(after.newestMarket()) ? before.newestMarket() : after.newestMarket();
        PopulationComparison population = PopulationComparison.of(pair, day, companies, check);
        List<CaseChange> caseChanges = new ArrayList<>();
        int cases = 0;
        for (CaseStudy study : before.rules().cases()) {
            CaseStudy same = after.rules().caseStudy(study.id()).orElse(null);
            check.run();
            if (same != null) {
                cases++;
                VerdictPair verdicts = pair.evaluate(
                        before.situation(study.answers(), study.asOf()), after.situation(same.answers(), same.asOf()));
                if (verdicts.flip().isChange()) {
                    caseChanges.add(new CaseChange(study, verdicts));
                }
            }
        }
        return new RulebookComparison(
                before,
                after,
                day,
                population.companies(),
                population.rescored(),
                population.added(),
                population.removed(),
                population.matrix(),
                population.changes(),
                cases,
                caseChanges);
    }

    /** The number of companies of the reference population that get another recommendation. */
    public int changed() {
        return changes.stream().mapToInt(RulebookChange::companies).sum();
    }

    /** For how many companies each rule makes a difference, the one for most first. */
    public List<RuleCount> rules() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        changes.forEach(change -> change.rules().forEach((rule, count) -> counts.merge(rule, count, Integer::sum)));
        List<RuleCount> rules = new ArrayList<>();
        counts.forEach((rule, count) -> rules.add(new RuleCount(rule, count)));
        rules.sort(Comparator.comparingInt(RuleCount::companies).reversed());
        return rules;
    }

    /** The number of companies for which a rule makes a difference. */
    public record RuleCount(String rule, int companies) {}
}
