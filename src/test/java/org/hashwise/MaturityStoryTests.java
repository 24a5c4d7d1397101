package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A miner with a convertible due in ten months and a letter of intent asks what to do. */
class MaturityStoryTests extends ShippedRulesStory {

    private static final String COMPANY = """
            "company.listed": true, "mining.hashrateEh": 8, "mining.fleetEfficiencyJPerTh": 24,
            "power.energizedMw": 160, "power.largestSiteMw": 95, "power.siteControl": "OWNED",
            "power.interconnection": "INTERRUPTIBLE", "power.priceUsdPerKwh": 0.049,
            "power.demandResponseUsdPerYear": 4000000, "hosting.tenantCredit": "UNRATED",
            "hosting.contractedMw": 50, "hosting.leaseUsdPerKwMonth": 130, "hosting.contractYears": 10,
            "regulation.largeLoadPermit": "APPLIED", "treasury.cashUsd": 25000000, "treasury.btcHeld": 900,
            "treasury.pledgedPercent": 0, "treasury.debtUsd": 60000000, "treasury.debtDueIn12MonthsUsd": 60000000,
            "treasury.debtDueInMonths": 10, "treasury.marketCapUsd": 210000000,
            "treasury.capitalAccess": "LIMITED\"""";

    @Test
    void theMaturityStandsInTheHeadlineAndTheReasonsWithMonthAndAmount() throws Exception {
        JsonNode advice = advice("LETTER_OF_INTENT");

        assertThat(advice.at("/recommendation/strategy").asString()).isEqualTo("RESTRUCTURE");
        assertThat(advice.at("/recommendation/headline").asString())
                .matches(
                        "Restructure first: USD.60 million of debt falls due in month.10, and USD.[0-9.]+ million of it is missing\\.");
        assertThat(texts(advice.at("/evidence")))
                .anyMatch(text -> text.matches("USD.60 million of debt falls due in month.10\\. .* is missing.*"));
    }

    @Test
    void thePlanBeginsWithTheMaturityAndNamesOwnerMonthAndAmount() throws Exception {
        JsonNode first = advice("LETTER_OF_INTENT").at("/plan/0");

        assertThat(first.path("text").asString()).matches(".*USD.60 million.* month.10.*");
        assertThat(first.path("owner").asString()).isEqualTo("CFO");
        assertThat(first.path("byMonth").asInt()).isZero();
        assertThat(first.path("amountUsd").asDouble()).isBetween(1e6, 60e6);
    }

