package org.hashwise.command;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.advice.Extent;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.comparison.CaseChange;
import org.hashwise.comparison.ComparedRulebook;
import org.hashwise.comparison.RuleDifference;
import org.hashwise.comparison.RulebookChange;
import org.hashwise.comparison.RulebookComparison;
import org.hashwise.comparison.Transition;
import org.hashwise.comparison.VerdictPair;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.model.UnifiedDiff;
import org.jspecify.annotations.Nullable;

/**
 * A comparison for programs; the order of the components is the order of the keys.
 *
 * @param files that differ
 */
record ComparisonJson(
        ComparedEdition before,
        ComparedEdition after,
        List<String> files,
        PopulationChanges population,
        CasebookChanges casebook) {

    static ComparisonJson of(RulebookComparison comparison) {
        SortedMap<String, SortedMap<String, Integer>> matrix = new TreeMap<>();
        comparison
                .matrix()
                .forEach((flip, companies) -> matrix.computeIfAbsent(
                                flip.before().toString(), before -> new TreeMap<>())
                        .put(flip.after().toString(), companies));
        return new ComparisonJson(
                ComparedEdition.of(comparison.before()),
                ComparedEdition.of(comparison.after()),
                UnifiedDiff.paths(
                        comparison.before().rules().files(),
                        comparison.after().rules().files()),
                new PopulationChanges(
                        comparison.companies(),
                        RulebookComparison.SEED,
                        comparison.day(),
                        comparison.changed(),
                        comparison.rescored(),
                        comparison.added(),
                        comparison.removed(),
                        matrix,
                        comparison.rules(),
                        comparison.changes().stream()
                                .map(change -> ChangeItem.of(change, comparison))
                                .toList()),
                new CasebookChanges(
                        comparison.cases(),
                        comparison.caseChanges().size(),
                        comparison.caseChanges().stream().map(CaseItem::of).toList()));
    }

    /** @param failingCases cases beside the rules that the rules no longer meet */
    record ComparedEdition(String folder, String edition, int failingCases) {
        static ComparedEdition of(ComparedRulebook side) {
            return new ComparedEdition(
                    side.folder(), side.rules().edition(), side.failingCases().size());
        }
    }

    record PopulationChanges(
            int companies,
            long seed,
            LocalDate asOf,
            int changed,
            int rescored,
            SortedMap<String, Integer> added,
            SortedMap<String, Integer> removed,
            SortedMap<String, SortedMap<String, Integer>> matrix,
            List<RulebookComparison.RuleCount> rules,
            List<ChangeItem> changes) {}

    record CasebookChanges(int companies, int changed, List<CaseItem> changes) {}

    /** @param answers as the API takes them, so that the example can be tried */
    record ChangeItem(
            String from,
            String to,
            int companies,
            SortedMap<String, Integer> rules,
            SortedMap<String, Object> answers,
            List<String> inWords,
            VerdictPairItem example) {
        static ChangeItem of(RulebookChange change, RulebookComparison comparison) {
            Answers answers = change.example().answers();
            List<Question> questions =
                    comparison.before().rules().questionnaire().questions();
            return new ChangeItem(
                    change.flip().before().toString(),
                    change.flip().after().toString(),
                    change.companies(),
                    change.rules(),
                    answers.toPlain(),
                    questions.stream()
                            .flatMap(
                                    question -> answers
                                            .get(question.id())
                                            .map(answer -> CompareMessages.answer(question, answer))
                                            .stream())
                            .toList(),
                    VerdictPairItem.of(change.example().verdicts()));
        }
    }

    record CaseItem(String id, String company, LocalDate asOf, String from, String to, VerdictPairItem judgement) {
        static CaseItem of(CaseChange change) {
            Transition flip = change.verdicts().flip();
            return new CaseItem(
                    change.study().id(),
                    change.study().company(),
                    change.study().asOf(),
                    flip.before().toString(),
                    flip.after().toString(),
                    VerdictPairItem.of(change.verdicts()));
        }
    }

    record VerdictPairItem(VerdictItem before, VerdictItem after, List<RuleDifference> rules) {
        static VerdictPairItem of(VerdictPair pair) {
            return new VerdictPairItem(VerdictItem.of(pair.before()), VerdictItem.of(pair.after()), pair.differences());
        }
    }

    record VerdictItem(Strategy strategy, @Nullable Extent extent, List<RankedStrategy> ranking) {
        static VerdictItem of(Verdict verdict) {
            return new VerdictItem(verdict.strategy(), verdict.extent(), verdict.ranking());
        }
    }
}
