package org.hashwise.command;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A command whose arguments are parsed by picocli. The usage is printed on request, and instead of a run when the arguments make
 * no sense.
 *
 * @param <A> the arguments
 */
public abstract class ParsedCommand<A extends Arguments> implements Command {

    protected static final int MISUSED = 2;

    private final String name;
    private final Supplier<A> arguments;

    /** @param arguments makes an object with the defaults */
    protected ParsedCommand(String name, Supplier<A> arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int run(List<String> words, PrintStream out) {
        A parsed = arguments.get();
        CommandLine parser = new CommandLine(CommandSpec.forAnnotatedObject(parsed))
                .setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setAllowOptionsAsOptionParameters(false)
                .setCaseInsensitiveEnumValuesAllowed(true);
        boolean helpRequested = false;
        boolean valid = false;
        try {
            helpRequested = parser.parseArgs(words.toArray(String[]::new)).isUsageHelpRequested();
            valid = !helpRequested && parsed.areConsistent();
        } catch (ParameterException misuse) {
            valid = false;
        }
        if (valid) {
            return run(parsed, out);
        }
        out.println(usage());
        return helpRequested ? 0 : MISUSED;
    }

    /** How the command is called. */
    protected abstract String usage();

    /**
     * Runs the command.
     *
     * @return the exit code, as described in {@link Command#run}
     */
    protected abstract int run(A arguments, PrintStream out);
}
