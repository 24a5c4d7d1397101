package org.hashwise.command;

import java.io.Console;
import java.util.Optional;

/** The terminal at which a command was typed. */
final class Terminal {

    private Terminal() {}

    /** The console, unless input or output is redirected: since Java 22 there may be one even then. */
    static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}
