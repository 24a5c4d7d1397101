package org.hashwise.rulebook.language;

import java.util.List;
import org.hashwise.rulebook.files.Position;
import org.hashwise.rulebook.language.Token.Type;

/** The words of one file with a place in them. */
final class Words {

    private final Locator locator;
    private final List<Token> tokens;
    private int at;

    Words(Locator locator, List<Token> tokens) {
        this.locator = locator;
        this.tokens = tokens;
    }

    /** A word where the grammar wants another; caught once per rule. */
    static final class Unexpected extends RuntimeException {
        private final transient Position position;
        private final String expected;
        private final String found;

        private Unexpected(Position position, String expected, String found) {
            super(expected + " / " + found, null, false, false);
            this.position = position;
            this.expected = expected;
            this.found = found;
        }

        Position position() {
            return position;
        }

        String expected() {
            return expected;
        }

        String found() {
            return found;
        }
    }

    Unexpected unexpected(String expected, Token found) {
        return new Unexpected(locator.locate(found.line(), found.column()), expected, found.shown());
    }

    Unexpected unexpected(String expected) {
        return unexpected(expected, tokens.get(at));
    }

    Position position() {
        return locator.locate(tokens.get(at).line(), tokens.get(at).column());
    }

    /** Where the word before stands. */
    Position previousPosition() {
        Token previous = tokens.get(Math.max(0, at - 1));
        return locator.locate(previous.line(), previous.column());
    }

    boolean atEnd() {
        return tokens.get(at).type() == Type.END;
    }

    boolean at(String word) {
        return tokens.get(at).is(word);
    }

    boolean at(Type type) {
        return tokens.get(at).type() == type;
    }

    /** Whether the words after the next are these. */
    boolean isFollowedBy(String word) {
        return at + 1 < tokens.size() && tokens.get(at + 1).is(word);
    }

    Token take() {
        Token token = tokens.get(at);
        if (token.type() != Type.END) {
            at++;
        }
        return token;
    }

    boolean accept(String word) {
        if (at(word)) {
            take();
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw unexpected(word);
        }
    }

    String name(String expected) {
        if (!at(Type.NAME)) {
            throw unexpected(expected);
        }
        return take().text();
    }

    String quoted(String expected) {
        if (!at(Type.QUOTED)) {
            throw unexpected(expected);
        }
        return take().text();
    }

    /** Goes on behind a mistake: to the next word {@code rule} that a name in quotes follows. */
    void skipToNextRule() {
        take();
        while (!atEnd() && !(at("rule") && tokens.get(at + 1).type() == Type.QUOTED)) {
            take();
        }
    }
}
