package org.hashwise.command;

import java.util.List;
import picocli.CommandLine.Option;

/** The arguments of a command, as fields with annotations of picocli. */
abstract class Arguments {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    /** The words that are no argument of the command. */
    List<String> unknown() {
        return List.of();
    }

    /** Returns whether the arguments make sense together. */
    boolean areConsistent() {
        return true;
    }
}
