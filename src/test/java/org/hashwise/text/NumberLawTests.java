package org.hashwise.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Provide;
import org.hashwise.laws.Law;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.QuantityReader;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.ShippedRules;
import org.springframework.mock.env.MockEnvironment;

/** Numbers as the pages show them can be typed back in and mean the same. */
class NumberLawTests {

    private static final int MOST_DECIMALS = 6;
    private static final Formats ENGLISH = formats(Language.EN);
    private static final Formats FRENCH = formats(Language.FR);
    private static final List<Question> NUMERIC = ShippedRules.rulebook().questionnaire().questions().stream()
            .filter(question -> question.kind().isNumeric())
            .toList();

    private static Formats formats(Language language) {
        return new Formats(language, TypesetMessages.of(TemplateFolder.of(new MockEnvironment())));
    }

    private static Formats in(Language language) {
        return language == Language.FR ? FRENCH : ENGLISH;
    }

    /** An accepted value of a question, with as many decimals as are shown. */
    record Accepted(Question question, double value) {}

    @Provide
    Arbitrary<Accepted> accepted() {
        return Arbitraries.of(NUMERIC)
                .flatMap(question -> Arbitraries.oneOf(
                                Arbitraries.doubles().between(question.min(), question.max()),
                                small(question),
                                Arbitraries.of(question.min(), question.max()))
                        .map(value -> new Accepted(question, shown(value))));
    }

    // Evenly drawn, nearly all values of a range that ends at a trillion would be billions.
    private static Arbitrary<Double> small(Question question) {
        double most = DoubleStream.of(question.max(), 1e5).min().orElseThrow();
        return Arbitraries.doubles()
                .between(Math.max(question.min(), -most), most)
                .ofScale(3);
    }

    private static double shown(double value) {
        return BigDecimal.valueOf(value)
                .setScale(MOST_DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }

    @Law
    void aNumberInAFieldIsReadAsItWasMeant(@ForAll @From("accepted") Accepted accepted, @ForAll Language language) {
        reads(in(language).exact(accepted.value()), language, accepted);
    }

    @Law
    void anAmountCanBeTypedBackWithItsUnit(@ForAll @From("accepted") Accepted accepted, @ForAll Language language) {
        String unit = accepted.question().unit();
        Formats formats = in(language);
        reads(formats.amount(accepted.value(), unit, false), language, accepted);
    }

    @Law
    void anAmountIsReadInEveryUnitOfItsDimension(
            @ForAll @From("typed") QuantityInput typed, @ForAll Language language) {
        Quantity quantity = QuantityReader.of(typed.question()).read(typed.in(language), language);

        assertThat(quantity).as(typed.in(language)).isInstanceOf(Quantity.Value.class);
        assertThat(((Quantity.Value) quantity).value())
                .as(typed.in(language))
                .isCloseTo(typed.value(), within(Math.ulp(typed.value())));
    }

    /** An accepted value, typed in another unit. */
    record QuantityInput(Question question, String unit, double inUnit, double value) {

        String in(Language language) {
            return NumberLawTests.in(language).exact(inUnit) + " " + unit;
        }
    }

    @Provide
    Arbitrary<QuantityInput> typed() {
        return Arbitraries.of(
                        List.of("power.priceUsdPerKwh", "c/kWh", "0.01"),
                        List.of("power.priceUsdPerKwh", "$/MWh", "0.001"),
                        List.of("power.energizedMw", "GW", "1000"),
                        List.of("power.energizedMw", "kW", "0.001"),
                        List.of("mining.hashrateEh", "PH/s", "0.001"),
                        List.of("mining.hashrateEh", "ZH", "1000"),
                        List.of("mining.fleetEfficiencyJPerTh", "W/TH", "1"),
                        List.of("treasury.cashUsd", "M$", "1000000"),
                        List.of("treasury.cashUsd", "kUSD", "1000"),
                        List.of("mining.poolFeePercent", "bps", "0.01"),
                        List.of("board.horizonMonths", "years", "12"))
                .flatMap(unit -> {
                    Question question = NUMERIC.stream()
                            .filter(each -> each.id().equals(unit.get(0)))
                            .findFirst()
                            .orElseThrow();
                    BigDecimal factor = new BigDecimal(unit.get(2));
                    BigDecimal least = BigDecimal.valueOf(question.min()).divide(factor, MathContext.DECIMAL64);
                    BigDecimal most =
                            BigDecimal.valueOf(Math.min(question.max(), 1e9)).divide(factor, MathContext.DECIMAL64);
                    return Arbitraries.bigDecimals()
                            .between(least, most)
                            .ofScale(2)
                            .map(number -> new QuantityInput(
                                    question,
                                    unit.get(1),
                                    number.doubleValue(),
                                    number.multiply(factor).doubleValue()));
                });
    }

    private static void reads(String text, Language language, Accepted accepted) {
        Quantity read = QuantityReader.of(accepted.question()).read(text, language);
        assertThat(read).as("%s of %s", text, accepted.question().id()).isInstanceOf(Quantity.Value.class);
        assertThat(((Quantity.Value) read).value())
                .as("%s of %s", text, accepted.question().id())
                .isEqualTo(accepted.value());
    }
}
