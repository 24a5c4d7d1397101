package org.hashwise.command;

import java.io.PrintStream;
import java.util.List;

/** A command of the command line, run instead of the server. */
public interface Command {

    /** The first argument that asks for it. */
    String name();

    /**
     * Does it.
     *
     * @param arguments what follows the name
     * @param out where the answer goes, in UTF-8
     * @return exit code: 0 nothing to object to, 1 something found, 2 the arguments make no sense
     */
    int run(List<String> arguments, PrintStream out);

    /**
     * Returns whether it takes a few seconds, in which compiling its code well takes longer than it saves.
     *
     * @param arguments what follows the name
     */
    default boolean isBrief(List<String> arguments) {
        return false;
    }
}
