package org.hashwise.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hashwise.command.CheckArguments.Format;
import org.hashwise.rulebook.RulebookFiles;
import org.hashwise.rulebook.RulebookProblem;
import org.hashwise.rulebook.RulebookProblem.Severity;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.RulebookRejected;
import org.hashwise.rulebook.RulesLocation;
import org.hashwise.rulebook.Sentences;

/** {@code check [folder] [--format text|json|sarif]}: says everything that is wrong with a rulebook. */
final class CheckCommand implements Command {

    private static final int SOUND = 0;
    private static final int ERRORS = 1;
    private static final int MISUSED = 2;

    private final Clock clock;

    /** @param clock tells which reviews of thresholds are due */
    CheckCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        Optional<CheckArguments> parsed = CheckArguments.of(arguments);
        if (parsed.isEmpty()) {
            out.println(Sentences.of("check.usage"));
            return MISUSED;
        }
        RulesLocation location = RulesLocation.of(parsed.get().folder());
        String edition = "";
        List<RulebookProblem> problems;
        try {
            RulebookFiles files = location.files();
            edition = files.fingerprint();
            problems = RulebookReader.check(files, LocalDate.now(clock));
        } catch (RulebookRejected noFolder) {
            problems = noFolder.problems();
        }
        print(parsed.get().format(), location, edition, problems, out);
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR) ? ERRORS : SOUND;
    }

    private static void print(
            Format format, RulesLocation location, String edition, List<RulebookProblem> problems, PrintStream out) {
        switch (format) {
            case TEXT -> problems.forEach(out::println);
            case JSON -> out.println(JsonReport.of(edition, problems));
            case SARIF -> out.println(SarifReport.of(location, problems));
        }
    }
}
