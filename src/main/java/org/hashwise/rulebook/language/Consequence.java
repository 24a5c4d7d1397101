package org.hashwise.rulebook.language;

import java.util.List;
import org.hashwise.rulebook.model.Position;

/** One line of the {@code then} part of a rule, such as {@code support( AI_HOSTING, STRONG );}. */
public record Consequence(String name, List<Argument> arguments, Position position) {

    public Consequence {
        arguments = List.copyOf(arguments);
    }

    /** A bare word, a number, a quoted text or a variable, as written. */
    public record Argument(String text, Kind kind, Position position) {
        public enum Kind {
            WORD,
            NUMBER,
            QUOTED,
            VARIABLE
        }
    }
}
