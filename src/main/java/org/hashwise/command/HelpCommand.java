package org.hashwise.command;

import java.io.PrintStream;
import java.util.List;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.rulebook.model.Messages;

/**
 * {@code help}: lists the commands. Also the reply to an unknown command, which would otherwise start the server.
 *
 * @param name as it was typed
 * @param remark what comes before the list; empty when it was asked for
 */
record HelpCommand(String name, String remark) implements Command {

    private static final int MISUSED = 2;

    static HelpCommand asked() {
        return new HelpCommand("help", "");
    }

    static HelpCommand insteadOf(String name, List<String> commands) {
        String near = Nearest.to(name, commands)
                .map(command -> " " + Messages.of("suggestion.near", command))
                .orElse("");
        return new HelpCommand(name, Messages.of("unknown-command", name) + near);
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (remark.isEmpty()) {
            out.println(Messages.of("help"));
            return 0;
        }
        out.println(remark);
        out.println();
        out.println(Messages.of("help"));
        return MISUSED;
    }
}
