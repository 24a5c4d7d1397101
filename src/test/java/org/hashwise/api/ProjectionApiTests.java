package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.consultation.ShippedAdvice;
import org.hashwise.consultation.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The projection over HTTP, by the shipped rules; every reply is held against the OpenAPI description. */
@WebMvcTest({ProjectionApi.class, OpenApiDescription.class})
@Import({
    ProjectionApi.class,
    OpenApiDescription.class,
    ApiFailures.class,
    JsonFormat.class,
    Wording.class,
    ShippedAdvice.class,
    ApiContractFilter.class
})
class ProjectionApiTests {

    private static final JsonMapper JSON = new JsonMapper();

    /** A miner that burns cash, holds coins, has debt due in month 8 and a lease on offer. */
    private static final String MINER = "'asOf': '2026-03-31', 'answers': {'mining.hashrateEh': 10,"
            + " 'mining.fleetEfficiencyJPerTh': 24, 'power.priceUsdPerKwh': 0.055, 'treasury.cashUsd': 40000000,"
            + " 'treasury.btcHeld': 1500, 'treasury.debtUsd': 120000000, 'treasury.debtDueIn12MonthsUsd': 60000000,"
            + " 'treasury.debtDueInMonths': 8, 'hosting.tenantStage': 'LETTER_OF_INTENT', 'hosting.contractedMw': 60,"
            + " 'power.energizedMw': 260, 'power.largestSiteMw': 150}";

    @Autowired
    private MockMvc http;

    @Test
    void eachStrategyHasItsMonthsOnTheSamePaths() throws Exception {
        JsonNode reply = ok("'months': 24, 'paths': 400, 'seed': 3");

        assertThat(reply.at("/months").asInt()).isEqualTo(24);
        assertThat(reply.at("/paths").asInt()).isEqualTo(400);
        assertThat(reply.at("/seed").asInt()).isEqualTo(3);
        assertThat(reply.at("/scenario").asString()).isEqualTo("NEUTRAL");
        assertThat(reply.at("/startsAt").asString()).isEqualTo("2026-03-31");
        assertThat(reply.at("/marketAsOf").asString()).isEqualTo("2026-03-31");
        assertThat(reply.at("/marketAgeDays").asInt(-1)).isZero();
        assertThat(reply.at("/samplingError").asDouble()).isEqualTo(2.5);
        assertThat(reply.at("/events/debtDue").asInt()).isEqualTo(8);
        assertThat(reply.at("/market/btcPriceUsd")).hasSize(25);
        assertThat(reply.at("/market/hashpriceUsdPerPhDay")).hasSize(25);
        assertThat(reply.at("/strategies").propertyNames())
                .containsExactlyInAnyOrder("HOLD", "AI_HOSTING", "DAT", "RESTRUCTURE");
        for (JsonNode strategy : reply.at("/strategies")) {
            assertThat(strategy.at("/liquidityUsd")).hasSize(25);
            assertThat(strategy.at("/btcHeld")).hasSize(25);
            assertThat(strategy.at("/survivalPercent")).hasSize(25);
            assertThat(strategy.at("/advice")).hasSize(25);
            assertThat(strategy.at("/liquidityUsd/0/p10").asDouble())
                    .as("today is certain")
                    .isEqualTo(strategy.at("/liquidityUsd/0/p90").asDouble());
            assertThat(strategy.at("/liquidityUsd/24/p10").asDouble())
                    .isLessThan(strategy.at("/liquidityUsd/24/p90").asDouble());
        }
        JsonNode hold = reply.at("/strategies/HOLD");
        assertThat(hold.at("/forcedSale/sharePercent").asDouble()).isPositive();
        double missed = 0;
        for (JsonNode cause : hold.at("/breaksFirst")) {
            missed += cause.at("/what").asString().equals("COLLATERAL")
                    ? 0
                    : cause.at("/sharePercent").asDouble();
        }
        assertThat(missed).isCloseTo(100 - hold.at("/survivalPercent/24").asDouble(), within(0.2));
        assertThat(reply.at("/comparisons")).hasSize(12);
    }

