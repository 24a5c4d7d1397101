package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.InOrder.inOrder;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An investor asks what others would say about a company. */
class HouseViewStoryTests extends ShippedRulesStory {

    private static final JsonMapper JSON = new JsonMapper();

    /** A miner with one strong sign of distress. */
    private static final String MINER = "\"asOf\": \"2026-03-31\", \"answers\": { \"mining.hashrateEh\": 10,"
            + " \"mining.fleetEfficiencyJPerTh\": 24, \"power.priceUsdPerKwh\": 0.055, \"treasury.cashUsd\": 40000000,"
            + " \"treasury.btcHeld\": 500, \"treasury.debtUsd\": 120000000, \"treasury.debtDueIn12MonthsUsd\": 60000000,"
            + " \"treasury.debtDueInMonths\": 8 }";

    @Test
    void theReplyHasTheAdviceOfTheEditionAndBesideItThatWithTheOverlay() throws Exception {
        JsonNode plain = client.post("/api/v1/advice", "{ " + MINER + " }", 200);
        JsonNode reply = client.post(
                "/api/v1/advice",
                "{ " + MINER + ", \"overlay\": { \"parameters\": { \"largeSiteMw\": 120 },"
                        + " \"answers\": { \"treasury.cashUsd\": 0 }, \"market\": { \"btcPriceUsd\": 30000 } } }",
                200);

        JsonNode overlay = reply.path("overlay");
        assertThat(reply.path("recommendation")).isEqualTo(plain.path("recommendation"));
        assertThat(reply.path("rulebook")).isEqualTo(plain.path("rulebook"));
        assertThat(overlay.at("/advice/rulebook").asString())
                .isEqualTo(plain.path("rulebook").asString() + "+overlay:"
                        + overlay.path("hash").asString());
        assertThat(overlay.path("parameters").toString()).isEqualTo("{\"largeSiteMw\":120}");
        assertThat(overlay.path("market").toString()).isEqualTo("{\"market.btcPriceUsd\":30000}");
        assertThat(overlay.at("/advice/recommendation/strategy").asString()).isEqualTo("RESTRUCTURE");
        assertThat(overlay.path("flips").asBoolean())
                .isEqualTo(!plain.at("/recommendation/strategy").asString().equals("RESTRUCTURE"));
        assertThat(overlay.path("notice").asString()).contains("no receipt");
        assertThat(plain.has("overlay") || plain.has("views")).isFalse();
    }

    @Test
    void aValueOutOfRangeNamesRangeAndThresholdAndAnUnknownNameTheNearestOne() throws Exception {
        JsonNode problem = client.post(
                "/api/v1/advice",
                "{ \"overlay\": { \"parameters\": { \"largeSiteMw\": 5000, \"largeSiteMv\": 5 } }, \"views\": [ \"lendr\" ] }",
                400);

        assertThat(problem.at("/errors/0/id").asString()).isEqualTo("overlay.parameters.largeSiteMv");
        assertThat(problem.at("/errors/0/suggestion").asString()).isEqualTo("largeSiteMw");
        assertThat(problem.at("/errors/1/problem").asString())
                .isEqualTo("The threshold largeSiteMw takes a value from 1 to 2,000 MW.");
        assertThat(problem.at("/errors/2/suggestion").asString()).isEqualTo("lender");
    }

    @Test
    void viewsSayWhetherTheyAgreeAndWhatDividesThem() throws Exception {
        JsonNode views = client.post(
                        "/api/v1/advice",
                        "{ " + MINER
                                + ", \"views\": [ \"lender\", \"growth-investor\", \"cautious-board\", \"lender\" ] }",
                        200)
                .path("views");

        assertThat(views.path("of").asInt()).isEqualTo(3);
        assertThat(views.path("agreement").asInt())
                .isEqualTo(3 - views.path("dissenters").size());
        assertThat(views.path("opinions")
                        .valueStream()
                        .map(each -> each.path("view").asString()))
                .containsExactly("lender", "growth-investor", "cautious-board");
        for (JsonNode opinion : views.path("opinions")) {
            assertThat(opinion.path("text").asString()).isNotBlank();
            assertThat(opinion.path("rulebook").asString()).contains("+overlay:sha256:");
        }
    }

