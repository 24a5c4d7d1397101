package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.hashwise.rulebook.model.UnifiedDiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Problems that leave no choice are corrected in the text; everything else stays as it is, to the byte. */
class RulebookFixerTests {

    private static final String RULES = "policy/sample/sample.drl";
    private static final String CASES = "policy/sample/sample.cases.yaml";
    private static final String BANDS = "policy/sample/bands.csv";
    private static final String PARAMETERS = "parameters/sample.yaml";

    private static RulebookFiles fixed(RulebookFiles files) {
        return RulebookFixer.fix(files, SampleRules.TODAY);
    }

    private static List<RulebookProblem> errors(RulebookFiles files) {
        return SampleRules.check(files).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    private static List<String> changes(RulebookFiles before, RulebookFiles after) {
        return UnifiedDiff.of(before, after).stream()
                .filter(line -> line.matches("[-+](?![-+]{2} ).*"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                RULES + "|Extra( waterMw >= Thresholds.wetMw|Extar( watreMw >= Thresholds.wetMV",
                RULES + "|permit in (\"HELD\", \"APPLIED\")|permit in (\"HELD\", \"APLIED\")",
                RULES + "|support( AI_HOSTING, STRONG )|suport( AI_HOSTIN, STRONGG )",
                RULES
                        + "|There are {extra.waterMw} MW of cooled power, {threshold|There are {extra.watrMw} MW of"
                        + " cooled power, {threshold",
                BANDS + "|\"WEAK\"|\"WAEK\"",
                CASES + "|fires: [WET-01]|fires: [WTE-01]",
                CASES + "|extra.waterMw: 99.9|extra.watrMw: 99.9",
                CASES + "|blocks: [AI_HOSTING]|blocks: [AI_HOSTNG]",
                PARAMETERS + "|source: \"judgement|sorce: \"judgement",
            })
    void aWordOfWhichIsKnownWhatWasMeantIsWritten(String file, String right, String wrong) {
        RulebookFiles mistaken = SampleRules.edited(file, right, wrong);
        assertThat(errors(mistaken)).isNotEmpty();
        assertThat(fixed(mistaken).fingerprint())
                .isEqualTo(SampleRules.asTheyAre().fingerprint());
    }

    @Test
    void aMisspeltDefinitionIsCorrectedInsteadOfEveryPlaceThatUsesItsName() {
        RulebookFiles shipped = ShippedRules.files();
        String file = "parameters/power-access.yaml";
        String text = shipped.text(file).replace("name: largeSiteMw", "name: largeSiteMW");
        RulebookFiles mistaken = shipped.with(file, text.getBytes(StandardCharsets.UTF_8));

        assertThat(errors(mistaken))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith(file + ":3:11: error[renamed-definition]")
                        .containsPattern("\\d+ places use largeSiteMw"));
        assertThat(fixed(mistaken).fingerprint()).isEqualTo(shipped.fingerprint());
    }

    static Stream<Arguments> missingDates() {
        return Stream.of(
                Arguments.of(PARAMETERS, "    date: 2025-01-01\n", "", "+    date: 2025-12-01"),
                Arguments.of(PARAMETERS, "    reviewBy: 2030-01-01\n", "", "+    reviewBy: 2026-12-01"),
                Arguments.of(PARAMETERS, "date: 2025-01-01", "date: 1.2.2025", "+    date: 2025-02-01"),
                Arguments.of(PARAMETERS, "date: 2025-01-01", "date: 2025/1/31", "+    date: 2025-01-31"),
                Arguments.of(CASES, "  market: 2025-11-30\n", "", "+  market: 2025-11-30"));
    }

    @ParameterizedTest
    @MethodSource("missingDates")
    void aDateThatIsMissingOrWrittenOtherwiseIsFilledIn(String file, String right, String wrong, String added) {
        RulebookFiles mistaken = SampleRules.edited(file, right, wrong);
        assertThat(errors(mistaken)).isNotEmpty();
        RulebookFiles fixed = fixed(mistaken);
        assertThat(errors(fixed)).isEmpty();
        assertThat(changes(mistaken, fixed)).contains(added).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aDateWhoseDayAndMonthCanBeExchangedIsLeftAlone() {
        RulebookFiles mistaken = SampleRules.edited(PARAMETERS, "date: 2025-01-01", "date: 1/2/2025");
        assertThat(fixed(mistaken)).isSameAs(mistaken);
    }

    @Test
    void casesAtABorderAreWrittenRelativeToTheThresholdThatMoved() {
        RulebookFiles up = SampleRules.edited(PARAMETERS, "value: 100", "value: 110");
        assertThat(changes(up, fixed(up)))
                .containsExactly(
                        "-  given: { extra.waterMw: 100, extra.permit: HELD }",
                        "+  given: { extra.waterMw: wetMw, extra.permit: HELD }");
        RulebookFiles down = SampleRules.edited(PARAMETERS, "value: 100", "value: 90");
        assertThat(changes(down, fixed(down)))
                .containsExactly("-  given: { extra.waterMw: 99.9 }", "+  given: { extra.waterMw: wetMw - 1 }");
    }

    @Test
    void aCaseFarFromTheThresholdStatesADecisionAndIsLeftAlone() {
        RulebookFiles moved = SampleRules.edited(PARAMETERS, "value: 100", "value: 900");
        assertThat(errors(moved)).isNotEmpty();
        assertThat(fixed(moved)).isSameAs(moved);
    }

    @Test
    void aCaseWhoseMetricNoLongerComesOutIsLeftAlone() {
        RulebookFiles moved = SampleRules.edited(CASES, "hashpriceUsdPerPhDay: 38.08", "hashpriceUsdPerPhDay: 40");
        assertThat(fixed(moved)).isSameAs(moved);
    }

    private static RulebookFiles edited(RulebookFiles files, String file, String piece, String replacement) {
        String text = files.text(file);
        assertThat(text).contains(piece);
        return files.with(file, text.replace(piece, replacement).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whereARuleReadsAFigureTheAnswerIsWrittenAsWhatBringsItToTheThreshold() {
        RulebookFiles numbers = edited(
                ShippedRules.files(),
                "policy/distress/distress.cases.yaml",
                "treasury.cashUsd: { economics.runwayMonths: shortRunwayMonths - 0.1 }",
                "treasury.cashUsd: 5900000");
        assertThat(errors(numbers)).isEmpty();
        RulebookFiles moved = edited(
                numbers,
                "parameters/distress.yaml",
                "name: shortRunwayMonths\n    value: 6",
                "name: shortRunwayMonths\n    value: 5.5");
        assertThat(errors(moved)).isNotEmpty();
        RulebookFiles fixed = fixed(moved);
        assertThat(errors(fixed)).isEmpty();
        assertThat(changes(moved, fixed))
                .filteredOn(line -> line.startsWith("+"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("{ economics.runwayMonths: shortRunwayMonths"));
        assertThat(fixed(fixed)).isSameAs(fixed);
    }

    @Test
    void whereARuleComparesTwoFiguresOneNumberBehindThemMoves() {
        RulebookFiles numbers = edited(
                ShippedRules.files(),
                "policy/plausibility/plausibility-power.cases.yaml",
                "power.energizedMw: unitSlipTimes * 10 - 1",
                "power.energizedMw: 2999");
        RulebookFiles moved = edited(
                numbers,
                "parameters/plausibility.yaml",
                "name: unitSlipTimes\n    value: 300",
                "name: unitSlipTimes\n    value: 290");
        assertThat(errors(moved)).isNotEmpty();
        RulebookFiles fixed = fixed(moved);
        assertThat(errors(fixed)).isEmpty();
        assertThat(UnifiedDiff.paths(moved, fixed)).allMatch(path -> path.endsWith(".cases.yaml"));
        assertThat(fixed(fixed)).isSameAs(fixed);
    }

    @Test
    void commentsOrderAndLineEndsStay() {
        String text = SampleRules.asTheyAre().text(RULES).replace("\n", "\r\n");
        RulebookFiles right = SampleRules.with(RULES, "\uFEFF" + text);
        RulebookFiles mistaken = SampleRules.with(RULES, "\uFEFF" + text.replace("permit == ", "permti == "));
        assertThat(fixed(mistaken).contentByPath().get(RULES))
                .isEqualTo(right.contentByPath().get(RULES));
    }

    @Test
    void aFileThatCannotBeReadIsNotTouchedWhileAnotherIsCorrected() {
        String broken = "topic: sample\nthresholds:\n  - name: \"wetMw\n";
        RulebookFiles mistaken = SampleRules.edited(CASES, "fires: [WET-01]", "fire: [WET-01]")
                .with(PARAMETERS, broken.getBytes(StandardCharsets.UTF_8));
        assertThat(changes(mistaken, fixed(mistaken))).containsExactly("-  fire: [WET-01]", "+  fires: [WET-01]");
        RulebookFiles notText = SampleRules.asTheyAre().with(RULES, new byte[] {(byte) 0xC3, 0x28});
        assertThat(fixed(notText)).isSameAs(notText);
    }
}
