package org.hashwise.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.logging.LoggingSystem;

/** The commands of the command line. They run without web server and without the parts of the application: seconds matter. */
public final class Commands {

    // Today is the day where the command is typed.
    private static final Clock HERE = Clock.system(ZoneId.systemDefault());

    private static final List<Command> ALL = List.of(
            new CheckCommand(HERE),
            new CompareCommand(),
            new VerifyCommand(Clock.systemUTC()),
            new ReplayCommand(HERE),
            new ScreenCommand(HERE),
            StoreCommand.backup(),
            StoreCommand.restore(),
            new AccountCommand(),
            new MarketCommand(Clock.systemUTC()),
            new McpCommand(Clock.systemUTC()));

    private static final Set<String> HELP = Set.of("help", "--help", "-h", "-?");

    private Commands() {}

    /** The command that the first argument names, or help; empty when the pages are to be served. */
    public static Optional<Command> in(String... arguments) {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        String name = arguments[0];
        if (HELP.contains(name)) {
            return Optional.of(HelpCommand.asked());
        }
        // What begins with a dash is a setting of the application.
        return ALL.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .or(() -> name.startsWith("-") ? Optional.empty() : Optional.of(HelpCommand.insteadOf(name, names())));
    }

    private static List<String> names() {
        return ALL.stream().map(Command::name).toList();
    }

    /** Returns whether a command with these arguments takes seconds, as {@link Command#isBrief} says. */
    public static boolean isBrief(Command command, String... arguments) {
        return command.isBrief(following(arguments));
    }

    /** Runs a command with the arguments that follow its name; gives the exit code. */
    public static int run(Command command, String... arguments) {
        // Log entries of libraries would come between the lines of the answer.
        LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize();
        try (PrintStream out =
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)) {
            return command.run(following(arguments), out);
        }
    }

    private static List<String> following(String... arguments) {
        return Arrays.asList(arguments).subList(1, arguments.length);
    }
}
