package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.rulebook.language.Token.Type;

/** Lexer of policy files; it leaves comments out. */
final class Lexer {

    private static final List<String> SYMBOLS = List.of(
            "==", "!=", "<=", ">=", "&&", "||", "(", ")", "{", "}", "<", ">", "!", "+", "-", "*", "/", ",", ";", ":",
            ".", "@", "=");

    private final String text;
    private int at;
    private int line = 1;
    private int column = 1;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.type() != Type.END);
        return tokens;
    }

    /** The words of a cell, each of which stands where the cell stands. */
    static List<Token> tokens(String text, int row, int column) {
        return tokens(text).stream()
                .map(token -> new Token(token.type(), token.text(), row, column))
                .toList();
    }

    private Token next() {
        skipBlanksAndComments();
        if (at >= text.length()) {
            return new Token(Type.END, "", line, column);
        }
        int startLine = line;
        int startColumn = column;
        char first = text.charAt(at);
        if (isNameStart(first)) {
            return new Token(Type.NAME, take(Lexer::isNamePart), startLine, startColumn);
        }
        if (isDigit(first)) {
            return new Token(Type.NUMBER, take(c -> isNamePart(c) || c == '.'), startLine, startColumn);
        }
        if (first == '"') {
            return quoted(startLine, startColumn);
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                advance(symbol.length());
                return new Token(Type.SYMBOL, symbol, startLine, startColumn);
            }
        }
        int character = text.codePointAt(at);
        advance(Character.charCount(character));
        return new Token(Type.UNKNOWN, Character.toString(character), startLine, startColumn);
    }

    private Token quoted(int startLine, int startColumn) {
        StringBuilder content = new StringBuilder();
        advance(1);
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && "\\\"".indexOf(text.charAt(at + 1)) >= 0) {
                advance(1);
            }
            content.append(text.charAt(at));
            advance(1);
        }
        if (at >= text.length() || text.charAt(at) == '\n') {
            return new Token(Type.UNKNOWN, '"' + content.toString(), startLine, startColumn);
        }
        advance(1);
        return new Token(Type.QUOTED, content.toString(), startLine, startColumn);
    }

    private void skipBlanksAndComments() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                advance(1);
            } else if (text.startsWith("//", at)) {
                while (at < text.length() && text.charAt(at) != '\n') {
                    advance(1);
                }
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) { // would swallow every rule that follows
                    return;
                }
                advance(end + 2 - at);
            } else {
                return;
            }
        }
    }

    private String take(java.util.function.IntPredicate part) {
        int start = at;
        while (at < text.length() && part.test(text.charAt(at))) {
            advance(1);
        }
        return text.substring(start, at);
    }

    private void advance(int characters) {
        for (int i = 0; i < characters; i++) {
            if (text.charAt(at++) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
    }

    // Names are plain ASCII, so that no two names look alike and differ.
    private static boolean isNameStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '$' || c == '_';
    }

    private static boolean isNamePart(int c) {
        return isNameStart(c) || isDigit(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
