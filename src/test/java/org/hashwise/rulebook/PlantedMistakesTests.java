package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every mistake of {@code src/test/resources/mistakes} is planted in the sample rulebook, one at a time. */
class PlantedMistakesTests {

    private static final Path FOLDER = Path.of("src/test/resources/mistakes");
    private static final List<RulebookProblem> BEFORE = SampleRules.check(SampleRules.asTheyAre());

    /** Words that no analyst should ever read. */
    private static final String JAVA = "(?i).*(exception|\\bjava\\b|org\\.|\\.java|\\bnull\\b|findings|stack|drools).*";

    record Mistake(String mistake, String file, String replace, String by, String content, List<String> problems) {

        RulebookFiles planted() {
            return content == null ? SampleRules.edited(file, replace, by) : SampleRules.with(file, content);
        }
    }

    static List<Mistake> mistakes() throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                mistakes.addAll(
                        new YAMLMapper().readValue(Files.readString(file), new TypeReference<List<Mistake>>() {}));
            }
        }
        return mistakes;
    }

    @TestFactory
    Stream<DynamicTest> everyMistakeIsReportedWithItsPlaceAndWhatWasMeant() throws IOException {
        return mistakes().stream()
                .map(mistake -> DynamicTest.dynamicTest(mistake.mistake(), () -> {
                    List<RulebookProblem> found = problems(mistake);
                    assertThat(found.stream().map(PlantedMistakesTests::shown))
                            .containsExactlyInAnyOrderElementsOf(mistake.problems());
                    assertThat(found)
                            .allSatisfy(problem -> assertThat(problem.sentence())
                                    .doesNotMatch(JAVA)
                                    .doesNotContain("{0}"));
                }));
    }

    @Test
    void thereAreAtLeastSixtyMistakesOfMostKinds() throws IOException {
        List<Mistake> mistakes = mistakes();
        assertThat(mistakes)
                .hasSizeGreaterThanOrEqualTo(120)
                .extracting(Mistake::mistake)
                .doesNotHaveDuplicates();
        List<String> codes = mistakes.stream()
                .flatMap(mistake -> mistake.problems().stream())
                .toList();
        long kinds = Stream.of(Code.values())
                .map(code -> "[" + code.name().toLowerCase(Locale.ROOT).replace('_', '-') + "]")
                .filter(code -> codes.stream().anyMatch(problem -> problem.contains(code)))
                .count();
        assertThat(kinds).isGreaterThanOrEqualTo(45);
    }

    @Test
    void theSampleItselfHasNoErrors() {
        assertThat(BEFORE).noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    @Test
    void allMistakesOfSeveralFilesAreReportedTogether() {
        RulebookFiles files = SampleRules.edited("policy/sample/sample.drl", "waterMw", "watreMw");
        files = files.with("questions/power.yaml", "section: [".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        files = files.with("market/2025-11-30.yaml", "asOf: soon".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(SampleRules.check(files))
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .extracting(RulebookProblem::file, RulebookProblem::codeName)
                .contains(
                        org.assertj.core.api.Assertions.tuple("policy/sample/sample.drl", "unknown-placeholder"),
                        org.assertj.core.api.Assertions.tuple("questions/power.yaml", "yaml-syntax"),
                        org.assertj.core.api.Assertions.tuple("market/2025-11-30.yaml", "not-a-date"))
                .doesNotContain(org.assertj.core.api.Assertions.tuple(SmallRules.RULE, "unknown-fact"));
    }

    private static List<RulebookProblem> problems(Mistake mistake) {
        List<RulebookProblem> found = new ArrayList<>(SampleRules.check(mistake.planted()));
        found.removeAll(BEFORE);
        return found;
    }

    /** Everything but the sentence. */
    private static String shown(RulebookProblem problem) {
        StringBuilder text = new StringBuilder(problem.file());
        if (problem.line() > 0) {
            text.append(':').append(problem.line());
        }
        if (problem.column() > 0) {
            text.append(':').append(problem.column());
        }
        text.append(": ")
                .append(problem.severity().name().toLowerCase(Locale.ROOT))
                .append('[')
                .append(problem.codeName())
                .append(']');
        text.append(problem.cell().isEmpty() ? "" : " " + problem.cell());
        text.append(problem.rule().isEmpty() ? "" : " " + problem.rule());
        return text.append(problem.suggestion().isEmpty() ? "" : " (" + problem.suggestion() + ")")
                .toString();
    }
}
