package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.ShippedRules;
import org.springframework.mock.env.MockEnvironment;

/** What the pages show can be typed back in and means the same. */
class NumberLawTests {

    private static final int MOST_DECIMALS = 6;
    private static final Formats ENGLISH = formats(Language.EN);
    private static final Formats FRENCH = formats(Language.FR);
    private static final List<Question> NUMERIC = ShippedRules.rulebook().questionnaire().questions().stream()
            .filter(question -> question.kind().isNumeric())
            .toList();

    private static Formats formats(Language language) {
        TemplateConfiguration configuration = new TemplateConfiguration();
        return new Formats(language, configuration.messageSource(configuration.templateFolder(new MockEnvironment())));
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
        reads(in(language).exact(accepted.value()), List.of(), language, accepted);
    }

    @Law
    void anAmountCanBeTypedBackWithItsUnit(@ForAll @From("accepted") Accepted accepted, @ForAll Language language) {
        String unit = Values.unit(accepted.question());
        Formats formats = in(language);
        reads(formats.amount(accepted.value(), unit, false), formats.spellings(unit), language, accepted);
    }

    private static void reads(String text, List<String> units, Language language, Accepted accepted) {
        NumberText read = NumberText.read(text, units, language);
        assertThat(read.suggestion()).as(text).isNull();
        assertThat(read.number()).as("%s of %s", text, accepted.question().id()).isEqualTo(accepted.value());
    }
}
