package org.hashwise.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Provide;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.questionnaire.QuantityReader;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.TextNormalizer;
import org.hashwise.rulebook.ShippedRules;

/** Plain numbers and texts, which most are, mean what the same ones mean with an invisible character, which takes the long way. */
class NotationLawTests {

    private static final String INVISIBLE = "\u200B";
    private static final List<Question> NUMERIC = ShippedRules.rulebook().questionnaire().questions().stream()
            .filter(question -> question.kind().isNumeric())
            .toList();

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> any =
                Arbitraries.strings().withChars("0123456789.,-").ofMinLength(1).ofMaxLength(12);
        return Arbitraries.oneOf(any, usualNumbers());
    }

    @Provide
    Arbitrary<String> usualNumbers() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(6);
        return Combinators.combine(
                        Arbitraries.of("", "-", "$", "-$", "$-"), digits, Arbitraries.of("", ".", ","), digits)
                .as((sign, before, separator, behind) -> sign + before + separator + behind);
    }

    @Law
    void aNumberShowsTheDecimalSignThatItShowsWithAnInvisibleCharacter(@ForAll @From("usualNumbers") String number) {
        assertThat(NumberNotation.shownDecimalSign(number))
                .isEqualTo(NumberNotation.shownDecimalSign(number + INVISIBLE));
        assertThat(NumberNotation.isAmbiguous(number)).isEqualTo(NumberNotation.isAmbiguous(number + INVISIBLE));
    }

    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.of(NUMERIC);
    }

    @Law
    void aNumberIsReadAsWithAnInvisibleCharacter(
            @ForAll @From("questions") Question question,
            @ForAll @From("numbers") String number,
            @ForAll Language language) {
        QuantityReader reader = QuantityReader.of(question);

        assertThat(reader.read(number, language)).isEqualTo(reader.read(number + INVISIBLE, language));
    }

    @Law
    void aUnitApartMeansWhatItMeansBehindTheNumber(
            @ForAll @From("questions") Question question,
            @ForAll @From("numbers") String number,
            @ForAll Language language) {
        for (String unit : List.of(
                question.unit(),
                "USD m",
                "$ thousand",
                "c/kWh",
                "%",
                "(USD)",
                "k$-",
                "J/TH max",
                "est",
                "or more",
                "")) {
            QuantityReader reader = QuantityReader.of(question);

            assertThat(reader.in(unit).read(number, language))
                    .as(unit)
                    .isEqualTo(reader.read(number + " " + unit + INVISIBLE, language));
        }
    }

    @Law
    void aTextIsNormalizedAsWithAnInvisibleCharacter(@ForAll @From("texts") String text) {
        assertThat(TextNormalizer.visible(text)).isEqualTo(TextNormalizer.visible(text + INVISIBLE));
        assertThat(TextNormalizer.folded(text)).isEqualTo(TextNormalizer.folded(text + INVISIBLE));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12);
    }
}