    @Test
    void theCalibratedRangeContainsTheBandAndIsExactToday() throws Exception {
        JsonNode reply = ok("'months': 24, 'paths': 400, 'seed': 3");

        assertThat(reply.at("/calibration/method").asString()).isEqualTo("CONFORMALIZED_QUANTILE_REGRESSION");
        assertThat(reply.at("/calibration/limits")).isNotEmpty();
        for (JsonNode strategy : reply.at("/strategies")) {
            for (String figure : new String[] {"liquidityUsd", "btcHeld"}) {
                double factor =
                        reply.at("/calibration/" + figure + "/widthFactor").asDouble();
                for (int month = 0; month <= 24; month++) {
                    JsonNode band = strategy.path(figure).path(month);
                    JsonNode range =
                            strategy.path("calibratedRange").path(figure).path(month);
                    double margin = factor
                            * (band.path("p90").asDouble() - band.path("p10").asDouble());
                    assertThat(range.path("month").asInt(-1)).isEqualTo(month);
                    assertThat(range.path("high").asDouble())
                            .isCloseTo(band.path("p90").asDouble() + margin, within(0.5));
                    assertThat(range.path("low").asDouble())
                            .isCloseTo(Math.max(0, band.path("p10").asDouble() - margin), within(0.5));
                }
            }
        }
    }

    @Test
    void aScenarioHasNoCalibratedRange() throws Exception {
        JsonNode reply = ok("'paths': 100, 'scenario': 'ADVERSE'");

        assertThat(reply.has("calibration")).isFalse();
        assertThat(reply.at("/strategies/HOLD").has("calibratedRange")).isFalse();
    }

    @Test
    void rentOfAFundedLeaseSparesCoinsThatHoldingHasToSell() throws Exception {
        String miner = "'asOf': '2026-03-31', 'answers': {'mining.hashrateEh': 10, 'mining.fleetEfficiencyJPerTh': 24,"
                + " 'power.priceUsdPerKwh': 0.05, 'power.energizedMw': 260, 'power.largestSiteMw': 150,"
                + " 'treasury.cashUsd': 40000000, 'treasury.btcHeld': 2000, 'treasury.debtUsd': 0,"
                + " 'treasury.capitalAccess': 'LIMITED',"
                + " 'hosting.tenantStage': 'LETTER_OF_INTENT', 'hosting.contractedMw': 100,"
                + " 'hosting.fundedCapexPercent': 100, 'hosting.leaseUsdPerKwMonth': 154, 'site.conversionMonths': 8},"
                + " 'months': 36, 'paths': 500";
        JsonNode reply = JSON.readTree(post("{" + miner + "}").getContentAsString());
        JsonNode hold = reply.at("/strategies/HOLD");
        JsonNode lease = reply.at("/strategies/AI_HOSTING");

        assertThat(lease.at("/survivalPercent/36").asDouble())
                .isGreaterThan(hold.at("/survivalPercent/36").asDouble() + 10);
        assertThat(lease.at("/forcedSale/sharePercent").asDouble())
                .isLessThan(hold.at("/forcedSale/sharePercent").asDouble() - 40);
        assertThat(lease.at("/forcedSale/btcMedian").asDouble())
                .isLessThan(hold.at("/forcedSale/btcMedian").asDouble());
        assertThat(lease.at("/btcHeld/36/p50").asDouble())
                .isGreaterThan(hold.at("/btcHeld/36/p50").asDouble());
    }

