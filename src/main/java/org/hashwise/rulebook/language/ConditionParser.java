package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.Condition.Binding;
import org.hashwise.rulebook.language.Condition.Fold;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Token.TokenType;
import org.hashwise.rulebook.model.Aggregate;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Parser of the {@code when} part of a rule. */
final class ConditionParser {

    private final TokenStream words;
    private final ExpressionParser expressions;

    ConditionParser(TokenStream words) {
        this.words = words;
        this.expressions = new ExpressionParser(words);
    }

    /** A line of its own; inside others there is no accumulate. */
    Condition line() {
        return words.at("accumulate") ? accumulate() : condition();
    }

    private Condition condition() {
        words.part();
        Position position = words.position();
        if (words.accept("not")) {
            return new Condition.Not(bracketed(), position);
        }
        if (words.accept("exists")) {
            return new Condition.Exists(bracketed(), position);
        }
        if (words.accept("(")) {
            Condition inner = alternatives(position);
            words.expect(")");
            return inner;
        }
        return pattern();
    }

    /** One pattern, which may be in parentheses. */
    private Pattern bracketed() {
        boolean brackets = words.accept("(");
        Pattern pattern = pattern();
        if (brackets) {
            words.expect(")");
        }
        return pattern;
    }

    private Condition alternatives(Position position) {
        List<Condition> alternatives = new ArrayList<>();
        do {
            List<Condition> together = new ArrayList<>();
            do {
                together.add(condition());
            } while (words.accept("and"));
            alternatives.add(together.size() == 1 ? together.get(0) : new Condition.And(together, position));
        } while (words.accept("or"));
        return alternatives.size() == 1 ? alternatives.get(0) : new Condition.Or(alternatives, position);
    }

    private Pattern pattern() {
        Position position = words.position();
        if (!words.at(TokenType.NAME) || words.at("end")) {
            throw words.unexpected("condition");
        }
        String fact = words.name("fact");
        words.expect("(");
        List<Binding> bindings = new ArrayList<>();
        List<Expression> constraints = new ArrayList<>();
        boolean first = true;
        while (!words.at(")")) {
            if (!first) {
                words.expectNext();
            }
            first = false;
            if (words.at(TokenType.NAME) && words.isFollowedBy(":")) {
                Position at = words.position();
                String variable = words.name("variable");
                words.expect(":");
                bindings.add(new Binding(variable, words.name("field"), at));
            } else {
                constraints.add(expressions.expression());
            }
        }
        words.expect(")");
        return new Pattern(fact, bindings, constraints, position);
    }

    private Condition accumulate() {
        Position position = words.position();
        words.expect("accumulate");
        words.expect("(");
        Pattern source = pattern();
        words.expect(";");
        List<Fold> folds = new ArrayList<>();
        do {
            Position at = words.position();
            String variable = words.name("variable");
            words.expect(":");
            String name = words.name("fold");
            words.expect("(");
            String argument = words.at(")") ? "" : words.name("variable");
            words.expect(")");
            folds.add(new Fold(variable, function(name, at), argument, at));
        } while (words.accept(","));
        List<Expression> constraints = new ArrayList<>();
        if (words.accept(";")) {
            do {
                constraints.add(expressions.expression());
            } while (words.accept(","));
        }
        words.expect(")");
        return new Condition.Accumulate(source, folds, constraints, position);
    }

    private static Aggregate function(String name, Position position) {
        return Aggregate.of(name).orElseThrow(() -> {
            List<String> names =
                    Stream.of(Aggregate.values()).map(Aggregate::toString).toList();
            return new TokenStream.Unexpected(position, Code.UNKNOWN_CONSEQUENCE, Suggestion.near(name, names), name);
        });
    }
}
