package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashwise.consultation.FakeConsultation;
import org.hashwise.rulebook.Draft;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.hashwise.rulebook.model.RulebookProblem.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiSlice
class RulebookApiTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private FakeConsultation consultation;

    @AfterEach
    void takeTheDraftAway() {
        consultation.putDraft(null);
    }

    @Test
    void theEditionInForceIsToldWithItsRulesAndTheAgeOfItsParameters() {
        assertThat(http.get().uri("/api/v1/rulebook")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                        {
                          "edition": "sha256:0123",
                          "loadedAt": "2025-11-30T00:00:00Z",
                          "bulkVerdicts": "BYTECODE",
                          "rules": [ {
                            "id": "POWER-01", "title": "large sites in en", "topic": "power-access",
                            "file": "policy/power-access/power-access.drl", "line": 14, "source": "judgement: a sample"
                          } ],
                          "parameters": [ {
                            "name": "largeSiteMw", "topic": "power-access", "value": 100, "unit": "MW",
                            "meaning": "Large.", "source": "judgement: a sample",
                            "date": "2025-10-31", "reviewBy": "2026-11-30", "ageDays": 30,
                            "file": "parameters/power-access.yaml", "line": 3
                          } ],
                          "draft": null
                        }
                        """);
    }

    @Test
    void titlesAndMeaningsComeInTheLanguageOfTheCaller() {
        var reply = assertThat(http.get().uri("/api/v1/rulebook").header("Accept-Language", "fr-CA"))
                .hasStatusOk()
                .bodyJson();
        reply.extractingPath("$.rules[0].title").isEqualTo("large sites in fr");
        reply.extractingPath("$.parameters[0].meaning").isEqualTo("Grand.");
    }

    @Test
    void aDraftIsToldWithEverythingThatKeepsItOutOfForce() {
        consultation.putDraft(new Draft(
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
        reply.extractingPath("$.edition").isEqualTo("sha256:0123");
        reply.extractingPath("$.draft.edition").isEqualTo("sha256:4567");
        reply.extractingPath("$.draft.problems[0]")
                .convertTo(RulebookResponse.ProblemItem.class)
                .isEqualTo(new RulebookResponse.ProblemItem(
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
