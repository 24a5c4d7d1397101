package org.hashwise.questionnaire;

import java.util.List;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;

/** One raw value with its question; each method returns the answer, or adds the problem and returns nothing. */
record RawAnswer(Question question, Object value, Language language, List<Problem> problems) {

    // A negative zero is in every range and would divide into minus infinity: it becomes the ordinary one.
    @Nullable
    Answer number() {
        if (value instanceof String text) {
            return text(QuantityReader.of(question).read(text, language));
        }
        if (!(value instanceof Number number) || Double.isNaN(number.doubleValue())) {
            return reject(Code.NOT_A_NUMBER, List.of(question.unit()), "");
        }
        double given = number.doubleValue();
        if (given < question.min() || given > question.max()) {
            return reject(
                    Code.OUT_OF_RANGE,
                    List.of(question.min(), question.max(), question.unit()),
                    QuantityReader.of(question)
                            .suggestion(given)
                            .map(NumberNotation::plain)
                            .orElse(""));
        }
        return new Answer.Number(given == 0 ? 0 : given);
    }

    // A program sends numbers; text is refused, with the number that it means.
    private @Nullable Answer text(Quantity quantity) {
        List<Object> unit = List.of(question.unit());
        if (quantity instanceof Quantity.Open) {
            return reject(value.toString().isBlank() ? Code.NOT_A_NUMBER : Code.NOT_KNOWN, unit, "");
        }
        if (quantity instanceof Quantity.ForeignCurrency currency) {
            return reject(Code.FOREIGN_CURRENCY, List.of(currency.code(), question.unit()), "");
        }
        if (quantity instanceof Quantity.Range || quantity instanceof Quantity.Approximate) {
            return reject(Code.RANGE_AS_TEXT, unit, "");
        }
        return reject(Code.NOT_A_NUMBER, unit, meant(quantity));
    }

    private static String meant(Quantity quantity) {
        if (quantity instanceof Quantity.Value one) {
            return NumberNotation.plain(one.value());
        }
        if (quantity instanceof Quantity.Ambiguous two) {
            return NumberNotation.plain(two.first());
        }
        if (quantity instanceof Quantity.Limit end) {
            return NumberNotation.plain(end.value());
        }
        return quantity instanceof Quantity.OutOfRange outside
                ? outside.suggestion().map(NumberNotation::plain).orElse("")
                : "";
    }

    @Nullable
    Answer yesNo() {
        if (value instanceof Boolean yes) {
            return new Answer.YesNo(yes);
        }
        return reject(
                Code.NOT_YES_OR_NO,
                List.of(),
                AnswerWords.yesNo(value.toString()).map(String::valueOf).orElse(""));
    }

    @Nullable
    Answer choice() {
        if (value instanceof String text && question.choice(text).isPresent()) {
            return new Answer.Choice(text);
        }
        List<String> accepted = question.choiceValues();
        return reject(Code.UNKNOWN_CHOICE, List.of(accepted), meantChoice(accepted));
    }

    private @Nullable Answer reject(Code code, List<Object> arguments, String suggestion) {
        problems.add(new Problem(question.id(), value, code, arguments, suggestion));
        return null;
    }

    private String meantChoice(List<String> accepted) {
        if (!(value instanceof String text)) {
            return "";
        }
        return new ChoiceReader(question)
                .read(text)
                .or(() -> Nearest.to(text, accepted))
                .orElse("");
    }
}
