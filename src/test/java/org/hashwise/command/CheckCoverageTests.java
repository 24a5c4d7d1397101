package org.hashwise.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.model.MutationReport;
import org.hashwise.rulebook.model.MutationReport.Mutation;
import org.hashwise.rulebook.model.MutationReport.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code check --casebook}, {@code check --coverage} and {@code check --mutate} on a small rulebook. */
class CheckCoverageTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-12-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private int exitCode;

    @BeforeEach
    void writeRules() {
        SmallRules.write(SmallRules.edition(100), folder);
    }

    @Test
    void coverageSaysHowOftenEachRuleIsShown() {
        assertThat(check("--coverage").lines())
                .contains("policy/power-access/power-access.drl:2: POWER-01 fires for 2 and stays silent for 2")
                .contains(
                        "policy/recommendation/recommendation.drl:36:28: REC-03: Standing( strategy == \"AI_HOSTING\" ) is never false")
                .anyMatch(line -> line.startsWith("2 of 4 rules are shown firing and silent"));
        assertThat(exitCode).isZero();
    }

    @Test
    void theCasebookNamesTheThresholdsAndRulesOnWhichTheAdviceDepends() throws IOException {
        writeCompany("near", 110, "AI_HOSTING");
        writeCompany("wrong", 9000, "HOLD");

        assertThat(check("--casebook").lines())
                .contains(
                        "    for it: POWER-01 +2",
                        "    largeSiteMw from 100 to 110.1 (+10.1 %) makes it HOLD: POWER-01",
                        "    it would be HOLD without any one of: POWER-01",
                        "wrong-2025-11 (A): advice AI_HOSTING PARTIAL, observed HOLD; it agrees in 0 % of the draws",
                        "    why it differs: the file does not say",
                        "    no threshold alone changes it within half of its value",
                        "The advice agrees with 1 of 2 companies of quality A and B (50 %).",
                        "0 of these 1 (0 %) agree in at least 90 % of 1000 draws that change every threshold by up to 20 %.")
                .anyMatch(
                        line -> line.matches(
                                "near-2025-11 \\(A\\): advice AI_HOSTING PARTIAL, which agrees; it agrees in 7\\d(\\.\\d)? % of the draws"));
        assertThat(exitCode).isZero();
    }

    @Test
    void programsReadTheSameOfTheCasebookAsJson() throws IOException {
        writeCompany("near", 110, "AI_HOSTING");

        JsonNode casebook = JsonMapper.shared()
                .readTree(check("--casebook", "--format", "json"))
                .get("casebook");

        assertThat(casebook.get("agreementPercent").asDouble()).isEqualTo(100);
        assertThat(casebook.get("robustPercent").asDouble()).isZero();
        assertThat(casebook.get("draws").asInt()).isEqualTo(1000);
        assertThat(casebook.at("/companies/0/id").asString()).isEqualTo("near-2025-11");
        assertThat(casebook.at("/companies/0/asOf").asString()).isEqualTo("2025-11-30");
        assertThat(casebook.at("/companies/0/thresholdChanges/0/threshold").asString())
                .isEqualTo("largeSiteMw");
        assertThat(casebook.at("/companies/0/pivotalRules/0/rule").asString()).isEqualTo("POWER-01");
        assertThat(check("--format", "json")).doesNotContain("\"casebook\"");
    }

    private void writeCompany(String name, int megawatts, String observed) {
        SmallRules.write(SmallRules.withCompany(SmallRules.edition(100), name, megawatts, observed), folder);
    }

    @Test
    void mistakesThatNobodyNoticesComeWithACase() {
        assertThat(check("--mutate=POWER-01"))
                .contains("policy/power-access/power-access.drl:8:26: POWER-01: nobody notices that "
                        + "Power( largestSiteMw >= Thresholds.largeSiteMw ) becomes largestSiteMw >= 105")
                .contains("  given: { power.largestSiteMw: 100 }\n  fires: [POWER-01]\n");
        assertThat(exitCode).isZero();
    }

    @Test
    void theFolderMayFollowTheOptions() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        assertThat(new CheckCommand(CLOCK).run(List.of("--mutate", folder.toString()), out))
                .isZero();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("mistakes were noticed");
    }

    @Test
    void aRuleThatDoesNotExistHasNoMistakes() {
        assertThat(check("--mutate=POWER-99")).contains("there is no rule in which");
    }

    @Test
    void programsReadTheCoverageAsJson() {
        JsonNode answer = JsonMapper.shared().readTree(check("--coverage", "--format", "json"));

        assertThat(answer.at("/coverage/rules/0/rule").asString()).isEqualTo("POWER-01");
        assertThat(answer.has("mutation")).isFalse();
        assertThat(check("--format", "json")).doesNotContain("\"coverage\"");
    }

    @Test
    void programsReadTheMistakesThatNobodyNoticedAsJson() {
        MutationReport report = new MutationReport(
                List.of(mutation(Status.NOTICED), mutation(Status.SURVIVED), mutation(Status.NOTICED)));

        JsonNode answer = JsonMapper.shared()
                .readTree(JsonReport.of("sha256:0", List.of(), new SelfTestResults(null, null, report)));

        assertThat(answer.at("/mutation/score").asDouble()).isBetween(0.66, 0.67);
        assertThat(answer.at("/mutation/survived").asInt()).isOne();
        assertThat(answer.at("/mutation/unnoticed").size()).isOne();
        assertThat(answer.at("/mutation/unnoticed/0").propertyNames())
                .containsExactly(
                        "rule",
                        "file",
                        "line",
                        "column",
                        "kind",
                        "was",
                        "becomes",
                        "fate",
                        "noticedBy",
                        "suggestedCase");
        assertThat(answer.at("/mutation/unnoticed/0/suggestedCase").asString()).isEqualTo("- case: \u2026");
    }

    private static Mutation mutation(Status status) {
        return new Mutation("POWER-01", "a.drl", 1, 2, "border", "a < 1", "a <= 1", status, "", "- case: \u2026");
    }

    @Test
    void rulesWithErrorsAreNotPutOnTrial() {
        SmallRules.write(SmallRules.broken(100), folder);

        assertThat(check("--coverage", "--mutate")).contains("supprt").doesNotContain("fires for");
        assertThat(exitCode).isOne();
    }

    @Test
    void sarifHasNoPlaceForTrials() {
        assertThat(check("--coverage", "--format", "sarif")).startsWith("usage: check");
        assertThat(check("--casebook", "--format", "sarif")).startsWith("usage: check");
        assertThat(exitCode).isEqualTo(2);
    }

    private String check(String... options) {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(options));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            exitCode = new CheckCommand(CLOCK).run(arguments, out);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
