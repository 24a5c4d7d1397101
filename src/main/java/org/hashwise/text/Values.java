package org.hashwise.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hashwise.economics.JurisdictionGrade;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.questionnaire.PlaceCodes;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Text;
import org.springframework.context.MessageSource;

/** Values of questions and metrics in one language. */
final class Values {

    private static final double LARGE = 1e4;
    private static final double THOUSAND = 1e3;
    private static final int SMALL_DECIMALS = 3;
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Language language;
    private final Questionnaire questionnaire;
    private final Jurisdictions jurisdictions;
    private final Formats formats;

    Values(Language language, Questionnaire questionnaire, Jurisdictions jurisdictions, MessageSource messages) {
        this.language = language;
        this.questionnaire = questionnaire;
        this.jurisdictions = jurisdictions;
        this.formats = new Formats(language, messages);
    }

    /** An answer; computed ones, which were not typed, are rounded. */
    String answer(String id, Answer answer, boolean computed) {
        return value(id, answer.toPlain(), computed);
    }

    String value(String id, Object value, boolean computed) {
        Optional<Question> question = questionnaire.question(id);
        if (value instanceof Number number) {
            Optional<Metric> metric = Metric.ofId(id);
            if (computed && metric.isPresent() && metric.get().isMissing(number.doubleValue())) {
                return formats.message("value.missing");
            }
            String unit = unit(id).orElse("");
            return capped(id, number.doubleValue(), formats.amount(number.doubleValue(), unit, computed));
        }
        if (value instanceof Boolean yes) {
            return formats.message(yes ? "value.yes" : "value.no");
        }
        if (value instanceof Map<?, ?> shares) {
            return shares.entrySet().stream()
                    .map(share -> place(share.getKey().toString()) + " "
                            + formats.percent(((Number) share.getValue()).doubleValue()))
                    .collect(Collectors.joining(", "));
        }
        return question.flatMap(asked -> asked.choice(value.toString()))
                .map(choice -> choice.label().in(language))
                .orElse(value.toString());
    }

    /** The unit of a question or a metric; empty for other ids. */
    Optional<String> unit(String id) {
        return questionnaire
                .question(id)
                .map(Question::unit)
                .or(() -> Metric.ofId(id).map(Metric::unit));
    }

    /**
     * A value along an axis, to three significant digits and without its unit.
     *
     * @param largest the largest absolute value of the axis; from 10,000 all its values are shortened, such as 116K
     */
    String tick(double value, double largest) {
        double shown = NumberNotation.rounded(value, SIGNIFICANT_DIGITS);
        return largest >= LARGE ? formats.compact(shown) : formats.exact(shown);
    }

    /** A value of a column: all are counted in the same thousands or millions and have the same decimals. */
    String cell(double value, ColumnScale column) {
        double largest = column.largest();
        if (value == 0) {
            return formats.exact(value);
        }
        return largest >= LARGE
                ? formats.compact(value, column)
                : formats.fixed(value, largest >= THOUSAND ? 0 : largest >= 1 ? 1 : SMALL_DECIMALS);
    }

    private String capped(String id, double value, String amount) {
        double cap = Metric.ofId(id).map(Metric::cap).orElse(Double.POSITIVE_INFINITY);
        if (Math.abs(value) < cap) {
            return amount;
        }
        return formats.message(value > 0 ? "format.at-least" : "format.at-most", amount);
    }

    /** The name that the regulation table has, else that of the state, province or country; other codes stay as they are. */
    String place(String code) {
        Optional<JurisdictionGrade> graded =
                jurisdictions.grade(code).filter(grade -> grade.code().equals(code));
        if (graded.isPresent()) {
            return graded.get().name().in(language);
        }
        Optional<Text> listed = PlaceCodes.subdivision(code);
        if (listed.isPresent()) {
            return listed.get().in(language);
        }
        String name = new Locale("", code).getDisplayCountry(language.locale());
        return code.length() == 2 && !name.isEmpty() ? name : code;
    }
}
