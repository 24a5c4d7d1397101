package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.Consequence.Argument;
import org.hashwise.rulebook.language.Rule.Metadata;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/**
 * Parser of policy files. The grammar is the whole language: what it has no word for cannot be said. A mistake spoils its
 * rule only; reading goes on at the next one.
 */
public final class RuleParser {

    private final TokenStream words;
    private final Problems problems;
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> spoiled = new HashSet<>();

    private RuleParser(TokenStream words, Problems problems) {
        this.words = words;
        this.problems = problems;
    }

    /**
     * The rules that could be read.
     *
     * @param spoiled ids of rules that have mistakes of grammar: they exist, with unknown content
     */
    public record ParsedRules(List<Rule> rules, Set<String> spoiled) {
        public ParsedRules {
            rules = List.copyOf(rules);
            spoiled = Set.copyOf(spoiled);
        }
    }

    /** All rules of a file that could be read; the others are problems. */
    public static ParsedRules parse(Locator locator, String text, Problems problems) {
        return parse(locator, Lexer.tokens(text), problems);
    }

    static ParsedRules parse(Locator locator, List<Token> tokens, Problems problems) {
        RuleParser parser = new RuleParser(new TokenStream(locator, tokens), problems);
        parser.file();
        return new ParsedRules(parser.rules, parser.spoiled);
    }

    private void file() {
        while (!words.atEnd()) {
            String name = "";
            try {
                words.startRule();
                words.expect("rule");
                name = words.quoted("rule-name");
                rules.add(rule(name));
            } catch (TokenStream.Unexpected mistake) {
                mistake.report(firstWord(name), problems);
                spoiled.add(firstWord(name));
                words.skipToNextRule();
            }
        }
    }

    private static String firstWord(String name) {
        return name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
    }

    private Rule rule(String name) {
        Position position = words.previousPosition();
        Map<String, Metadata> metadata = new LinkedHashMap<>();
        while (words.accept("@")) {
            Position at = words.position();
            String item = words.name("metadata");
            words.expect("(");
            Position valueAt = words.position();
            String value = words.quoted("quoted");
            words.expect(")");
            if (metadata.put(item, new Metadata(value, at, valueAt)) != null) {
                problems.error(Code.DUPLICATE_KEY, at, firstWord(name), "", "@" + item);
            }
        }
        words.expect("when");
        List<Condition> conditions = new ArrayList<>();
        while (!words.at("then")) {
            if (words.atRule()) {
                words.expect("then");
            }
            words.startCondition();
            conditions.add(new ConditionParser(words).line());
        }
        words.expect("then");
        List<Consequence> consequences = new ArrayList<>();
        while (!words.at("end")) {
            if (words.atRule()) {
                words.expect("end");
            }
            consequences.add(consequence());
        }
        words.expect("end");
        return new Rule(name, metadata, conditions, consequences, position);
    }

    private Consequence consequence() {
        Position position = words.position();
        words.startCondition();
        String name = words.name("consequence");
        words.expect("(");
        List<Argument> arguments = new ArrayList<>();
        while (!words.at(")")) {
            if (!arguments.isEmpty()) {
                words.expectNext();
            }
            arguments.add(argument());
        }
        words.expect(")");
        words.expect(";");
        return new Consequence(name, arguments, position);
    }

    private Argument argument() {
        Position position = words.position();
        Token token = words.take();
        Argument.ArgumentType kind = switch (token.type()) {
            case NAME -> kindOf(token);
            case NUMBER -> Argument.ArgumentType.NUMBER;
            case QUOTED -> Argument.ArgumentType.QUOTED;
            default -> throw words.unexpected("argument", token);
        };
        if (kind == Argument.ArgumentType.NUMBER && !token.isPlainNumber()) {
            throw words.unexpected("number", token);
        }
        if (kind == Argument.ArgumentType.ID) {
            words.expect(".");
            String id = token.text() + "." + words.name("question");
            Optional<Expression> suggestion = words.accept("=")
                    ? Optional.of(ExpressionParser.ofIds(words).sum())
                    : Optional.empty();
            return new Argument(id, kind, position, suggestion);
        }
        return new Argument(token.text() + hyphenated(kind), kind, position);
    }

    private Argument.ArgumentType kindOf(Token name) {
        if (words.at(".")) {
            return Argument.ArgumentType.ID;
        }
        return name.text().startsWith("$") ? Argument.ArgumentType.VARIABLE : Argument.ArgumentType.WORD;
    }

    /** The rest of a word such as {@code NY-S8518}. */
    private String hyphenated(Argument.ArgumentType kind) {
        StringBuilder rest = new StringBuilder();
        while (kind == Argument.ArgumentType.WORD && words.accept("-")) {
            if (!words.at(Token.TokenType.NAME) && !words.at(Token.TokenType.NUMBER)) {
                throw words.unexpected("argument");
            }
            rest.append('-').append(words.take().text());
        }
        return rest.toString();
    }
}
