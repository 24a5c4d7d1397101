package org.hashwise.command;

import java.io.PrintStream;
import org.hashwise.rulebook.model.Coverage;
import org.hashwise.rulebook.model.Coverage.ConditionCoverage;
import org.hashwise.rulebook.model.Coverage.RuleCoverage;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.MutationReport;
import org.hashwise.rulebook.model.MutationReport.Mutation;
import org.hashwise.rulebook.model.MutationReport.Status;

/** Plain text of the sensitivity, coverage and mutation report. */
final class SelfTestText {

    private SelfTestText() {}

    static void print(SelfTestResults results, PrintStream out) {
        if (results.casebook() != null) {
            RobustnessText.print(results.casebook(), out);
        }
        if (results.coverage() != null) {
            print(results.coverage(), out);
        }
        if (results.mutation() != null) {
            print(results.mutation(), out);
        }
    }

    private static void print(Coverage coverage, PrintStream out) {
        // What needs work comes last, where a terminal shows it.
        coverage.rules().stream()
                .filter(rule -> !coverage.gaps().contains(rule))
                .forEach(rule -> print(rule, out));
        coverage.gaps().forEach(rule -> print(rule, out));
        int complete = coverage.rules().size() - coverage.gaps().size();
        out.println(Messages.of(
                "coverage.summary",
                complete,
                coverage.rules().size(),
                coverage.completeConditions(),
                coverage.conditions()));
    }

    private static void print(RuleCoverage rule, PrintStream out) {
        out.println(Messages.of("coverage.rule", rule.file(), rule.line(), rule.rule(), rule.firing(), rule.silent()));
        for (ConditionCoverage condition : rule.conditions()) {
            say("coverage.never-true", condition.holds(), rule, condition, out);
            say("coverage.never-false", condition.fails(), rule, condition, out);
        }
    }

    private static void say(String key, int times, RuleCoverage rule, ConditionCoverage condition, PrintStream out) {
        if (times == 0) {
            out.println(
                    Messages.of(key, rule.file(), condition.line(), condition.column(), rule.rule(), condition.text()));
        }
    }

    private static void print(MutationReport report, PrintStream out) {
        if (report.mutations().isEmpty()) {
            out.println(Messages.of("mutation.none"));
            return;
        }
        for (Mutation mutation : report.mutations()) {
            if (mutation.status() == Status.NO_DIFFERENCE) {
                say("mutation.no-difference", "mutation.no-difference-dropped", mutation, out);
            }
        }
        for (Mutation mutation : report.survivors()) {
            say("mutation.survivor", "mutation.dropped", mutation, out);
            String suggestedCase = mutation.suggestedCase();
            out.println(
                    suggestedCase.isEmpty()
                            ? Messages.of("mutation.no-suggested-case")
                            : suggestedCase.stripTrailing());
        }
        report.byKind()
                .forEach((kind, part) -> out.println(Messages.of(
                        "mutation.kind",
                        kind,
                        part.count(Status.NOTICED),
                        part.mutations().size() - part.count(Status.NO_DIFFERENCE))));
        out.println(Messages.of(
                "mutation.summary",
                report.count(Status.NOTICED),
                report.mutations().size() - report.count(Status.NO_DIFFERENCE),
                report.scoreText(),
                report.count(Status.NO_DIFFERENCE)));
    }

    private static void say(String key, String keyWhenDropped, Mutation mutation, PrintStream out) {
        String place = mutation.file() + ":" + mutation.line() + (mutation.column() > 0 ? ":" + mutation.column() : "");
        boolean dropped = mutation.becomes().isEmpty();
        out.println(Messages.of(
                dropped ? keyWhenDropped : key, place, mutation.rule(), mutation.was(), mutation.becomes()));
    }
}
