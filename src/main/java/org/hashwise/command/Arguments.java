package org.hashwise.command;

import picocli.CommandLine.Option;

/** The arguments of a command, as fields with annotations of picocli. */
public abstract class Arguments {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    /** Whether the arguments make sense together. */
    protected boolean areConsistent() {
        return true;
    }
}
