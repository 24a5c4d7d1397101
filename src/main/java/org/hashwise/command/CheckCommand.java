package org.hashwise.command;

import java.io.PrintStream;
import java.util.List;
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
        RulebookReader.Examination examination =
                RulebookReader.examine(RulesLocation.of(folder).files());
        examination.problems().forEach(out::println);
        return examination.rulebook().isPresent() ? 0 : 1;
    }
}
