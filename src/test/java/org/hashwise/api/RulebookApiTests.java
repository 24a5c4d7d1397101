package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hashwise.consultation.RulebookProblemItem;
import org.hashwise.consultation.SmallRulesSlice;
import org.hashwise.rulebook.Draft;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiSlice
class RulebookApiTests {

    private static final String EDITION = SmallRules.edition(100).fingerprint();

    @Autowired
    private MockMvcTester http;

    @AfterEach
    void takeTheDraftAway() {
        RulebookActivation.dropDraft(SmallRulesSlice.RULEBOOKS);
    }

    @Test
    void theEditionInForceIsToldWithItsRulesAndTheAgeOfItsParameters() {
        var reply = assertThat(http.get().uri("/api/v1/rulebook")).hasStatusOk().bodyJson();
        reply.extractingPath("$.edition").isEqualTo(EDITION);
        reply.extractingPath("$.loadedAt")
                .isEqualTo(SmallRulesSlice.RULEBOOKS.loadedAt().toString());
        reply.extractingPath("$.bulkVerdicts")
                .isEqualTo(SmallRulesSlice.RULEBOOKS.current().verdictSource().name());
        reply.extractingPath("$.rules[*].id").asArray().containsExactly("POWER-01", "REC-01", "REC-02", "REC-03");
        reply.extractingPath("$.rules[0]")
                .isEqualTo(Map.of(
                        "id", "POWER-01",
                        "title", "a large site attracts tenants",
                        "topic", "power-access",
                        "file", "policy/power-access/power-access.drl",
                        "line", 2,
                        "source", "judgement: a sample"));
        reply.extractingPath("$.parameters[?(@.name=='largeSiteMw')]")
                .asArray()
                .containsExactly(Map.ofEntries(
                        Map.entry("name", "largeSiteMw"),
                        Map.entry("topic", "power-access"),
                        Map.entry("value", 100),
                        Map.entry("unit", "MW"),
                        Map.entry("meaning", "Large from here."),
                        Map.entry("source", "judgement: a sample"),
                        Map.entry("date", "2025-01-01"),
                        Map.entry("reviewBy", "2030-01-01"),
                        Map.entry("ageDays", 366),
                        Map.entry("file", "parameters/power-access.yaml"),
                        Map.entry("line", 3)));
        reply.extractingPath("$.draft").isNull();
    }

    @Test
    void titlesAndMeaningsComeInTheLanguageOfTheCaller() {
        var reply = assertThat(http.get().uri("/api/v1/rulebook").header("Accept-Language", "fr-CA"))
                .hasStatusOk()
                .bodyJson();
        reply.extractingPath("$.rules[0].title").isEqualTo("un grand site attire les locataires");
        reply.extractingPath("$.parameters[?(@.name=='largeSiteMw')].meaning")
                .asArray()
                .containsExactly("Grand à partir d'ici.");
    }

    @Test
    void aDraftIsToldWithEverythingThatKeepsItOutOfForce() {
        RulebookActivation.draft(
                SmallRulesSlice.RULEBOOKS,
                new Draft(
                        "sha256:4567",
                        List.of(new RulebookProblem(
                                "policy/power-access/power-access.drl",
                                14,
                                5,
                                "",
                                "POWER-01",
                                Severity.ERROR,
                                Code.UNKNOWN_FACT,
                                List.of("Powr"),
                                "did you mean Power?"))));

        var reply = assertThat(http.get().uri("/api/v1/rulebook")).hasStatusOk().bodyJson();
        reply.extractingPath("$.edition").isEqualTo(EDITION);
        reply.extractingPath("$.draft.edition").isEqualTo("sha256:4567");
        reply.extractingPath("$.draft.problems[0]")
                .convertTo(RulebookProblemItem.class)
                .isEqualTo(new RulebookProblemItem(
                        "policy/power-access/power-access.drl",
                        14,
                        5,
                        "",
                        "POWER-01",
                        "error",
                        "unknown-fact",
                        "there is no fact Powr",
                        "did you mean Power?"));
    }
}
