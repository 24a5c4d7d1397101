package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases at a border are written relative to the threshold, so that they move with it. */
class RelativeCasesTests {

    private static final BorderCases BORDERS = new BorderCases(ShippedRules.files(), ShippedRules.contents());

    private static RulebookFiles moved(Parameter threshold, double factor) {
        BigDecimal value = BigDecimal.valueOf(threshold.value()).multiply(BigDecimal.valueOf(factor));
        String text = ShippedRules.files().text(threshold.file());
        Matcher line = Pattern.compile("(- name: " + threshold.name() + "\\n    value: ).*")
                .matcher(text);
        assertThat(line.find()).isTrue();
        String edited = line.replaceFirst(Matcher.quoteReplacement(
                line.group(1) + value.stripTrailingZeros().toPlainString()));
        return ShippedRules.files().with(threshold.file(), edited.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"oldFleetJPerTh, 1.01", "shortLeaseYears, 0.9", "gpuClusterSize, 1.1"})
    void aThresholdIsMovedByOneEdit(String name, double factor) {
        Parameter threshold = ShippedRules.rulebook().parameters().get(name);
        assertThat(SampleRules.errors(moved(threshold, factor))).isEmpty();
    }

    @Test
    void aThresholdInAnotherUnitIsRefused() {
        assertThat(SampleRules.errors(
                        SampleRules.edited("policy/sample/sample.cases.yaml", "waterMw: ", "waterMw: fewAnswers + ")))
                .anySatisfy(error -> assertThat(error).contains("units-differ", "fewAnswers is in answers"));
    }

    @Test
    void anAnswerIsFoundThatBringsAFigureAboutAndMovesWithTheThreshold() {
        String text = """
            - case: cash for a little less than a short runway
              market: 2025-11-30
              given:
                mining.hashrateEh: 0
                treasury.btcHeld: 0
                treasury.debtUsd: 0
                treasury.debtDueIn12MonthsUsd: 0
                treasury.monthlyCashBurnUsd: 2000000
                treasury.cashUsd: { economics.runwayMonths: shortRunwayMonths - 0.5 }
              silent: [DISTRESS-01]
            """;
        for (double months : new double[] {3, 7.5, 11}) {
            RulebookContents moved = ShippedRules.contents().withThresholds(Map.of("shortRunwayMonths", months));
            assertThat(BORDERS.resolved(text, moved).given().byId())
                    .containsEntry("treasury.cashUsd", new Answer.Number((months - 0.5) * 2_000_000));
        }
    }

    @Test
    void anExpressionMeansWhatItMeansInARule() {
        RulebookFiles files = SampleRules.edited(
                "policy/sample/sample.cases.yaml",
                "extra.waterMw: 99.9",
                "extra.waterMw: (300 - wetMw) / 2 + dampMw * 2 - 100.1, mining.hashrateEh: { check.fleetPowerMw: 2 *"
                        + " wetMw }");
        assertThat(SampleRules.errors(files)).isEmpty();
    }

    @Test
    void aMisspeltThresholdIsSuggested() {
        assertThat(SampleRules.errors(
                        SampleRules.edited("policy/sample/sample.cases.yaml", "waterMw: ", "waterMw: wetMww + ")))
                .anySatisfy(error -> assertThat(error).contains("unknown-threshold", "did you mean wetMw?"));
    }

    @Test
    void aParenthesisThatIsNotClosedIsMissed() {
        assertThat(SampleRules.errors(
                        SampleRules.edited("policy/sample/sample.cases.yaml", "waterMw: ", "waterMw: (wetMw + ")))
                .anySatisfy(error -> assertThat(error).contains("rule-syntax", "expected )"));
    }

    @Test
    void aCaseThatFailsNamesTheThresholdsOfItsRuleAndWhatToDo() {
        RulebookFiles files = SampleRules.edited("parameters/sample.yaml", "value: 100", "value: 900");
        assertThat(SampleRules.errors(files))
                .anySatisfy(error -> assertThat(error).contains("wetMw (900 MW)", "relative to the threshold"));
    }

    @Test
    void aCaseOfADoubtThatFailsNamesTheThresholdOfItsSuggestion() {
        Parameter threshold = ShippedRules.rulebook().parameters().get("usualItPercent");
        assertThat(SampleRules.errors(moved(threshold, 1.01)))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error).contains("suggests", "usualItPercent", "otherwise change"));
    }

    /**
     * Of 600 edits of one threshold by 1 % and by 5 %, none breaks a case about the border of a rule: all cases that say which rules
     * fire, and state no decision, hold with the cases as they are written.
     */
    @Test
    void noBorderCaseRefusesAMovedThreshold() {
        int edits = 0;
        List<String> broken = new ArrayList<>();
        for (Parameter threshold : ShippedRules.contents().parameters().values()) {
            for (double factor : new double[] {0.99, 1.01, 0.95, 1.05}) {
                double value = BigDecimal.valueOf(threshold.value())
                        .multiply(BigDecimal.valueOf(factor))
                        .doubleValue();
                boolean steersTheProgram = threshold.topic().equals("analysis");
                if (!steersTheProgram && threshold.accepted().contains(value)) {
                    edits++;
                    BORDERS.brokenBy(threshold, value).forEach(name -> broken.add(name + " × " + factor));
                }
            }
        }
        assertThat(edits).isGreaterThan(500);
        assertThat(broken).isEmpty();
    }
}
