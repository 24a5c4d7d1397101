package org.hashwise.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.RulesLocation;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookRejected;

/**
 * {@code check [folder] [--fix [--yes]] [--format text|json|sarif] [--casebook] [--coverage] [--mutate[=RULE-ID,…]]}: reports
 * all problems of a rulebook, after correcting what leaves no choice if asked to; and when nothing is wrong, how its advice
 * for real companies depends on thresholds and rules, what its cases cover and which errors they would notice.
 */
final class CheckCommand extends ParsedCommand<CheckArguments> {

    private static final int SOUND = 0;
    private static final int ERRORS = 1;

    private final Clock clock;
    private final PrintStream notes;

    /** @param clock for the reviews of thresholds that are due */
    CheckCommand(Clock clock) {
        this(clock, System.err);
    }

    /** @param notes where people read that all is well; programs read the problems alone */
    CheckCommand(Clock clock, PrintStream notes) {
        super("check", CheckArguments::new);
        this.clock = clock;
        this.notes = notes;
    }

    @Override
    public boolean isBrief(List<String> arguments) {
        return arguments.stream().noneMatch(word -> word.startsWith("--mutate") || word.equals("--coverage"));
    }

    @Override
    String usage() {
        return Messages.of("check.usage");
    }

    @Override
    int run(CheckArguments arguments, PrintStream out) {
        RulesLocation location = RulesLocation.of(arguments.folder);
        String edition = "";
        List<RulebookProblem> problems;
        SelfTestResults selfTest = SelfTestResults.NONE;
        try {
            if (arguments.fix) {
                fix(location, arguments.yes, out);
            }
            RulebookFiles files = location.files();
            edition = files.fingerprint();
            RulebookReader.CheckedFiles checked = RulebookReader.check(files, LocalDate.now(clock));
            problems = checked.problems();
            selfTest = checked.selfTest()
                    .map(test -> SelfTestResults.of(test, arguments))
                    .orElse(SelfTestResults.NONE);
        } catch (RulebookRejected rejected) {
            problems = rejected.problems();
        }
        switch (arguments.format) {
            case TEXT -> {
                problems.forEach(out::println);
                SelfTestText.print(selfTest, out);
                out.flush();
                String folder = location.shown();
                notes.println(folder.isEmpty() ? Messages.of("check.packaged") : Messages.of("check.read", folder));
                if (!haveErrors(problems)) {
                    notes.println(Messages.of("check.sound", problems.size(), edition));
                }
            }
            case JSON -> out.println(JsonReport.of(edition, problems, selfTest));
            case SARIF -> out.println(SarifReport.of(location, problems));
        }
        return haveErrors(problems) ? ERRORS : SOUND;
    }

    private void fix(RulesLocation location, boolean confirmed, PrintStream out) {
        location.folder()
                .ifPresentOrElse(
                        folder -> new FixDialog(out, notes).run(folder, LocalDate.now(clock), confirmed),
                        () -> notes.println(Messages.of("fix.packaged")));
    }

    private static boolean haveErrors(List<RulebookProblem> problems) {
        return problems.stream().anyMatch(RulebookProblem::isError);
    }
}
