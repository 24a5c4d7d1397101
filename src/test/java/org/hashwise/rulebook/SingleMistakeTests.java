package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake in the shipped rules gives one message, however many places depend on what it spoils. */
class SingleMistakeTests {

    private static final RulebookFiles SHIPPED = ShippedRules.files();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parameters/power-access.yaml | name: largeSiteMw | name: bigPlaces | undefined-name",
                "parameters/power-access.yaml | value: 100 | valeu: 100 | unknown-key",
                "parameters/power-access.yaml | value: 100 | value: -100 | value-not-accepted",
                "parameters/power-access.yaml | value: 100 | value: 100 MW | wrong-type",
                "parameters/power-access.yaml | range: .1, 2000. | range: 1, 2000 | wrong-type",
                "parameters/power-access.yaml | unit: MW | unit: | unit-mismatch",
                "parameters/power-access.yaml | date: 2026-05-06 | date: | not-a-date",
                "parameters/power-access.yaml | (?m)^thresholds: | threshold: | unknown-key",
                "questions/power.yaml | largestSiteMw | largestSiteMW | renamed-definition",
                "questions/power.yaml | section: power | section: powers | bad-name",
                "questions/power.yaml | INTERRUPTIBLE | INTERUPTIBLE | unknown-choice",
                "policy/power-access/power-access.drl | rule \"POWER-01 | rule \"POWER-1A | renamed-definition",
                "policy/power-access/power-access.drl | rule \"([^\"]*)\" | rule “$1” | rule-syntax",
                "policy/regulation/regulation.csv | \"NAME\" | \"\" | table-syntax",
                "policy/regulation/regulation.csv | \"LOW\",\"LOW\",\"LOW\",\"\" | \"LOW\",\"LOW\",\"LOW\",0,02 |"
                        + " table-syntax"
            })
    void whatFollowsFromAMistakeIsCountedAndNotListed(String file, String right, String wrong, String code) {
        String text = SHIPPED.text(file);
        String spoiled = Pattern.compile(right).matcher(text).replaceFirst(wrong);
        assertThat(spoiled).isNotEqualTo(text);

        assertThat(causes(SHIPPED.with(file, spoiled.getBytes(StandardCharsets.UTF_8))))
                .extracting(RulebookProblem::codeName)
                .containsExactly(code);
    }

    static Stream<Arguments> missingFiles() {
        return Stream.of(
                Arguments.of("questions/power.yaml", "undefined-names"),
                Arguments.of("parameters/power-access.yaml", "undefined-names"),
                Arguments.of("policy/regulation/regulation.csv", "undefined-names"),
                Arguments.of("strategies/dat.yaml", "missing-file"),
                Arguments.of("market/", "missing-file"));
    }

    @ParameterizedTest
    @MethodSource("missingFiles")
    void aMissingFileIsReportedOnce(String path, String code) {
        Map<String, byte[]> content = new TreeMap<>(SHIPPED.contentByPath());
        content.keySet().removeIf(file -> file.startsWith(path));

        assertThat(causes(new RulebookFiles(content)))
                .extracting(RulebookProblem::codeName)
                .containsExactly(code);
    }

    private static List<RulebookProblem> causes(RulebookFiles files) {
        return SampleRules.check(files).stream()
                .filter(problem -> problem.severity() == Severity.ERROR && problem.code() != Code.HELD_BACK)
                .toList();
    }
}
