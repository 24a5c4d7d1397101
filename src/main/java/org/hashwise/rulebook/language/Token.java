package org.hashwise.rulebook.language;

/**
 * One word of a policy file.
 *
 * @param text as written; a quoted text without its quotes, escapes resolved
 * @param line from 1
 * @param column from 1
 */
record Token(Type type, String text, int line, int column) {

    enum Type {
        /** A name such as {@code when}, {@code Power} or {@code $score}. */
        NAME,
        NUMBER,
        QUOTED,
        SYMBOL,
        /** A character that the language does not have. */
        UNKNOWN,
        END
    }

    boolean is(String expected) {
        return type != Type.QUOTED && text.equals(expected);
    }

    /** As a message shows it. */
    String shown() {
        return switch (type) {
            case END -> "the end of the file";
            case QUOTED -> '"' + text + '"';
            default -> text;
        };
    }
}
