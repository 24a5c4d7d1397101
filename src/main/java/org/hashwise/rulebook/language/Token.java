package org.hashwise.rulebook.language;

import java.util.regex.Pattern;
import org.hashwise.rulebook.files.Characters;
import org.hashwise.rulebook.model.FileLimits;
import org.hashwise.rulebook.model.Messages;

/**
 * One token of a policy file.
 *
 * @param text as written; a quoted text without its quotes, escapes resolved
 * @param line from 1
 * @param column from 1
 */
record Token(TokenType type, String text, int line, int column) {

    private static final Pattern PLAIN_NUMBER = Pattern.compile("(0|[1-9][0-9]*)(\\.[0-9]+)?");

    enum TokenType {
        /** A name such as {@code when}, {@code Power} or {@code $score}. */
        NAME,
        NUMBER,
        QUOTED,
        SYMBOL,
        /** A character that the language does not have. */
        UNKNOWN,
        END
    }

    /** The column after it; of a quoted text the one after its quotation mark. */
    int end() {
        return column + text.length() + (type == TokenType.QUOTED ? 2 : 0);
    }

    boolean is(String expected) {
        return type != TokenType.QUOTED && text.equals(expected);
    }

    /** Returns whether this is a number as everybody writes it: no exponent, no leading zero, not too long. */
    boolean isPlainNumber() {
        return type == TokenType.NUMBER
                && text.length() <= FileLimits.DIGITS
                && PLAIN_NUMBER.matcher(text).matches();
    }

    /** The token as a message shows it. */
    String shown() {
        return switch (type) {
            case END -> Messages.of("expected.end");
            case QUOTED -> '"' + text + '"';
            default -> Characters.shown(text);
        };
    }
}