    @Test
    void theCalendarShowsTheDebtInItsMonthAndWhatIsMissing() throws Exception {
        JsonNode advice = advice("LETTER_OF_INTENT");
        JsonNode month = advice.at("/calendar/months/10");

        assertThat(month.path("month").asInt()).isEqualTo(10);
        assertThat(month.path("debtDueUsd").asDouble()).isEqualTo(-60e6);
        assertThat(-month.path("closingUsd").asDouble())
                .isCloseTo(
                        advice.path("metrics")
                                .path("economics.debtDueShortfallUsd")
                                .asDouble(),
                        org.assertj.core.api.Assertions.within(1.0));
        assertThat(advice.path("metrics").path("economics.runwayMonths").asDouble())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'halving of the block subsidy expected in month.8 is left out'",
        "fr, 'halving attendu au mois.8 n’est pas compté'"
    })
    void theHalvingThatTheCalendarLeavesOutIsNamed(String language, String words) throws Exception {
        assertThat(client.page("/examples/iren-2023-08", language)).containsPattern(words);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Not decided by a lead in points: two strong signs of distress mean restructuring'",
        "fr, 'Décidé sans avance en points.: deux signes forts de détresse imposent une restructuration'"
    })
    void theRuleThatPutsRestructuringFirstStandsWhereOthersHaveALead(String language, String words) throws Exception {
        assertThat(client.page("/examples/argo-2022-10", language)).containsPattern(words);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'assumed: Cash, Debt due within 12.months, Months until', rests on an assumption, 'where price, difficulty and power price move each month, money runs short within 24.months'",
        "fr, 'supposé.: Trésorerie, Dette exigible sous 12.mois, Mois avant', repose sur une hypothèse, 'varient chaque mois, l’argent vient à manquer en 24.mois'"
    })
    void theFirstScreenSaysWhichSumsAreAssumedAndWhatTheSimulationMoves(
            String language, String sums, String step, String paths) throws Exception {
        String page = client.page("/examples/argo-2022-10", language);

        assertThat(page.substring(page.indexOf("<dl class=\"first\""), page.indexOf("<dl class=\"confidence\"")))
                .containsPattern(sums)
                .containsPattern(paths)
                .contains(step);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 24.9M</td>, 3.125.BTC, 'Power is counted before curtailment income', told in full above",
        "fr, '24,9.M</td>', '3,125.BTC', 'comptée avant les revenus d’effacement', exposé en entier plus haut"
    })
    void monthsStayReadableAnswersExactAndReasonsAreToldOnce(
            String language, String mining, String subsidy, String credits, String again) throws Exception {
        String page = client.page("/examples/riot-2023-12", language);

        assertThat(page)
                .containsPattern(mining)
                .containsPattern(subsidy)
                .contains(credits, again)
                .doesNotContainPattern(">0[.,]0.?(B|Md)<");
        List<String> told = Pattern.compile("id=\"reason-([A-Z]+-\\d+)\"")
                .matcher(page)
                .results()
                .map(reason -> reason.group(1))
                .toList();
        List<String> linked = Pattern.compile("href=\"#reason-([A-Z]+-\\d+)\"")
                .matcher(page)
                .results()
                .map(reason -> reason.group(1))
                .toList();
        assertThat(told).doesNotHaveDuplicates().containsAll(linked);
        assertThat(linked).contains("DISTRESS-21");
    }

    @Test
    void aRunnerUpThatCountsOnlyInDistressIsSaidToDoSo() throws Exception {
        assertThat(client.page("/examples/terawulf-2025-08", "en"))
                .contains("points over “Restructure first”, which counts only if a company is in distress");
    }

    @Test
    void nothingIsToBeSignedThatIsSignedNorRunThatAGateSwitchesOff() throws Exception {
        JsonNode advice = advice("SIGNED");

        assertThat(rules(advice.at("/gates"))).contains("COST-07");
        assertThat(rules(advice.at("/plan")))
                .contains("COST-36")
                .doesNotContain("HOST-50", "HOST-51", "HOST-58", "COST-31", "COST-37");
        assertThat(texts(advice.at("/plan"))).doesNotHaveDuplicates();
    }

    @Test
    void companiesLikeItAreNamedWithWhatTheyDidAndWhatIsDifferent() throws Exception {
        JsonNode peers = advice("LETTER_OF_INTENT").path("peers");

        assertThat(peers.size()).isEqualTo(5);
        assertThat(peers.valueStream().map(peer -> peer.path("distance").asDouble()))
                .isSorted()
                .allMatch(distance -> distance > 0 && distance < 1);
        assertThat(peers.valueStream()).allSatisfy(peer -> {
            assertThat(peer.at("/did/text").asString()).hasSizeGreaterThan(20);
            assertThat(peer.at("/did/source").asString()).isNotBlank();
            assertThat(peer.path("compared").asInt()).isPositive();
            assertThat(peer.path("alike").size() + peer.path("different").size())
                    .isPositive();
        });
    }

    private JsonNode advice(String stage) throws Exception {
        String body = "{ \"asOf\": \"2026-06-27\", \"answers\": { " + COMPANY + ", \"hosting.tenantStage\": \"" + stage
                + "\" } }";
        return client.post("/api/v1/advice", body, 200);
    }

    private static List<String> texts(JsonNode items) {
        return strings(items, "text");
    }

    private static List<String> rules(JsonNode items) {
        return strings(items, "rule");
    }

    private static List<String> strings(JsonNode items, String name) {
        List<String> strings = new ArrayList<>();
        items.forEach(item -> strings.add(item.path(name).asString()));
        return strings;
    }
}
