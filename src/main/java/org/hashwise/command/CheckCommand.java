package org.hashwise.command;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.hashwise.rulebook.RulebookProblem;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.RulesLocation;

/** {@code check [dir]}: says everything that is wrong with a rulebook. */
final class CheckCommand implements Command {

    @Override
    public String name() {
        return "check";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        String folder = arguments.isEmpty() ? "" : arguments.get(0);
        List<RulebookProblem> problems =
                RulebookReader.check(RulesLocation.of(folder).files(), LocalDate.now());
        problems.forEach(out::println);
        return problems.stream().anyMatch(problem -> problem.severity() == RulebookProblem.Severity.ERROR) ? 1 : 0;
    }
}
