package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.hashwise.rulebook.language.Token.TokenType;

/** Lexer of policy files; it leaves comments out. */
final class Lexer {

    private static final Set<String> PAIRS = Set.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String SYMBOLS = "(){}<>!+-*/,;:.@=";

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
        } while (token.type() != TokenType.END);
        return tokens;
    }

    /** The words of a cell, each at the position of the cell. */
    static List<Token> tokens(String text, int row, int column) {
        return tokens(text).stream()
                .map(token -> new Token(token.type(), token.text(), row, column))
                .toList();
    }

    private Token next() {
        skipBlanksAndComments();
        if (at >= text.length()) {
            return new Token(TokenType.END, "", line, column);
        }
        int startLine = line;
        int startColumn = column;
        char first = text.charAt(at);
        if (isNameStart(first)) {
            return new Token(TokenType.NAME, take(Lexer::isNamePart), startLine, startColumn);
        }
        if (isDigit(first)) {
            return new Token(TokenType.NUMBER, take(c -> isNamePart(c) || c == '.'), startLine, startColumn);
        }
        if (first == '"') {
            return quoted(startLine, startColumn);
        }
        if (at + 1 < text.length() && PAIRS.contains(text.substring(at, at + 2))) {
            return new Token(TokenType.SYMBOL, take(at + 2), startLine, startColumn);
        }
        if (SYMBOLS.indexOf(first) >= 0) {
            return new Token(TokenType.SYMBOL, take(at + 1), startLine, startColumn);
        }
        int end = at + Character.charCount(text.codePointAt(at));
        return new Token(TokenType.UNKNOWN, take(end), startLine, startColumn);
    }

    private Token quoted(int startLine, int startColumn) {
        StringBuilder content = new StringBuilder();
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            if (text.charAt(end) == '\\' && end + 1 < text.length() && "\\\"".indexOf(text.charAt(end + 1)) >= 0) {
                end++;
            }
            content.append(text.charAt(end));
            end++;
        }
        if (end >= text.length() || text.charAt(end) == '\n') {
            take(end);
            return new Token(TokenType.UNKNOWN, '"' + content.toString(), startLine, startColumn);
        }
        take(end + 1);
        return new Token(TokenType.QUOTED, content.toString(), startLine, startColumn);
    }

    private void skipBlanksAndComments() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                skip(at + 1);
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                take(end < 0 ? text.length() : end);
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) { // would swallow every rule that follows
                    return;
                }
                skip(end + 2);
            } else {
                return;
            }
        }
    }

    private String take(IntPredicate part) {
        int end = at;
        while (end < text.length() && part.test(text.charAt(end))) {
            end++;
        }
        return take(end);
    }

    /** The text up to a place in the same line. */
    private String take(int end) {
        String taken = text.substring(at, end);
        column += end - at;
        at = end;
        return taken;
    }

    private void skip(int end) {
        for (; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
    }

    // Names are plain ASCII, so that no two names look alike and differ.
    private static boolean isNameStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '$' || c == '_';
    }

    private static boolean isNamePart(int c) {
        return isNameStart(c) || isDigit(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
