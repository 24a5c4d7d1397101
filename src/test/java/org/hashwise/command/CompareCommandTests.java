package org.hashwise.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as somebody types it. */
class CompareCommandTests {

    @TempDir
    private Path before;

    @TempDir
    private Path after;

    private String said = "";

    @BeforeEach
    void writeTwoEditions() {
        SmallRules.write(SmallRules.edition(100), before);
        SmallRules.write(SmallRules.edition(199), after);
    }

    @Test
    void peopleReadWhatChangesInSentences() {
        assertThat(run(before.toString(), after.toString())).isZero();
        assertThat(said)
                .contains("10,000 plausible companies on 2025-11-30")
                .contains("AI_HOSTING PARTIAL becomes HOLD: ")
                .contains("Largest single site: ")
                .contains("before  AI_HOSTING 2, ")
                .contains("POWER-01 a large site attracts tenants")
                .contains("support( AI_HOSTING, MEDIUM ) -> silent")
                .contains("Casebook: 0 of 0 companies")
                .doesNotContain("{", "Exception", "org.hashwise");
    }

    @Test
    void programsReadTheSameAsJson() {
        assertThat(run(before.toString(), after.toString(), "--format", "json")).isZero();
        JsonNode reply = JsonMapper.shared().readTree(said);

        assertThat(reply.at("/before/edition").asString())
                .isEqualTo(SmallRules.edition(100).fingerprint());
        assertThat(reply.at("/population/companies").asInt()).isEqualTo(10_000);
        JsonNode change = reply.at("/population/changes/0");
        assertThat(change.at("/from").asString()).isEqualTo("AI_HOSTING PARTIAL");
        assertThat(change.at("/to").asString()).isEqualTo("HOLD");
        assertThat(change.at("/companies").asInt())
                .isEqualTo(reply.at("/population/changed").asInt())
                .isPositive();
        assertThat(change.at("/rules/POWER-01").asInt())
                .isEqualTo(change.at("/companies").asInt());
        assertThat(change.at("/example/before/ranking/0/score").asDouble()).isEqualTo(2);
        assertThat(change.at("/example/rules/0/after").isEmpty()).isTrue();
        assertThat(reply.at("/casebook/companies").asInt()).isZero();
    }

    @Test
    void aNewDoubtIsCountedAndChangesNoRecommendation() {
        String folder = "policy/plausibility/plausibility";
        RulebookFiles files = SmallRules.edition(100);
        files = files.with(folder + ".drl", """
                // A sample.
                rule "PLAUS-01 a large site"
                    @titleFr( "un grand site" )
                    @source( "judgement: a sample" )
                    @en( "The largest site has {power.largestSiteMw} MW." )
                    @fr( "Le plus grand site a {power.largestSiteMw} MW." )
                when
                    Power( largestSiteMw > 100 )
                then
                    doubt( power.largestSiteMw );
                end
                """.getBytes(StandardCharsets.UTF_8));
        files = files.with(folder + ".cases.yaml", """
                - case: a site of 101 MW is doubted
                  market: 2025-11-30
                  given: { power.largestSiteMw: 101 }
                  fires: [PLAUS-01]
                - case: a site of 100 MW is not
                  market: 2025-11-30
                  given: { power.largestSiteMw: 100 }
                  silent: [PLAUS-01]
                """.getBytes(StandardCharsets.UTF_8));
        SmallRules.write(files, after);

        assertThat(run(before.toString(), after.toString())).isZero();
        assertThat(said)
                .contains("0 get another recommendation")
                .containsPattern("[1-9][0-9,]*  PLAUS-01 a large site");
    }

    @Test
    void theSamePopulationIsDrawnEveryTime() {
        run(before.toString(), after.toString(), "--format", "json");
        String first = said;
        run(before.toString(), after.toString(), "--format", "json");

        assertThat(said).isEqualTo(first);
    }

    @Test
    void casesThatFailAreToldAndDoNotStandInTheWay() {
        RulebookFiles files = SmallRules.edition(199);
        String cases = "policy/power-access/power-access.cases.yaml";
        String failing = files.text(cases).replace("power.largestSiteMw: 9000", "power.largestSiteMw: 150");
        SmallRules.write(files.with(cases, failing.getBytes(StandardCharsets.UTF_8)), after);

        assertThat(run(before.toString(), after.toString())).isZero();
        assertThat(said)
                .contains("One case beside the rules fails in " + after)
                .contains("a huge site attracts tenants");
    }

    @Test
    void aRulebookWithErrorsIsNotComparedAndItsProblemsAreListed() {
        SmallRules.write(SmallRules.broken(199), after);

        assertThat(run(before.toString(), after.toString())).isEqualTo(1);
        assertThat(said).contains("The rulebook in " + after + " has errors").contains(SmallRules.RULE + ":");
    }

    @Test
    void argumentsThatMakeNoSenseAreAnsweredWithTheUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(run(before.toString())).isEqualTo(2);
        assertThat(run(before.toString(), after.toString(), "--format", "xml")).isEqualTo(2);
        assertThat(run(before.toString(), after.toString(), "--fast")).isEqualTo(2);
        assertThat(said).contains("compare <folder before> <folder after>");
    }

    private int run(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code;
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            code = new CompareCommand().run(List.of(arguments), out);
        }
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }
}
