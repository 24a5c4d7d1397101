package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases at a border are written relative to the threshold, so that they move with it. */
class RelativeCasesTests {

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

    private static List<String> errors(RulebookFiles files) {
        return RulebookReader.check(files, SampleRules.TODAY).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(RulebookProblem::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"oldFleetJPerTh, 1.01", "shortLeaseYears, 0.9", "gpuClusterSize, 1.1"})
    void aThresholdIsMovedByOneEdit(String name, double factor) {
        Parameter threshold = ShippedRules.rulebook().parameters().get(name);
        assertThat(errors(moved(threshold, factor))).isEmpty();
    }

    @Test
    void aThresholdInAnotherUnitIsRefused() {
        assertThat(errors(SampleRules.edited("policy/sample/sample.cases.yaml", "waterMw: ", "waterMw: fewAnswers + ")))
                .anySatisfy(error -> assertThat(error).contains("units-differ", "fewAnswers is in answers"));
    }

    @Test
    void aMisspeltThresholdIsSuggested() {
        assertThat(errors(SampleRules.edited("policy/sample/sample.cases.yaml", "waterMw: ", "waterMw: wetMww + ")))
                .anySatisfy(error -> assertThat(error).contains("unknown-threshold", "did you mean wetMw?"));
    }

    @Test
    void aCaseThatFailsNamesTheThresholdsOfItsRuleAndWhatToDo() {
        RulebookFiles files = SampleRules.edited("parameters/sample.yaml", "value: 100", "value: 900");
        assertThat(errors(files))
                .anySatisfy(error -> assertThat(error).contains("wetMw (900 MW)", "relative to the threshold"));
    }

    @Test
    void aCaseOfADoubtThatFailsNamesTheThresholdOfItsSuggestion() {
        Parameter threshold = ShippedRules.rulebook().parameters().get("usualItPercent");
        assertThat(errors(moved(threshold, 1.01)))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error).contains("suggests", "usualItPercent", "otherwise change"));
    }

    /** How many edits of one threshold by 1 % and by 5 % the cases refuse, and how many of them name it. */
    @Test
    @Tag("long")
    void mostThresholdsMoveByOneEdit() {
        List<String> refused = new ArrayList<>();
        int edits = 0;
        int named = 0;
        for (Parameter threshold : ShippedRules.rulebook().parameters().values()) {
            for (double factor : new double[] {0.99, 1.01, 0.95, 1.05}) {
                double value = threshold.value() * factor;
                if (threshold.topic().equals("analysis")
                        || !threshold.accepted().contains(value)) {
                    continue;
                }
                edits++;
                List<String> errors = errors(moved(threshold, factor));
                if (!errors.isEmpty()) {
                    refused.add(threshold.name() + " × " + factor);
                    named += errors.stream().anyMatch(error -> error.contains(threshold.name())) ? 1 : 0;
                }
            }
        }
        System.out.println("Edits refused: " + refused.size() + " of " + edits + ": " + refused);
        assertThat(refused).hasSizeLessThan(edits / 2);
        assertThat(named).isGreaterThanOrEqualTo(refused.size() * 9 / 10);
    }
}
