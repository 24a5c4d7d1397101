package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program sends answers that do not fit each other, or of which the rules know little. */
class DoubtStoryTests extends ShippedRulesStory {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void doubtsAreInTheReplyWithRuleIdsTextAndSuggestion() throws Exception {
        JsonNode doubts = post("/api/v1/advice", """
                { "answers": { "mining.hashrateEh": 250, "power.energizedMw": 5, "power.priceUsdPerKwh": 0.18 } }""").path("doubts");

        assertThat(doubts.size()).isEqualTo(2);
        assertThat(doubts.get(0).propertyNames()).containsExactly("rule", "ids", "text", "suggestion");
        assertThat(doubts.at("/0/rule").asString()).isEqualTo("PLAUS-01");
        assertThat(doubts.at("/0/ids").toString()).isEqualTo("[\"mining.hashrateEh\",\"power.energizedMw\"]");
        assertThat(doubts.at("/0/text").asString()).contains("250 EH/s");
        assertThat(doubts.at("/0/suggestion").toString()).isEqualTo("{\"id\":\"mining.hashrateEh\",\"value\":0.25}");
        assertThat(doubts.at("/1/rule").asString()).isEqualTo("PLAUS-08");
        assertThat(doubts.at("/1/suggestion").isNull()).isTrue();
    }

    @Test
    void answersThatFitRaiseNoDoubt() throws Exception {
        JsonNode advice = post("/api/v1/advice", """
                { "answers": { "mining.hashrateEh": 5, "power.energizedMw": 120 } }""");

        assertThat(advice.has("doubts")).isTrue();
        assertThat(advice.path("doubts").isEmpty()).isTrue();
    }

    @Test
    void aDayInTheFarFutureIsDoubtedInTheLanguageOfTheRequest() throws Exception {
        JsonNode doubts = post("/api/v1/advice", """
                { "asOf": "2099-12-31", "language": "fr", "answers": {} }""").path("doubts");

        assertThat(doubts.at("/0/ids").toString()).isEqualTo("[\"asOf\"]");
        assertThat(doubts.at("/0/text").asString()).contains("jour de l’avis");
    }

    @Test
    void aSavedAssessmentKeepsItsDoubtsAndItsReceiptVerifies() throws Exception {
        JsonNode saved = post("/api/v1/assessments", """
                { "company": "Typo Mining", "answers": { "treasury.cashUsd": 25 } }""");
        JsonNode read = get("/api/v1/assessments/" + saved.path("id").asString());
        String receipt = text("/api/v1/assessments/" + saved.path("id").asString() + "/receipt");
        JsonNode verification = post("/api/v1/receipts/verify", receipt);

        assertThat(saved.at("/advice/doubts/0/suggestion/value").asDouble()).isEqualTo(25e6);
        assertThat(read.at("/advice/doubts/0/rule").asString()).isEqualTo("PLAUS-40");
        assertThat(JSON.readTree(receipt).at("/advice/doubts/0/rule").asString())
                .isEqualTo("PLAUS-40");
        assertThat(verification.path("reproduced").asBoolean()).isTrue();
        assertThat(text("/assessments/" + saved.path("id").asString())).contains("Cash of USD");
    }

    @Test
    void placesWithoutARowHaveTheirNamesOnThePage() throws Exception {
        JsonNode saved = post("/api/v1/assessments", """
                { "answers": { "regulation.jurisdictions": { "OM": 40, "US-PA": 60 } } }""");
        String path = "/assessments/" + saved.path("id").asString();

        assertThat(text(path))
                .contains("Oman (40% of capacity) is not in our regulation table")
                .contains("Pennsylvania: without a row of its own in our regulation table, graded as United States");
        assertThat(client.page(path, "fr"))
                .contains("Oman (40\u202f% de la capacité) ne figure pas dans notre table réglementaire")
                .containsPattern("Pennsylvanie.: faute de ligne propre dans notre table réglementaire");
    }

    private JsonNode post(String path, String body) throws Exception {
        return client.post(path, body, path.endsWith("/assessments") ? 201 : 200);
    }

    private JsonNode get(String path) throws Exception {
        return JSON.readTree(text(path));
    }

    private String text(String path) throws Exception {
        return client.page(path, "en");
    }
}
