package org.hashwise.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hashwise.command.compare.CompareCommand;
import org.springframework.boot.logging.LoggingSystem;

/** The commands of the command line. They run without web server and without the parts of the application: seconds matter. */
public final class Commands {

    private static final List<Command> ALL = List.of(
            new CheckCommand(Clock.systemDefaultZone()),
            new CompareCommand(),
            new VerifyCommand(),
            StoreCommand.backup(),
            StoreCommand.restore(),
            new AccountCommand());

    private Commands() {}

    /** The command that the first argument names; empty when the pages are to be served. */
    public static Optional<Command> in(String... arguments) {
        return ALL.stream()
                .filter(command -> arguments.length > 0 && command.name().equals(arguments[0]))
                .findFirst();
    }

    /** Runs a command with the arguments that follow its name; gives the exit code. */
    public static int run(Command command, String... arguments) {
        // What libraries log would stand between the lines of the answer.
        LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize();
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        try (PrintStream out =
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)) {
            return command.run(rest, out);
        }
    }
}
