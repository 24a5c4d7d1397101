package org.hashwise.rulebook.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hashwise.rulebook.files.Characters;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.Token.TokenType;
import org.hashwise.rulebook.model.FileLimits;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** The tokens of one file, with a current position. */
final class TokenStream {

    /** Words of the engine's own language that authors may know and miss here; they get their own message. */
    private static final Set<String> FOREIGN = Set.of(
            "package",
            "import",
            "function",
            "global",
            "declare",
            "query",
            "dialect",
            "unit",
            "extends",
            "salience",
            "agenda",
            "eval",
            "from",
            "new",
            "forall",
            "collect",
            "modify",
            "insert",
            "update",
            "delete",
            "retract",
            "enabled",
            "duration",
            "timer",
            "matches",
            "contains",
            "memberOf",
            "over",
            "this",
            "System");

    /** The tokens that close something that was begun in front of them. */
    private static final Set<String> CLOSING = Set.of(";", ")", ", or )", "then", "end");

    private final Locator locator;
    private final List<Token> tokens;
    private int at;
    private int ruleStart;
    private int parts;

    TokenStream(Locator locator, List<Token> tokens) {
        this.locator = locator;
        this.tokens = tokens;
    }

    /** A mistake for which the rule cannot be read; caught once per rule. */
    static final class Unexpected extends RuntimeException {
        private final transient Position position;
        private final Code code;
        private final String suggestion;
        private final transient Object[] arguments;

        Unexpected(Position position, Code code, String suggestion, Object... arguments) {
            super(code.name(), null, false, false);
            this.position = position;
            this.code = code;
            this.suggestion = suggestion;
            this.arguments = arguments;
        }

        boolean isTooComplex() {
            return code == Code.TOO_COMPLEX;
        }

        void report(String rule, Problems problems) {
            problems.error(code, position, rule, suggestion, arguments);
        }
    }

    private Unexpected unexpected(String expected, String suggestion, Token found) {
        Position position = place(expected, found);
        if (found.type() == TokenType.NAME && FOREIGN.contains(found.text())) {
            return new Unexpected(position, Code.RULE_NOT_ALLOWED, "", found.text());
        }
        String meant = suggestion.isEmpty() && found.type() != TokenType.QUOTED ? meant(expected, found) : suggestion;
        return new Unexpected(position, Code.RULE_SYNTAX, meant, expected, found.shown());
    }

    // What is missing at the end of a line is reported there, and not at the beginning of the next.
    private Position place(String expected, Token found) {
        Token previous = at > 0 ? tokens.get(at - 1) : found;
        boolean missingBefore =
                found.equals(tokens.get(at)) && CLOSING.contains(expected) && previous.line() < found.line();
        return missingBefore
                ? locator.locate(previous.line(), previous.end())
                : locator.locate(found.line(), found.column());
    }

    /** The notation for a sign that the language does not have; {@code <>} is two words of it. */
    private String meant(String expected, Token found) {
        Token previous = at > 0 ? tokens.get(at - 1) : found;
        if (found.is(">") && previous.is("<")) {
            return Characters.suggestion("<>");
        }
        boolean sameLine = previous.line() == found.line();
        boolean adjacent = sameLine && previous.end() == found.column();
        if (found.type() == TokenType.UNKNOWN && Character.isLetter(found.text().codePointAt(0))) {
            return Messages.of("suggestion.ascii");
        }
        if (found.type() == TokenType.NAME && adjacent && previous.type() == TokenType.QUOTED) {
            return Messages.of("suggestion.quote");
        }
        String sign = Characters.suggestion(found.text());
        boolean twoNames = sameLine
                && expected.equals(", or )")
                && found.type() == TokenType.NAME
                && previous.type() == TokenType.NAME
                && !adjacent;
        return sign.isEmpty() && twoNames ? Messages.of("suggestion.blank") : sign;
    }

    /** A mistake at a word, where something else is expected: a key of the sentences. */
    Unexpected unexpected(String key, Token found) {
        return unexpected(Messages.of("expected." + key), "", found);
    }

    Unexpected unexpected(String key, String suggestion) {
        return unexpected(Messages.of("expected." + key), suggestion, tokens.get(at));
    }

    Unexpected unexpected(String key) {
        return unexpected(key, tokens.get(at));
    }

    Position position() {
        return locator.locate(tokens.get(at).line(), tokens.get(at).column());
    }

    /** The position of the word before. */
    Position previousPosition() {
        Token previous = tokens.get(Math.max(0, at - 1));
        return locator.locate(previous.line(), previous.column());
    }

    boolean atEnd() {
        return tokens.get(at).type() == TokenType.END;
    }

    boolean at(String word) {
        return tokens.get(at).is(word);
    }

    boolean at(TokenType type) {
        return tokens.get(at).type() == type;
    }

    /** The word after the next. */
    Optional<Token> following() {
        return at + 1 < tokens.size() ? Optional.of(tokens.get(at + 1)) : Optional.empty();
    }

    /** Returns whether the words after the next are these. */
    boolean isFollowedBy(String word) {
        return at + 1 < tokens.size() && tokens.get(at + 1).is(word);
    }

    Token take() {
        Token token = tokens.get(at);
        if (token.type() != TokenType.END) {
            at++;
        }
        if (at - ruleStart > FileLimits.RULE_WORDS) {
            throw tooComplex();
        }
        return token;
    }

    /** From here on the words of another rule are counted. */
    void startRule() {
        ruleStart = at;
    }

    /** From here on the parts of another condition are counted. */
    void startCondition() {
        parts = 0;
    }

    /** Counts a part of a condition: what is read by recursion must not be deep. */
    void part() {
        if (++parts > FileLimits.CONDITION_PARTS) {
            throw tooComplex();
        }
    }

    private Unexpected tooComplex() {
        return new Unexpected(position(), Code.TOO_COMPLEX, "");
    }

    boolean accept(String word) {
        if (at(word)) {
            take();
            return true;
        }
        return false;
    }

    /** Expects that a list between parentheses goes on: a comma, where the parenthesis that closes it would do as well. */
    void expectNext() {
        if (!accept(",")) {
            Token found = tokens.get(at);
            throw unexpected(", or )", found.text().equals("=") ? Characters.suggestion("=") : "", found);
        }
    }

    void expect(String word) {
        if (!accept(word)) {
            Token found = tokens.get(at);
            boolean name = found.type() == TokenType.NAME && word.length() > 1;
            String meant = name ? Suggestion.onlyNear(found.text(), List.of(word)) : "";
            throw unexpected(word, found.text().equals("=") ? Characters.suggestion("=") : meant, found);
        }
    }

    String name(String key) {
        if (!at(TokenType.NAME)) {
            throw unexpected(key);
        }
        return take().text();
    }

    String quoted(String key) {
        if (!at(TokenType.QUOTED)) {
            throw unexpected(key);
        }
        return take().text();
    }

    /** Resumes after a mistake: to the next word {@code rule} that a name in quotes follows. */
    void skipToNextRule() {
        ruleStart = Integer.MAX_VALUE;
        if (!atRule() || at == 0) {
            take();
        }
        while (!atEnd() && !atRule()) {
            take();
        }
    }

    /** Returns whether another rule begins here. */
    boolean atRule() {
        return at("rule") && at + 1 < tokens.size() && tokens.get(at + 1).type() == TokenType.QUOTED;
    }
}
