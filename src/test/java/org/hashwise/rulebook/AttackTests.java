package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever somebody writes into the files, the language stays closed: a problem report, no exception, no execution. */
class AttackTests {

    private static final Path FOLDER = Path.of("src/test/resources/attacks");
    private static final String RULES = "policy/sample/sample.drl";
    private static final String TABLE = "policy/regulation/regulation.csv";

    @TestFactory
    Stream<DynamicTest> conditionsThatAreNoneAreRefused() {
        return attacks("conditions", attack -> SampleRules.edited(RULES, "Extra( secured == false )", attack));
    }

    @TestFactory
    Stream<DynamicTest> consequencesThatAreNoneAreRefused() {
        return attacks("consequences", attack -> SampleRules.edited(RULES, "block( AI_HOSTING );", attack));
    }

    @TestFactory
    Stream<DynamicTest> attributesOfRulesAreRefused() {
        return attacks(
                "attributes",
                attack -> SampleRules.edited(RULES, "when\n    Extra( secured", attack + "\nwhen\n    Extra( secured"));
    }

    @TestFactory
    Stream<DynamicTest> declarationsBetweenRulesAreRefused() {
        return attacks("declarations", attack -> SampleRules.edited(RULES, "// No water", attack + "\n// No water"));
    }

    @TestFactory
    Stream<DynamicTest> cellsThatHoldMoreThanAValueAreRefused() {
        return attacks("cells", attack -> SampleRules.edited(TABLE, "\"HIGH\"", quoted(attack)));
    }

    @TestFactory
    Stream<DynamicTest> piecesOfTablesThatAreNoneAreRefused() {
        Stream<DynamicTest> conditions = attacks(
                "conditions", attack -> SampleRules.edited(TABLE, "\"code == \"\"$param\"\"\"", quoted(attack)));
        Stream<DynamicTest> consequences = attacks(
                "consequences",
                attack -> SampleRules.edited(
                        TABLE, "\"grade( MINING, $param );\"", quoted(attack.replace("LOW", "LOWEST"))));
        return Stream.concat(conditions, consequences);
    }

    @TestFactory
    Stream<DynamicTest> linesAboveTablesAreRefused() {
        return Stream.of(
                        "Import", "Variables", "Functions", "Queries", "Declare", "Sequential", "Unit", "ESCAPE-QUOTES")
                .map(word -> refused(word, SampleRules.edited(TABLE, "\"RuleSet\"", quoted(word))));
    }

    @TestFactory
    Stream<DynamicTest> columnsOtherThanTheFourKindsAreRefused() {
        return Stream.of(
                        "PRIORITY",
                        "DURATION",
                        "TIMER",
                        "CALENDARS",
                        "NO-LOOP",
                        "LOCK-ON-ACTIVE",
                        "AUTO-FOCUS",
                        "ACTIVATION-GROUP",
                        "AGENDA-GROUP",
                        "RULEFLOW-GROUP",
                        "DATE-EFFECTIVE",
                        "DATE-EXPIRES")
                .map(word -> refused(
                        word, SampleRules.edited(TABLE, "\"METADATA\",\"METADATA\"", quoted(word) + ",\"METADATA\"")));
    }

    @TestFactory
    Stream<DynamicTest> valuesOfYamlThatAreMoreThanTheyLookLikeAreRefused() {
        return attacks("yaml", attack -> SampleRules.with("parameters/sample.yaml", attack));
    }

    @TestFactory
    Stream<DynamicTest> namesOfQuestionsThatWouldBeCodeAreRefused() {
        return Stream.of(
                        "extra.class",
                        "extra.eval",
                        "extra.new",
                        "extra.x; System.exit(1)",
                        "extra.a.b",
                        "extra.<T>",
                        "extra.wаter",
                        "extra.",
                        "string.secured",
                        "extra.\\u0041")
                .map(id -> refused(
                        id, SampleRules.edited("questions/extra.yaml", "id: extra.secured", "id: '" + id + "'")));
    }

    @TestFactory
    Stream<DynamicTest> namesOfSectionsThatWouldBeCodeAreRefused() {
        return Stream.of("string", "object", "double", "evidence", "class", "java.lang", "Extra")
                .map(section -> refused(
                        section, SampleRules.edited("questions/extra.yaml", "section: extra", "section: " + section)));
    }

    @TestFactory
    Stream<DynamicTest> pathsThatLeaveTheirPlaceAreRefused() {
        return Stream.of(
                        "../policy/x/x.drl",
                        "/etc/passwd",
                        "policy/../../x.drl",
                        "policy/x/..\\x.drl",
                        "policy//x.drl",
                        "policy/x/ x.drl",
                        "C:\\x.drl",
                        "policy/x/x.drl\u0000.md",
                        "policy/x/x\u202Elrd.drl")
                .map(path -> refused(path, SampleRules.with(path, "// nothing")));
    }

    @Test
    void thereAreFarMoreThanFortyAttacks() throws IOException {
        int attacks = 0;
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                attacks += Files.readAllLines(file).size();
            }
        }
        assertThat(attacks).isGreaterThan(150);
    }

    private static Stream<DynamicTest> attacks(String kind, Function<String, RulebookFiles> planted) {
        try {
            return Files.readAllLines(FOLDER.resolve(kind + ".txt")).stream()
                    .map(attack -> refused(attack, planted.apply(attack)));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static DynamicTest refused(String name, RulebookFiles files) {
        return DynamicTest.dynamicTest(name, () -> {
            List<RulebookProblem> errors = SampleRules.check(files).stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    // that a changed rule no longer does what its cases expect is no refusal
                    .filter(problem -> !problem.codeName().equals("case-failed"))
                    .toList();
            assertThat(errors).isNotEmpty();
            assertThat(errors)
                    .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
        });
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