    @Test
    void whatIsLeftOutHasDefaults() throws Exception {
        JsonNode reply = ok("");

        assertThat(reply.at("/months").asInt()).isEqualTo(24);
        assertThat(reply.at("/paths").asInt()).isEqualTo(2_000);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOtherPaths() throws Exception {
        String once = ask("'paths': 200, 'seed': 7").getContentAsString();

        assertThat(ask("'paths': 200, 'seed': 7").getContentAsString()).isEqualTo(once);
        assertThat(ask("'paths': 200, 'seed': 8").getContentAsString()).isNotEqualTo(once);
    }

    @Test
    void aWholeNumberMayBeWrittenWithADecimalPoint() throws Exception {
        JsonNode reply = ok("'months': 6.0, 'paths': 1e2, 'seed': 7.00");

        assertThat(reply.at("/months").asInt()).isEqualTo(6);
        assertThat(reply.at("/paths").asInt()).isEqualTo(100);
        assertThat(reply.at("/seed").asInt()).isEqualTo(7);
        assertProblems("'months': 6.5, 'seed': 1e300", "months", "seed");
    }

    @Test
    void adviceOfMonthZeroIsTheAdviceForEveryStrategy() throws Exception {
        List<String> today = new ArrayList<>();
        for (JsonNode strategy : ok("'paths': 100").at("/strategies")) {
            today.add(strategy.at("/advice/0/p10").asString());
            today.add(strategy.at("/advice/0/p90").asString());
        }
        assertThat(today).hasSize(8).containsOnly(today.get(0));
    }

    @Test
    void anAdverseMarketBeginsWithTheStressOfTheCalendar() throws Exception {
        JsonNode reply = ok("'paths': 100, 'scenario': 'ADVERSE'");

        assertThat(at(reply, "btcPriceUsd", 1, "p10") / at(reply, "btcPriceUsd", 0, "p10"))
                .isCloseTo(0.7, within(1e-4));
        assertThat(at(reply, "btcPriceUsd", 1, "p90")).isEqualTo(at(reply, "btcPriceUsd", 1, "p10"));
        assertThat(at(reply, "btcPriceUsd", 2, "p90")).isGreaterThan(at(reply, "btcPriceUsd", 2, "p10"));
    }

    // Month ends of the market files: 46,306 to 16,548 USD in 2022; 71,334 to 63,329 from March to September 2024.
    @ParameterizedTest
    @CsvSource({"REPLAY_2022, 12, 0.2, 0.5", "HALVING_2024, 6, 0.7, 1.0", "FIRST_HALF_2026, 6, 0.5, 0.9"})
    void aReplayRepeatsTheMonthsOfThen(String scenario, int months, double least, double most) throws Exception {
        JsonNode reply = ok("'paths': 100, 'scenario': '" + scenario + "'");

        assertThat(at(reply, "btcPriceUsd", months, "p90"))
                .as("every path is the same until then")
                .isEqualTo(at(reply, "btcPriceUsd", months, "p10"));
        assertThat(at(reply, "btcPriceUsd", months, "p50") / at(reply, "btcPriceUsd", 0, "p50"))
                .isBetween(least, most);
        assertThat(at(reply, "btcPriceUsd", months + 1, "p90"))
                .isGreaterThan(at(reply, "btcPriceUsd", months + 1, "p10"));
    }

    @Test
    void theMedianHashpriceFollowsForwardQuotes() throws Exception {
        JsonNode reply = ok("'paths': 300, 'scenario': 'FORWARD', 'quotes': [31, 30.5, 33]");

        assertThat(at(reply, "hashpriceUsdPerPhDay", 1, "p50")).isEqualTo(31);
        assertThat(at(reply, "hashpriceUsdPerPhDay", 2, "p50")).isEqualTo(30.5);
        assertThat(at(reply, "hashpriceUsdPerPhDay", 3, "p50")).isEqualTo(33);
    }

    @Test
    void everythingThatIsWrongIsNamed() throws Exception {
        assertProblems(
                "'months': 5, 'paths': 99, 'seed': 'x', 'scenario': 'CRASH'", "months", "paths", "scenario", "seed");
        assertProblems("'months': 61, 'paths': 20001", "months", "paths");
        JsonNode described = JSON.readTree(http.perform(MockMvcRequestBuilders.get("/api/v1/openapi"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .at("/components/schemas/ProjectionRequest/properties");
        assertThat(described.at("/months/maximum").asInt()).isEqualTo(60);
        assertThat(described.at("/paths/maximum").asInt()).isEqualTo(20_000);
        assertProblems("'scenario': 'FORWARD'", "quotes");
        assertProblems("'scenario': 'ADVERSE', 'quotes': [30]", "scenario");
        assertProblems("'scenario': 'FORWARD', 'quotes': [30, 'x', -1]", "quotes[1]", "quotes[2]");
        assertProblems("'scenario': 'FORWARD', 'quotes': [1,2,3,4,5,6,7,8,9,10,11,12,13]", "quotes");
        assertProblems("'month': 12", "month");
    }

    private void assertProblems(String fields, String... ids) throws Exception {
        MockHttpServletResponse reply = ask(fields);
        assertThat(reply.getStatus()).isEqualTo(400);
        assertThat(reply.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        List<String> named = new ArrayList<>();
        JSON.readTree(reply.getContentAsString())
                .at("/errors")
                .forEach(error -> named.add(error.at("/id").asString()));
        assertThat(named).containsExactlyInAnyOrder(ids);
    }

    private static double at(JsonNode reply, String series, int month, String quantile) {
        return reply.at("/market/" + series + "/" + month + "/" + quantile).asDouble();
    }

    private JsonNode ok(String fields) throws Exception {
        MockHttpServletResponse reply = ask(fields);
        assertThat(reply.getStatus()).as(reply.getContentAsString()).isEqualTo(200);
        return JSON.readTree(reply.getContentAsString());
    }

    private MockHttpServletResponse ask(String fields) throws Exception {
        return post("{" + MINER + (fields.isEmpty() ? "" : ", " + fields) + "}");
    }

    private MockHttpServletResponse post(String body) throws Exception {
        return http.perform(MockMvcRequestBuilders.post("/api/v1/advice/projection")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.replace('\'', '"')))
                .andReturn()
                .getResponse();
    }
}
