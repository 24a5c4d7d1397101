package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.Token.TokenType;
import org.hashwise.rulebook.model.ArithmeticOperator;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;

/** Parser of constraints; {@code ||} binds loosest, then {@code &&}, comparison, sum, product. */
public final class ExpressionParser {

    private final TokenStream words;

    /** True if fields are named by the ids of questions and metrics, as in {@code power.energizedMw}. */
    private final boolean ids;

    ExpressionParser(TokenStream words) {
        this(words, false);
    }

    private ExpressionParser(TokenStream words, boolean ids) {
        this.words = words;
        this.ids = ids;
    }

    /** A parser of expressions outside a pattern, whose fields are named by the ids of questions and metrics. */
    static ExpressionParser ofIds(TokenStream words) {
        return new ExpressionParser(words, true);
    }

    /**
     * Arithmetic outside of rules, where thresholds have their bare names, as in {@code largeSiteMw - 0.1}. One that is too
     * complex, or breaks off within parentheses, is reported, and is no number.
     *
     * @return empty for any other text
     */
    public static Optional<Expression> ofThresholds(String text, Position position, String subject, Problems problems) {
        TokenStream words = new TokenStream((line, column) -> position, Lexer.tokens(text));
        try {
            Expression read = withThresholds(new ExpressionParser(words).sum());
            boolean[] plain = {words.atEnd()};
            read.walk(part -> plain[0] &= isArithmetic(part));
            return plain[0] && !Thresholds.in(List.of(read)).isEmpty() ? Optional.of(read) : Optional.empty();
        } catch (TokenStream.Unexpected other) {
            if (!other.isTooComplex() && !text.contains("(")) {
                return Optional.empty();
            }
            other.report(subject, problems);
            return Optional.of(new Expression.NumberValue(Double.NaN, position));
        }
    }

    private static Expression withThresholds(Expression expression) {
        return expression instanceof Expression.Field it
                ? new Expression.Threshold(it.name(), it.position())
                : expression.map(ExpressionParser::withThresholds);
    }

    private static boolean isArithmetic(Expression part) {
        return part instanceof Expression.NumberValue
                || part instanceof Expression.Arithmetic
                || part instanceof Expression.Minus
                || (part instanceof Expression.Threshold it
                        && Character.isLowerCase(it.name().charAt(0)));
    }

    Expression expression() {
        Expression left = conjunction();
        while (words.at("||")) {
            Position position = words.position();
            words.take();
            left = new Expression.Junction(LogicalOperator.OR, left, conjunction(), position);
        }
        return left;
    }

    private Expression conjunction() {
        Expression left = comparison();
        while (words.at("&&")) {
            Position position = words.position();
            words.take();
            left = new Expression.Junction(LogicalOperator.AND, left, comparison(), position);
        }
        return left;
    }

    private Expression comparison() {
        Expression left = sum();
        Position position = words.position();
        Optional<Operator> operator = Arrays.stream(Operator.values())
                .filter(candidate -> words.at(candidate.symbol()))
                .findFirst();
        if (words.at(TokenType.SYMBOL) && operator.isPresent()) {
            words.take();
            return new Expression.Comparison(left, operator.get(), sum(), position);
        }
        if (words.at("in") || (words.at("not") && words.isFollowedBy("in"))) {
            boolean negated = words.accept("not");
            words.expect("in");
            return new Expression.Membership(left, negated, values(), position);
        }
        return left;
    }

    private List<Expression> values() {
        words.expect("(");
        List<Expression> values = new ArrayList<>();
        do {
            values.add(sum());
        } while (words.accept(","));
        words.expect(")");
        return values;
    }

    /** A sum, a product or a single operand. */
    Expression sum() {
        return chain(this::product, ArithmeticOperator.PLUS, ArithmeticOperator.MINUS);
    }

    private Expression product() {
        return chain(this::operand, ArithmeticOperator.TIMES, ArithmeticOperator.DIVIDED_BY);
    }

    /** Parts joined by two operators of the same precedence, from the left. */
    private Expression chain(Supplier<Expression> part, ArithmeticOperator one, ArithmeticOperator other) {
        Expression left = part.get();
        while (words.at(one.toString()) || words.at(other.toString())) {
            Position position = words.position();
            ArithmeticOperator operator = words.at(one.toString()) ? one : other;
            words.take();
            left = new Expression.Arithmetic(left, operator, part.get(), position);
        }
        return left;
    }

    private Expression operand() {
        words.part();
        Position position = words.position();
        if (words.accept("!")) {
            return new Expression.Negation(operand(), position);
        }
        if (words.accept("-")) {
            return new Expression.Minus(operand(), position);
        }
        if (words.accept("(")) {
            Expression inner = ids ? sum() : expression();
            words.expect(")");
            return inner;
        }
        if (words.at(TokenType.QUOTED)) {
            return new Expression.TextValue(words.take().text(), position);
        }
        if (words.at(TokenType.NUMBER)) {
            return number(position);
        }
        if (words.at(TokenType.NAME)) {
            return named(position);
        }
        throw words.unexpected("operand");
    }

    /** Suggests the name after a point: the fact in front of the parenthesis names the section already. */
    private String withoutSection() {
        return words.at(".")
                ? words.following()
                        .filter(next -> next.type() == TokenType.NAME)
                        .map(next -> Messages.of("suggestion.write", next.text()))
                        .orElse("")
                : "";
    }

    private Expression number(Position position) {
        Token token = words.take();
        if (!token.isPlainNumber()) {
            throw words.unexpected("number", token);
        }
        return new Expression.NumberValue(Double.parseDouble(token.text()), position);
    }

    private Expression named(Position position) {
        String name = words.take().text();
        if (name.equals("Thresholds")) {
            words.expect(".");
            Position at = words.position();
            return new Expression.Threshold(words.name("threshold"), at);
        }
        if (ids) {
            words.expect(".");
            return new Expression.Field(name + "." + words.name("question"), position);
        }
        if (words.at(".") || words.at("(")) {
            String near = Suggestion.onlyNear(name, List.of("Thresholds"));
            throw words.unexpected("operator", near.isEmpty() ? withoutSection() : near);
        }
        if (name.equals("true") || name.equals("false")) {
            return new Expression.YesNoValue(Boolean.parseBoolean(name), position);
        }
        return name.startsWith("$") ? new Expression.Variable(name, position) : new Expression.Field(name, position);
    }
}
