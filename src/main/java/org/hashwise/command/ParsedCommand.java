package org.hashwise.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A command whose arguments are parsed by picocli. The usage is printed on request, and instead of a run when the arguments make
 * no sense, followed by the argument that does not.
 *
 * @param <A> the arguments
 */
abstract class ParsedCommand<A extends Arguments> implements Command {

    static final int MISUSED = 2;

    private final String name;
    private final Supplier<A> arguments;

    /** @param arguments makes an object with the defaults */
    ParsedCommand(String name, Supplier<A> arguments) {
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
        CommandLine parser = parser(parsed);
        boolean helpRequested = false;
        String mistake = "";
        try {
            helpRequested = parser.parseArgs(words.toArray(String[]::new)).isUsageHelpRequested();
            if (!parsed.unknown().isEmpty()) {
                throw new UnmatchedArgumentException(parser, parsed.unknown());
            }
            if (!helpRequested && parsed.areConsistent()) {
                return run(parsed, out);
            }
        } catch (ParameterException misuse) {
            mistake = String.valueOf(misuse.getMessage());
        }
        PrintStream told = helpRequested ? out : misuse(out);
        told.println(usage());
        if (!mistake.isEmpty()) {
            told.println(mistake);
        }
        return helpRequested ? 0 : MISUSED;
    }

    private static CommandLine parser(Object parsed) {
        return new CommandLine(CommandSpec.forAnnotatedObject(parsed))
                .setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setAllowOptionsAsOptionParameters(false)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** The arguments; empty when they make no sense. */
    final Optional<A> parsed(List<String> words) {
        A parsed = arguments.get();
        try {
            parser(parsed).parseArgs(words.toArray(String[]::new));
            return Optional.of(parsed);
        } catch (ParameterException misuse) {
            return Optional.empty();
        }
    }

    /** The stream for mistakes in the arguments; another one where programs read the output. */
    PrintStream misuse(PrintStream out) {
        return out;
    }

    /** The usage of the command. */
    abstract String usage();

    /**
     * Runs the command.
     *
     * @return the exit code, as described in {@link Command#run}
     */
    abstract int run(A arguments, PrintStream out);
}
