package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.Interviewer;
import org.hashwise.analysis.PartialAnswers;
import org.hashwise.analysis.StrategyMapper;
import org.hashwise.consultation.Analyses;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.model.AcceptedValues;
import org.hashwise.rulebook.model.AnalysisParameters;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookRejected;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds and settings declare which values they may have, and the checker refuses all others. */
class AcceptedValuesTests {

    private static final String SETTINGS = "parameters/analysis.yaml";

    private static RulebookFiles with(RulebookFiles files, String file, String name, String key, String value) {
        Matcher line = Pattern.compile("(- name: " + name + "\\n(?:    .*\\n)*?    " + key + ": ).*")
                .matcher(files.text(file));
        assertThat(line.find()).as(name + " " + key).isTrue();
        String text = line.replaceFirst(Matcher.quoteReplacement(line.group(1) + value));
        return files.with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "interviewSamples, -5, a whole number from 200 to 20000",
        "interviewSamples, 0, a whole number from 200 to 20000",
        "interviewSamples, 1, a whole number from 200 to 20000",
        "interviewSamples, 2000.5, a whole number from 200 to 20000",
        "interviewSamples, 2000000, a whole number from 200 to 20000",
        "settledPercent, 0.95, a number from 50 to 99.9",
        "settledPercent, 950, a number from 50 to 99.9",
        "effortWeight, -1, a number from 0 to 10",
        "aboutPercent, -20, a number from 1 to 90",
        "mostMapCells, 0, a whole number from 10000 to 250000",
        "mostTrials, 1e9, a whole number from 1000 to 100000",
        "interviewSeed, 0.5, a whole number from 0 to"
    })
    void aValueOutsideItsRangeIsRefusedByOneMessageThatSaysWhatToWrite(String name, String value, String accepted) {
        List<String> errors = SampleRules.errors(with(SampleRules.asTheyAre(), SETTINGS, name, "value", value));
        assertThat(errors).singleElement().asString().contains("value-not-accepted", SETTINGS, name, accepted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interviewSamples | range | [1, 20000]",
                "interviewSamples | range | [200, 2000000]",
                "interviewSamples | range | [200.5, 20000]",
                "interviewSamples | range | [20000, 200]",
                "interviewSamples | kind | number",
                "settledPercent | range | [0, 100]",
                "aboutPercent | step | 0",
                "aboutPercent | step | -1"
            })
    void aDeclarationCannotPermitWhatTheProgramDoesNot(String name, String key, String value) {
        List<String> errors = SampleRules.errors(with(SampleRules.asTheyAre(), SETTINGS, name, key, value));
        assertThat(errors).singleElement().asString().contains("range-invalid", name);
    }

    @ParameterizedTest
    @CsvSource({
        "parameters/sample.yaml, wetMw, GW, MW",
        "parameters/analysis.yaml, settledPercent, companies, %",
        "parameters/power-access.yaml, staleMarketDays, months, days"
    })
    void aUnitAgreesWithTheNameOfItsThreshold(String file, String name, String unit, String meant) {
        List<String> errors = SampleRules.errors(with(SampleRules.asTheyAre(), file, name, "unit", unit));
        assertThat(errors).singleElement().asString().contains("unit-mismatch", name, unit, "one of " + meant);
    }

    @Test
    void aUnitAgreesWithTheIdOfItsQuestion() {
        RulebookFiles files = SampleRules.edited("questions/power.yaml", "unit: USD/kWh", "unit: USD/MWh");
        assertThat(SampleRules.errors(files))
                .singleElement()
                .asString()
                .contains("unit-mismatch", "power.priceUsdPerKwh", "one of USD/kWh");
    }

    @Test
    void everyShippedThresholdDeclaresItsRange() {
        assertThat(ShippedRules.rulebook().parameters().values())
                .hasSizeGreaterThan(70)
                .allSatisfy(threshold -> {
                    assertThat(threshold.accepted().isConsistent()).isTrue();
                    assertThat(threshold.accepted()).isNotEqualTo(AcceptedValues.ANY);
                });
        assertThat(SampleRules.check(ShippedRules.files()))
                .extracting(RulebookProblem::codeName)
                .doesNotContain("range-not-declared");
    }

    /** The settings one by one, on a small rulebook: rules do not read them. */
    @TestFactory
    Stream<DynamicTest> theSmallestAndTheLargestValueOfEachSettingGiveAnswersInTime() {
        return AnalysisParameters.names().stream().sorted().flatMap(name -> {
            AcceptedValues accepted =
                    ShippedRules.rulebook().parameters().get(name).accepted();
            return Stream.of(accepted.low(), accepted.high())
                    .map(value -> DynamicTest.dynamicTest(name + " " + value, () -> {
                        RulebookFiles files = with(SmallRules.edition(100), SETTINGS, name, "value", plain(value));
                        assertAnswers(RulebookReader.interpret(files));
                    }));
        });
    }

    /** The thresholds of the shipped rules: all smallest, then all largest, so that each is in force at both ends. */
    @TestFactory
    Stream<DynamicTest> theSmallestAndTheLargestValuesOfAllThresholdsGiveAnswersInTime() {
        List<Parameter> thresholds =
                new ArrayList<>(new TreeMap<>(ShippedRules.rulebook().parameters()).values());
        thresholds.removeIf(threshold -> AnalysisParameters.names().contains(threshold.name()));
        return Stream.of(true, false)
                .map(smallest -> DynamicTest.dynamicTest(smallest ? "smallest" : "largest", () -> {
                    RulebookFiles files = ShippedRules.files();
                    for (Parameter threshold : thresholds) {
                        double value = smallest
                                ? threshold.accepted().low()
                                : threshold.accepted().high();
                        files = with(files, threshold.file(), threshold.name(), "value", plain(value));
                    }
                    try {
                        assertAnswers(RulebookReader.interpret(files));
                    } catch (RulebookRejected refused) {
                        // A case relative to a threshold may be out of the range of its question at the ends of it.
                        assertThat(refused.problems())
                                .filteredOn(problem -> problem.severity() == RulebookProblem.Severity.ERROR)
                                .allMatch(problem -> problem.file().endsWith(".cases.yaml")
                                        || problem.codeName().equals("range-too-narrow"));
                    }
                }));
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(Double.toString(value)).toPlainString();
    }

    private static void assertAnswers(Rulebook rulebook) {
        Situation situation =
                rulebook.situation(Answers.none(), SmallRules.MARKET_DAY).orElseThrow();
        assertTimeout(Duration.ofSeconds(60), () -> {
            assertThat(rulebook.advise(situation, Language.EN).recommendation()).isNotNull();
            var settings = Analyses.settings(rulebook);
            Interview interview = new Interviewer(rulebook, settings)
                    .interview(
                            new PartialAnswers(situation, new TreeMap<>(), new TreeSet<>()),
                            settings.samples(),
                            settings.seed());
            assertThat(interview).isNotNull();
            var map = new StrategyMapper(rulebook)
                    .map(
                            situation,
                            new Axis("power.largestSiteMw", 10, 500, 11),
                            new Axis("mining.hashrateEh", 1, 50, 9));
            assertThat(map.rows()).isNotEmpty();
        });
    }
}
