package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.rulebook.files.Position;
import org.hashwise.rulebook.language.Condition.Binding;
import org.hashwise.rulebook.language.Condition.Fold;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Token.Type;

/** Reads the {@code when} part of a rule. */
final class ConditionParser {

    private final Words words;
    private final ExpressionParser expressions;

    ConditionParser(Words words) {
        this.words = words;
        this.expressions = new ExpressionParser(words);
    }

    Condition condition() {
        Position position = words.position();
        if (words.accept("not")) {
            return new Condition.Not(condition(), position);
        }
        if (words.accept("exists")) {
            return new Condition.Exists(condition(), position);
        }
        if (words.at("accumulate")) {
            return accumulate();
        }
        if (words.accept("(")) {
            Condition inner = alternatives(position);
            words.expect(")");
            return inner;
        }
        return pattern();
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
        if (!words.at(Type.NAME) || words.at("end")) {
            throw words.unexpected("a condition such as Power( … ), or the word then");
        }
        String fact = words.name("a fact");
        words.expect("(");
        List<Binding> bindings = new ArrayList<>();
        List<Expression> constraints = new ArrayList<>();
        boolean first = true;
        while (!words.at(")")) {
            if (!first) {
                words.expect(",");
            }
            first = false;
            if (words.at(Type.NAME) && words.isFollowedBy(":")) {
                Position at = words.position();
                String variable = words.name("a variable");
                words.expect(":");
                bindings.add(new Binding(variable, words.name("a field"), at));
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
            String variable = words.name("a variable");
            words.expect(":");
            String function = words.name("sum, count, min or max");
            words.expect("(");
            String argument = words.at(")") ? "" : words.name("a variable");
            words.expect(")");
            folds.add(new Fold(variable, function, argument, at));
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
}