    @Test
    void theViewsAreListedInTheLanguageOfTheCallerAndTheirHashesAreThoseOfTheAdvice() throws Exception {
        JsonNode listed = JSON.readTree(client.send("GET", "/api/v1/views", "", "", "Accept-Language", "fr")
                .body());

        assertThat(listed.valueStream().map(view -> view.path("id").asString()))
                .containsExactly("cautious-board", "growth-investor", "lender");
        assertThat(listed.at("/2/title").asString()).isEqualTo("Un prêteur");
        assertThat(listed.at("/2/parameters/0/name").asString()).isEqualTo("distressSigns");
        assertThat(listed.at("/2/parameters/0/editionValue").asInt()).isEqualTo(2);
        assertThat(listed.at("/2/parameters")
                        .valueStream()
                        .map(each -> each.path("source").asString()))
                .allMatch(source -> source.startsWith("Appréciation : "));
        JsonNode opinion = client.post("/api/v1/advice", "{ \"views\": [ \"lender\" ] }", 200)
                .at("/views/opinions/0");
        assertThat(opinion.path("rulebook")).isEqualTo(listed.at("/2/rulebook"));
    }

    @Test
    void anAssessmentTakesNoOverlaySoThatAReceiptIsAlwaysOfTheEdition() throws Exception {
        JsonNode problem = client.post(
                "/api/v1/assessments", "{ \"overlay\": { \"parameters\": { \"largeSiteMw\": 120 } } }", 400);

        assertThat(problem.at("/errors/0/id").asString()).isEqualTo("overlay");
    }

    @Test
    void analysesOfTheRulesTakeAnOverlay() throws Exception {
        String overlay = ", \"overlay\": { \"market\": { \"btcPriceUsd\": 30000 } }";

        JsonNode flips = client.post("/api/v1/advice/flips", "{ " + MINER + overlay + " }", 200);
        JsonNode change = client.post(
                "/api/v1/advice/smallest-change", "{ " + MINER + overlay + ", \"target\": \"RESTRUCTURE\" }", 200);
        JsonNode why = client.post("/api/v1/advice/why-not", "{ " + MINER + overlay + ", \"strategy\": \"DAT\" }", 200);

        assertThat(flips).isNotEqualTo(client.post("/api/v1/advice/flips", "{ " + MINER + " }", 200));
        assertThat(change.path("current").asString()).isEqualTo("RESTRUCTURE");
        assertThat(why.toString()).contains("RESTRUCTURE");
    }

    @Test
    void whereNoOverlayIsTakenTheProblemSaysWhereOneIs() throws Exception {
        for (String path : new String[] {"advice/projection", "interview", "advice/memo"}) {
            JsonNode problem = client.post("/api/v1/" + path, "{ \"overlay\": {}, \"views\": [] }", 400);

            assertThat(problem.at("/errors/0/problem").asString()).contains("No overlay is taken here", "flips");
            assertThat(problem.at("/errors/1/problem").asString()).contains("No house views are taken here");
        }
    }

    @Test
    void aScreeningTakesOverlayAndViewsAsParametersOfTheRequest() throws Exception {
        String overlay = URLEncoder.encode("{\"parameters\":{\"distressSigns\":1}}", StandardCharsets.UTF_8);
        HttpResponse<String> reply = client.send(
                "POST",
                "/api/v1/screenings?flips=false&views=lender,cautious-board&overlay=" + overlay,
                "application/x-ndjson",
                "{ " + MINER + " }\n");

        assertThat(reply.statusCode()).isEqualTo(200);
        List<JsonNode> lines = reply.body().lines().map(JSON::readTree).toList();
        assertThat(lines.get(0).at("/views/of").asInt()).isEqualTo(2);
        assertThat(lines.get(0).at("/overlay/recommendation/strategy").asString())
                .isNotBlank();
        assertThat(lines.get(1).at("/summary/overlay/edition").asString()).contains("+overlay:sha256:");
        assertThat(lines.get(1).at("/summary/views/1/view").asString()).isEqualTo("cautious-board");
    }

    @Test
    void theAdvicePageShowsHowOthersWouldSeeItInBothLanguages() throws Exception {
        client.page("/examples/core-scientific-2022-12", "en");

        String english = client.page("/advice", "en");
        String french = client.page("/advice?language=fr", "fr");

        assertThat(english)
                .satisfies(inOrder(
                        "href=\"#views\"", "id=\"views\"", "How others would see it", "A cautious board", "A lender"))
                .contains("Months of money that auditors want to see");
        assertThat(french).contains("Ce que d’autres en penseraient", "Un prêteur");
    }
}
