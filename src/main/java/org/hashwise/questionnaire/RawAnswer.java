package org.hashwise.questionnaire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;

/** One raw value beside its question; each method gives the answer, or adds what is wrong and gives nothing. */
record RawAnswer(Question question, Object value, List<Problem> problems) {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "oui", "vrai");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "non", "faux");
    private static final int LONGEST_NUMBER = 30;
    private static final double CENTS = 100;

    // A negative zero is in every range and would divide into minus infinity: it becomes the ordinary one.
    @Nullable
    Answer number() {
        if (!(value instanceof Number number) || Double.isNaN(number.doubleValue())) {
            return reject(Code.NOT_A_NUMBER, List.of(question.unit()), meantNumber());
        }
        double given = number.doubleValue();
        if (given < question.min() || given > question.max()) {
            return reject(
                    Code.OUT_OF_RANGE, List.of(question.min(), question.max(), question.unit()), meantCents(given));
        }
        return new Answer.Number(given == 0 ? 0 : given);
    }

    @Nullable
    Answer yesNo() {
        if (value instanceof Boolean yes) {
            return new Answer.YesNo(yes);
        }
        String word = value.toString().toLowerCase(Locale.ROOT).strip();
        return reject(Code.NOT_YES_OR_NO, List.of(), YES.contains(word) ? "true" : NO.contains(word) ? "false" : "");
    }

    @Nullable
    Answer choice() {
        if (value instanceof String text && question.choice(text).isPresent()) {
            return new Answer.Choice(text);
        }
        List<String> accepted =
                question.choices().stream().map(Question.Choice::value).toList();
        return reject(Code.UNKNOWN_CHOICE, List.of(accepted), meantChoice(accepted));
    }

    private @Nullable Answer reject(Code code, List<Object> arguments, String suggestion) {
        problems.add(new Problem(question.id(), value, code, arguments, suggestion));
        return null;
    }

    private String meantNumber() {
        if (!(value instanceof String text) || text.length() > LONGEST_NUMBER) {
            return "";
        }
        try {
            double meant = Double.parseDouble(new BigDecimal(text.strip()).toString());
            return meant < question.min() || meant > question.max() ? "" : plain(meant);
        } catch (NumberFormatException notANumber) {
            return "";
        }
    }

    // A power price above one dollar is nearly always one in cents.
    private String meantCents(double given) {
        double dollars = given / CENTS;
        boolean fits = question.unit().startsWith("USD/kWh") && dollars >= question.min() && dollars <= question.max();
        return fits ? plain(dollars) : "";
    }

    private String meantChoice(List<String> accepted) {
        if (!(value instanceof String text)) {
            return "";
        }
        for (Question.Choice choice : question.choices()) {
            if (choice.label().en().equalsIgnoreCase(text.strip())
                    || choice.label().fr().equalsIgnoreCase(text.strip())) {
                return choice.value();
            }
        }
        return Nearest.to(text, accepted).orElse("");
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
