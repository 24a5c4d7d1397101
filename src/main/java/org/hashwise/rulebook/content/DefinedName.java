package org.hashwise.rulebook.content;

import java.util.Optional;
import org.hashwise.rulebook.files.Characters;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** The form of the names that files define. */
final class DefinedName {

    private DefinedName() {}

    /**
     * Reports a name that has not the form that it should have.
     *
     * @param form a regular expression; repeated groups have to be possessive, so that long names need no stack
     * @param example of a name
     */
    static boolean check(String name, String form, String example, Position position, Problems problems) {
        if (name.matches(form)) {
            return true;
        }
        Optional<String> character = Characters.notOfName(name);
        String reason =
                character.map(sign -> Messages.of("name.character", sign)).orElseGet(() -> Messages.of("name.form"));
        problems.error(Code.BAD_NAME, position, "", Messages.of("suggestion.example", example), name, reason);
        return false;
    }
}
