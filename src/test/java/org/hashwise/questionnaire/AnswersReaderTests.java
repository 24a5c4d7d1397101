package org.hashwise.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersReaderTests {

    private final AnswersReader reader = new AnswersReader(SampleQuestions.questionnaire());

    @Test
    void validValuesBecomeAnswers() {
        AnswersResult reading = reader.read(Map.of(
                "mining.hashrateEh",
                12.8,
                "market.btcPriceUsd",
                91_800,
                "company.listed",
                false,
                "power.contract",
                "HEDGED",
                "regulation.jurisdictions",
                Map.of("US-NY", 40, "US-TX", 60.0)));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.answers().byId())
                .containsEntry("mining.hashrateEh", new Answer.Number(12.8))
                .containsEntry("market.btcPriceUsd", new Answer.Number(91_800))
                .containsEntry("company.listed", new Answer.YesNo(false))
                .containsEntry("power.contract", new Answer.Choice("HEDGED"))
                .containsEntry(
                        "regulation.jurisdictions",
                        new Answer.Shares(new TreeMap<>(Map.of("US-NY", 40.0, "US-TX", 60.0))));
    }

    @Test
    void nullMeansNotAnswered() {
        Map<String, @Nullable Object> raw = new HashMap<>();
        raw.put("mining.hashrateEh", null);

        AnswersResult reading = reader.read(raw);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.answers()).isEqualTo(Answers.none());
    }

    @Test
    void allProblemsAreReportedInTheOrderOfTheIdsAndTheRestIsKept() {
        AnswersResult reading = reader.read(Map.of(
                "power.contract", "FIXD",
                "mining.hashrateEh", -1,
                "power.energizedMw", 100,
                "mining.hashrate", 10));

        assertThat(reading.problems())
                .extracting(Problem::id)
                .containsExactly("mining.hashrate", "mining.hashrateEh", "power.contract");
        assertThat(reading.answers().byId()).containsOnlyKeys("power.energizedMw");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mining.hashrateEH   | mining.hashrateEh",
                "Power.Contract      | power.contract",
                "mining_hashrate_eh  | mining.hashrateEh",
                "hashrateEh          | mining.hashrateEh",
                "mining.energizedMw  | power.energizedMw",
                "power.priceUsdPerKw | power.priceUsdPerKwh",
                "regulation.jurisd   | regulation.jurisdictions",
                "favourite.colour    | ''"
            })
    void unknownIdsComeWithTheNearestOne(String given, String suggestion) {
        assertThat(problem(given, 1)).isEqualTo(new Problem(given, 1, Code.UNKNOWN_ID, List.of(), suggestion));
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "12.8        | 12.8",
                    "' 12 '      | 12",
                    "12,8        | 12.8",
                    "1e2         | 100",
                    "8000 PH/s   | 8",
                    "> 100       | 100",
                    "many        | ''",
                    "''          | ''",
                    "9999        | 9.999",
                    "9999 EH/s   | 9.999",
                    "1e999999999 | ''"
                })
        void textIsNotANumberButMayBeMeantAsOne(String given, String suggestion) {
            assertThat(problem("mining.hashrateEh", given))
                    .isEqualTo(new Problem("mining.hashrateEh", given, Code.NOT_A_NUMBER, List.of("EH/s"), suggestion));
        }

        @ParameterizedTest
        @CsvSource({"n/a, NOT_KNOWN", "inconnu, NOT_KNOWN", "40-60, RANGE_AS_TEXT", "about 50 EH, RANGE_AS_TEXT"})
        void textThatIsNoNumberOnPurposeSaysHowToSendIt(String given, Code code) {
            assertThat(problem("mining.hashrateEh", given))
                    .isEqualTo(new Problem("mining.hashrateEh", given, code, List.of("EH/s"), ""));
        }

        @Test
        void textInAnotherCurrencyIsNotConverted() {
            assertThat(problem("power.priceUsdPerKwh", "0,05 €/kWh"))
                    .isEqualTo(new Problem(
                            "power.priceUsdPerKwh",
                            "0,05 €/kWh",
                            Code.FOREIGN_CURRENCY,
                            List.of("EUR", "USD/kWh"),
                            ""));
        }

        @Test
        void textIsReadInItsLanguage() {
            AnswersReader french = new AnswersReader(SampleQuestions.questionnaire(), Language.FR);

            assertThat(french.read(Map.of("power.energizedMw", "1,250")).problems())
                    .extracting(Problem::suggestion)
                    .containsExactly("1.25");
            assertThat(problem("power.energizedMw", "1,250").suggestion()).isEqualTo("1250");
        }

        @Test
        void yesListsAndNothingAreNotNumbers() {
            assertThat(problem("mining.hashrateEh", true).code()).isEqualTo(Code.NOT_A_NUMBER);
            assertThat(problem("mining.hashrateEh", List.of(1)).code()).isEqualTo(Code.NOT_A_NUMBER);
            assertThat(problem("mining.hashrateEh", Double.NaN).code()).isEqualTo(Code.NOT_A_NUMBER);
        }

        @ParameterizedTest
        @ValueSource(doubles = {-0.001, 500.001, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        void valuesOutsideTheRangeAreRefused(double given) {
            assertThat(problem("mining.hashrateEh", given))
                    .isEqualTo(new Problem(
                            "mining.hashrateEh", given, Code.OUT_OF_RANGE, List.of(0.0, 500.0, "EH/s"), ""));
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, 500})
        void bordersAreAccepted(double given) {
            assertThat(reader.read(Map.of("mining.hashrateEh", given)).problems())
                    .isEmpty();
        }

        @Test
        void aPowerPriceInCentsIsSuggestedInDollars() {
            assertThat(problem("power.priceUsdPerKwh", 5.5).suggestion()).isEqualTo("0.055");
            assertThat(problem("power.priceUsdPerKwh", 500).suggestion()).isEmpty();
        }
    }

    @Nested
    class Words {

        @ParameterizedTest
        @CsvSource({"yes, true", "Oui, true", "FALSE, false", "no, false", "perhaps, ''"})
        void onlyTrueAndFalseAreYesAndNo(String given, String suggestion) {
            assertThat(problem("company.listed", given))
                    .isEqualTo(new Problem("company.listed", given, Code.NOT_YES_OR_NO, List.of(), suggestion));
        }

        @ParameterizedTest
        @CsvSource({
            "FIXD, FIXED",
            "fixed, FIXED",
            "own generation, OWN_GENERATION",
            "Prix fixe, FIXED",
            "IND, INDEXED",
            "FREE, ''"
        })
        void unknownChoicesComeWithTheNearestOne(String given, String suggestion) {
            List<String> accepted = Arrays.asList("OWN_GENERATION", "FIXED", "HEDGED", "INDEXED");

            assertThat(problem("power.contract", given))
                    .isEqualTo(
                            new Problem("power.contract", given, Code.UNKNOWN_CHOICE, List.of(accepted), suggestion));
        }

        @Test
        void aNumberIsNoChoice() {
            assertThat(problem("power.contract", 1).code()).isEqualTo(Code.UNKNOWN_CHOICE);
        }
    }

    @Nested
    class Shares {

        @Test
        void onlyAMapHoldsShares() {
            assertThat(problem("regulation.jurisdictions", "US-TX").code()).isEqualTo(Code.NOT_SHARES);
            assertThat(problem("regulation.jurisdictions", List.of("US-TX")).code())
                    .isEqualTo(Code.NOT_SHARES);
        }

        @ParameterizedTest
        @ValueSource(doubles = {99.9, 99.95, 100, 100.1})
        void roundingOfATenthIsTolerated(double sum) {
            assertThat(read(Map.of("US-TX", sum - 40, "PY", 40.0)).problems()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(doubles = {50, 99.89, 100.11, 140})
        void anotherSumIsRefused(double sum) {
            Problem problem = onlyProblem(read(Map.of("US-TX", sum - 40, "PY", 40.0)));

            assertThat(problem.code()).isEqualTo(Code.SHARES_NOT_100);
            assertThat((Double) problem.arguments().get(0)).isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-9));
        }

        @Test
        void anEmptyMapIsRefused() {
            assertThat(onlyProblem(read(Map.of())).arguments()).containsExactly(0.0);
        }

        @Test
        void aPlaceWithoutShareIsNotSilentlyLeftOut() {
            Map<String, @Nullable Object> shares = new HashMap<>(Map.of("US-TX", 100));
            shares.put("PY", null);

            Problem problem = onlyProblem(read(shares));
            assertThat(problem.code()).isEqualTo(Code.SHARE_MISSING);
            assertThat(problem.arguments()).containsExactly("PY");
        }

        @ParameterizedTest
        @CsvSource({
            "us-ny, US-NY",
            "US_NY, US-NY",
            "Paraguay, PY",
            "Norvège, NO",
            "UK, GB",
            "XX, ''",
            "USA, US",
            "'Texas, USA', US-TX",
            "Paraguy, PY",
            "Georgia, GE",
            "US-TEXAS, US-TX",
            "Texas, US-TX",
            "Quebec, CA-QC",
            "Colombie-Britannique, CA-BC",
            "US-ZZ, ''",
            "US-XXX, ''",
            "CA-ZZ, ''",
            "NY-US, ''"
        })
        void unknownPlacesComeWithTheCodeThatWasMeant(String given, String suggestion) {
            assertThat(onlyProblem(read(Map.of(given, 100))))
                    .isEqualTo(new Problem(
                            "regulation.jurisdictions", given, Code.UNKNOWN_JURISDICTION, List.of(given), suggestion));
        }

        @ParameterizedTest
        @ValueSource(strings = {"PY", "US", "CA-BC", "GB-NIR", "FR-75", "NO-3"})
        void everyIsoCodeIsAccepted(String code) {
            assertThat(read(Map.of(code, 100)).problems()).isEmpty();
        }

        @Test
        void eachShareIsBetween0And100AndTheSumIsNotReportedOnTop() {
            assertThat(read(Map.of("PY", -10, "US", 110, "CA", "40")).problems())
                    .extracting(Problem::code, Problem::value)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(Code.SHARE_IS_TEXT, "40"),
                            org.assertj.core.groups.Tuple.tuple(Code.SHARE_OUT_OF_RANGE, -10),
                            org.assertj.core.groups.Tuple.tuple(Code.SHARE_OUT_OF_RANGE, 110));
        }

        @Test
        void aShareThatIsNoNumberIsCalledSo() {
            assertThat(read(Map.of("PY", List.of(1), "US", Double.POSITIVE_INFINITY, "CA", true))
                            .problems())
                    .extracting(Problem::code)
                    .containsOnly(Code.SHARE_NOT_A_NUMBER);
        }

        private AnswersResult read(Map<String, ?> shares) {
            return reader.read(Map.of("regulation.jurisdictions", shares));
        }
    }

    private Problem problem(String id, Object value) {
        AnswersResult reading = reader.read(Map.of(id, value));
        assertThat(reading.answers()).isEqualTo(Answers.none());
        return onlyProblem(reading);
    }

    private static Problem onlyProblem(AnswersResult reading) {
        assertThat(reading.problems()).hasSize(1);
        return reading.problems().get(0);
    }
}
