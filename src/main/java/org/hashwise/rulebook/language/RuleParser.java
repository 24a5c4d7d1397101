package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.rulebook.RulebookProblem.Code;
import org.hashwise.rulebook.files.Position;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.Consequence.Argument;
import org.hashwise.rulebook.language.Rule.Metadata;
import org.hashwise.rulebook.language.Token.Type;

/**
 * Reads policy files. The grammar is the whole language: what it has no word for cannot be said. A mistake spoils its
 * rule only; reading goes on at the next one.
 */
public final class RuleParser {

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
            "retract");

    private final Words words;
    private final Problems problems;
    private final List<Rule> rules = new ArrayList<>();

    private RuleParser(Words words, Problems problems) {
        this.words = words;
        this.problems = problems;
    }

    /** All rules of a file that could be read; the others are problems. */
    public static List<Rule> parse(Locator locator, String text, Problems problems) {
        RuleParser parser = new RuleParser(new Words(locator, Lexer.tokens(text)), problems);
        parser.file();
        return parser.rules;
    }

    private void file() {
        while (!words.atEnd()) {
            String name = "";
            try {
                words.expect("rule");
                name = words.quoted("the name of the rule in double quotes");
                rules.add(rule(name));
            } catch (Words.Unexpected mistake) {
                Code code = FOREIGN.contains(mistake.found()) ? Code.RULE_NOT_ALLOWED : Code.RULE_SYNTAX;
                Object[] arguments = code == Code.RULE_NOT_ALLOWED
                        ? new Object[] {mistake.found()}
                        : new Object[] {mistake.expected(), mistake.found()};
                problems.error(code, mistake.position(), firstWord(name), "", arguments);
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
            String item = words.name("the name of a metadata item");
            words.expect("(");
            String value = words.quoted("a text in double quotes");
            words.expect(")");
            if (metadata.put(item, new Metadata(value, at)) != null) {
                problems.error(Code.DUPLICATE_KEY, at, firstWord(name), "", "@" + item);
            }
        }
        words.expect("when");
        List<Condition> conditions = new ArrayList<>();
        while (!words.at("then")) {
            conditions.add(new ConditionParser(words).condition());
        }
        words.expect("then");
        List<Consequence> consequences = new ArrayList<>();
        while (!words.at("end")) {
            consequences.add(consequence());
        }
        words.expect("end");
        return new Rule(name, metadata, conditions, consequences, position);
    }

    private Consequence consequence() {
        Position position = words.position();
        String name = words.name("a consequence such as support( HOLD, STRONG ); or the word end");
        words.expect("(");
        List<Argument> arguments = new ArrayList<>();
        while (!words.at(")")) {
            if (!arguments.isEmpty()) {
                words.expect(",");
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
        Argument.Kind kind = switch (token.type()) {
            case NAME -> token.text().startsWith("$") ? Argument.Kind.VARIABLE : Argument.Kind.WORD;
            case NUMBER -> Argument.Kind.NUMBER;
            case QUOTED -> Argument.Kind.QUOTED;
            default -> throw words.unexpected("a strategy, a strength or a value", token);
        };
        if (token.type() == Type.NAME && FOREIGN.contains(token.text())) {
            throw words.unexpected("a strategy, a strength or a value", token);
        }
        return new Argument(token.text() + hyphenated(kind), kind, position);
    }

    /** The rest of a word such as {@code NY-S8518}. */
    private String hyphenated(Argument.Kind kind) {
        StringBuilder rest = new StringBuilder();
        while (kind == Argument.Kind.WORD && words.accept("-")) {
            rest.append('-').append(words.take().text());
        }
        return rest.toString();
    }
}
