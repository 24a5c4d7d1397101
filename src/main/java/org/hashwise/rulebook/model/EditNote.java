package org.hashwise.rulebook.model;

import java.time.LocalDate;

/**
 * Record of an edit, kept as a comment beside the edited value.
 *
 * @param who name of the account
 * @param why in the words of the editor
 */
public record EditNote(String who, LocalDate when, String why) {

    private static final int LONGEST = 300;

    /** One line of text: anything that could end a comment or hide in it becomes a blank. */
    public EditNote {
        who = line(who);
        why = line(why);
    }

    private static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(character -> {
            int type = Character.getType(character);
            boolean shown = !Character.isISOControl(character)
                    && type != Character.FORMAT
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR
                    && type != Character.SURROGATE;
            line.appendCodePoint(shown ? character : ' ');
        });
        String stripped = line.toString().strip().replaceAll(" +", " ");
        return stripped.substring(
                0, stripped.offsetByCodePoints(0, Math.min(LONGEST, stripped.codePointCount(0, stripped.length()))));
    }

    /** The note as a line of text, such as {@code 2026-07-01, anna: 120 instead of 100: new leases}. */
    public String text(String after, String before) {
        return when + ", " + who + ": " + after + " instead of " + before + (why.isEmpty() ? "" : ": " + why);
    }
}
