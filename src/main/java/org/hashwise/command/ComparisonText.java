package org.hashwise.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictSummary;
import org.hashwise.comparison.CaseChange;
import org.hashwise.comparison.ComparedRulebook;
import org.hashwise.comparison.RuleDifference;
import org.hashwise.comparison.RulebookChange;
import org.hashwise.comparison.RulebookComparison;
import org.hashwise.comparison.Transition;
import org.hashwise.comparison.VerdictPair;
import org.hashwise.questionnaire.Excerpt;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.UnifiedDiff;

/** Plain text of a comparison. */
final class ComparisonText {

    private static final int COLUMN = 20;
    private static final int SHOWN_LINES = 40;

    private final RulebookComparison comparison;
    private final PrintStream out;
    private final Map<String, String> titles = new TreeMap<>();

    ComparisonText(RulebookComparison comparison, PrintStream out) {
        this.comparison = comparison;
        this.out = out;
        for (ComparedRulebook side : new ComparedRulebook[] {comparison.before(), comparison.after()}) {
            titles.putAll(side.rules().titles(Language.EN));
        }
    }

    void print() {
        line("", "before", side(comparison.before()));
        line("", "after", side(comparison.after()));
        if (comparison
                .before()
                .rules()
                .edition()
                .equals(comparison.after().rules().edition())) {
            line("", "same");
        }
        files();
        failingCases(comparison.before());
        failingCases(comparison.after());
        out.println();
        double percent = 100.0 * comparison.changed() / comparison.companies();
        line(
                "",
                "population",
                comparison.companies(),
                comparison.day().toString(),
                comparison.changed(),
                CompareMessages.number(Math.rint(10 * percent) / 10));
        line("", "rescored", comparison.rescored());
        firing("added", comparison.added());
        firing("removed", comparison.removed());
        if (comparison.changed() > 0) {
            matrix();
            rules();
            comparison.changes().forEach(this::change);
        }
        out.println();
        line("", "casebook", comparison.cases(), comparison.caseChanges().size());
        comparison.caseChanges().forEach(this::caseChange);
    }

    /** The differences of the files: one may make no difference for any company and still matter, like a unit or a setting. */
    private void files() {
        RulebookFiles before = comparison.before().rules().files();
        RulebookFiles after = comparison.after().rules().files();
        List<String> paths = UnifiedDiff.paths(before, after);
        if (paths.isEmpty()) {
            return;
        }
        line("", "files", paths.size());
        List<String> lines = UnifiedDiff.of(before, after).stream()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("@@") && !line.startsWith("--- "))
                .toList();
        lines.stream().limit(SHOWN_LINES).forEach(line -> out.println("  " + Excerpt.escaped(line)));
        if (lines.size() > SHOWN_LINES) {
            line("  ", "more-lines", lines.size() - SHOWN_LINES);
        }
    }

    private void failingCases(ComparedRulebook side) {
        List<RulebookProblem> failing = side.failingCases();
        if (!failing.isEmpty()) {
            line("", "failing-cases", side.folder(), failing.size());
            failing.forEach(problem -> out.println("  " + problem));
        }
    }

    private static Object[] side(ComparedRulebook side) {
        return new Object[] {side.folder(), side.rules().edition()};
    }

    private void matrix() {
        SortedSet<VerdictSummary> outcomes = new TreeSet<>();
        comparison.matrix().keySet().forEach(flip -> {
            outcomes.add(flip.before());
            outcomes.add(flip.after());
        });
        out.println();
        out.println(cell(CompareMessages.of("matrix"))
                + outcomes.stream().map(this::right).collect(Collectors.joining()));
        for (VerdictSummary before : outcomes) {
            out.println(cell(before)
                    + outcomes.stream()
                            .map(after -> comparison.matrix().getOrDefault(new Transition(before, after), 0))
                            .map(count -> right(count == 0 ? "." : CompareMessages.number(count)))
                            .collect(Collectors.joining()));
        }
    }

    private static String cell(Object content) {
        return String.format("%-" + COLUMN + "s", content);
    }

    private String right(Object content) {
        return String.format("%" + COLUMN + "s", content);
    }

    // A rule that fires for no company changes nothing today, and may be a mistake.
    private void firing(String key, SortedMap<String, Integer> rules) {
        if (!rules.isEmpty()) {
            out.println();
            line("", key);
            rules.forEach((id, companies) -> out.printf("%8s  %s%n", CompareMessages.number(companies), rule(id)));
        }
    }

    private void rules() {
        out.println();
        line("", "rules");
        for (RulebookComparison.RuleCount rule : comparison.rules()) {
            out.printf("%8s  %s%n", CompareMessages.number(rule.companies()), rule(rule.rule()));
        }
    }

    private String rule(String id) {
        return CompareMessages.of("rule", id, titles.getOrDefault(id, ""));
    }

    private void change(RulebookChange change) {
        out.println();
        line("", "change", change.flip().before(), change.flip().after(), change.companies());
        RulebookChange.Example example = change.example();
        line("  ", example.answers().byId().isEmpty() ? "nothing-known" : "example");
        for (Question question : comparison.before().rules().questionnaire().questions()) {
            example.answers()
                    .get(question.id())
                    .ifPresent(answer -> out.println("    " + CompareMessages.answer(question, answer)));
        }
        verdicts(example.verdicts());
    }

    private void caseChange(CaseChange change) {
        Transition flip = change.verdicts().flip();
        line(
                "  ",
                "case",
                change.study().company(),
                change.study().asOf().toString(),
                change.study().id(),
                flip.before(),
                flip.after());
        verdicts(change.verdicts());
    }

    private void verdicts(VerdictPair pair) {
        out.println("    " + CompareMessages.of("scores.before") + "  " + scores(pair.before()));
        out.println("    " + CompareMessages.of("scores.after") + "   " + scores(pair.after()));
        for (RuleDifference difference : pair.differences()) {
            out.println("    " + rule(difference.rule()));
            if (!difference.decides()) {
                out.println("      "
                        + CompareMessages.of("rule.change", said(difference.before()), said(difference.after())));
            }
        }
    }

    private static String scores(Verdict verdict) {
        return verdict.ranking().stream().map(ComparisonText::score).collect(Collectors.joining(", "));
    }

    private static String score(RankedStrategy standing) {
        String score = standing.strategy() + " " + CompareMessages.number(standing.score());
        return standing.viable()
                ? score
                : score + " (" + CompareMessages.of("blocked", String.join(", ", standing.blockers())) + ")";
    }

    private static String said(List<String> contents) {
        return contents.isEmpty() ? CompareMessages.of("silent") : String.join(" ", contents);
    }

    private void line(String indent, String key, Object... arguments) {
        out.println(indent + CompareMessages.of(key, arguments));
    }
}
