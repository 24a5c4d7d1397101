package org.hashwise.command;

import java.util.List;
import picocli.CommandLine.Option;

/** The arguments of a command, as fields with annotations of picocli. */
public abstract class Arguments {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    /** The words that are no argument of the command. */
    protected List<String> unknown() {
        return List.of();
    }

    /** Whether the arguments make sense together. */
    protected boolean areConsistent() {
        return true;
    }
}
