package org.hashwise.rulebook.language;

import java.util.List;
import java.util.Optional;
import org.hashwise.rulebook.model.Position;

/** One line of the {@code then} part of a rule, such as {@code support( AI_HOSTING, STRONG );}. */
public record Consequence(String name, List<Argument> arguments, Position position) {

    public Consequence {
        arguments = List.copyOf(arguments);
    }

    /**
     * A bare word, a number, a quoted text, a variable or the id of a question.
     *
     * @param text as written
     * @param suggestion what follows the equals sign in {@code mining.hashrateEh = mining.hashrateEh / 1000}; its fields
     *     are named by the ids of questions and metrics
     */
    public record Argument(String text, ArgumentType kind, Position position, Optional<Expression> suggestion) {

        public Argument(String text, ArgumentType kind, Position position) {
            this(text, kind, position, Optional.empty());
        }

        public enum ArgumentType {
            WORD,
            NUMBER,
            QUOTED,
            VARIABLE,
            ID
        }
    }
}
