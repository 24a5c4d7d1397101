package org.hashwise.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.hashwise.rulebook.ShippedRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Quantities as people type them, beside the questions that they are typed for. */
class QuantityReaderTests {

    private static final Questionnaire QUESTIONS = ShippedRules.rulebook().questionnaire();

    @ParameterizedTest
    @CsvFileSource(resources = "typed-quantities.csv", delimiter = ';', quoteCharacter = '\u0000', numLinesToSkip = 2)
    void quantitiesAreReadInBothLanguages(String id, String typed, String english, String french) {
        assertThat(told(read(id, unescaped(typed), Language.EN)))
                .as("in English")
                .isEqualTo(english);
        String expected = french.equals("same") ? english : french;
        assertThat(told(read(id, unescaped(typed), Language.FR)))
                .as("in French")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power.priceUsdPerKwh         | 29      | 0.029",
                "power.priceUsdPerKwh         | 45      | 0.045",
                "power.priceUsdPerKwh         | 5       | 0.05",
                "power.priceUsdPerKwh         | 500     | ''",
                "market.networkHashrateEh     | 0.894   | 894",
                "market.networkHashrateEh     | 893900  | 893.9",
                "mining.fleetEfficiencyJPerTh | 0.021   | 21",
                "mining.fleetEfficiencyJPerTh | 21000   | 21",
                "mining.hashrateEh            | 8000    | 8",
                "market.btcPriceUsd           | 90      | 90000",
                "power.energizedMw            | 160000  | 160",
                "hosting.contractYears        | 120     | 10",
                "board.horizonMonths          | 2       | 24",
                "mining.poolFeePercent        | 100     | 1"
            })
    void aNumberOutOfRangeIsSuggestedInTheUnitThatWasProbablyMeant(String id, double given, String suggestion) {
        Question question = QUESTIONS.question(id).orElseThrow();

        assertThat(QuantityReader.of(question)
                        .suggestion(given)
                        .map(QuantityReaderTests::plain)
                        .orElse(""))
                .isEqualTo(suggestion);
    }

    @ParameterizedTest
    @MethodSource("numericQuestions")
    void suggestionsAreAlwaysAccepted(String id) {
        Question question = QUESTIONS.question(id).orElseThrow();
        for (double given = 1e-9; given < 1e16; given *= 3.7) {
            QuantityReader.of(question)
                    .suggestion(given)
                    .ifPresent(meant -> assertThat(meant).isBetween(question.min(), question.max()));
        }
    }

    static List<String> numericQuestions() {
        return QUESTIONS.questions().stream()
                .filter(question -> question.kind().isNumeric())
                .map(Question::id)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anEndlessTextIsUnreadableAtOnce(Language language) {
        assertThat(read("treasury.cashUsd", "1,".repeat(100_000), language)).isEqualTo(new Quantity.Unreadable());
        assertThat(read("treasury.cashUsd", "1" + " 000".repeat(30), language)).isEqualTo(new Quantity.Unreadable());
    }

    private static Quantity read(String id, String typed, Language language) {
        return QuantityReader.of(QUESTIONS.question(id).orElseThrow()).read(typed, language);
    }

    // Invisible characters stand in the table by their code points.
    private static String unescaped(String typed) {
        return java.util.regex.Pattern.compile("\\{U\\+([0-9A-F]{4,5})}")
                .matcher(typed)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }

    /** The reading in the words of the table. */
    static String told(Quantity quantity) {
        if (quantity instanceof Quantity.Value value) {
            return plain(value.value()) + doubts(value.doubts());
        } else if (quantity instanceof Quantity.Ambiguous two) {
            return plain(two.first()) + " or " + plain(two.second());
        } else if (quantity instanceof Quantity.Range range) {
            return plain(range.low()) + " to " + plain(range.high());
        } else if (quantity instanceof Quantity.Approximate about) {
            return "about " + plain(about.value());
        } else if (quantity instanceof Quantity.Limit end) {
            return "end " + plain(end.value());
        } else if (quantity instanceof Quantity.ForeignCurrency currency) {
            return currency.code();
        } else if (quantity instanceof Quantity.OutOfRange outside) {
            return "outside " + plain(outside.value())
                    + doubts(outside.suggestion().stream().toList());
        } else if (quantity instanceof Quantity.OtherUnit) {
            return "other unit";
        }
        return quantity instanceof Quantity.Open ? "open" : "unreadable";
    }

    private static String doubts(List<Double> doubts) {
        return doubts.isEmpty()
                ? ""
                : "? " + doubts.stream().map(QuantityReaderTests::plain).collect(Collectors.joining(" "));
    }

    private static String plain(double number) {
        return !Double.isFinite(number)
                ? String.valueOf(number)
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
