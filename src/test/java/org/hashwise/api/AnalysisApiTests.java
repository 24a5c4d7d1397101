package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashwise.consultation.FakeAnalyses;
import org.hashwise.consultation.FakeConsultation;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Distribution;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebMvcTest({InterviewApi.class, CounterfactualApi.class, WhyNotApi.class, MapApi.class})
@Import({
    ApiFailures.class,
    JsonFormat.class,
    Wording.class,
    FakeConsultation.class,
    FakeAnalyses.class,
    ApiContractFilter.class
})
class AnalysisApiTests {

    private static final String X = "{'id': 'mining.hashrateEh', 'from': 1, 'to': 3, 'steps': 3}";
    private static final String Y = "{'id': 'power.priceUsdPerKwh', 'from': 0.02, 'to': 0.1, 'steps': 2}";

    @Autowired
    private MockMvc http;

    @Autowired
    private FakeAnalyses analyses;

    @Test
    void interviewTellsProbabilitiesAndTheNextQuestion() throws Exception {
        ask("interview", "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.probabilities.AI_HOSTING").value(0.75))
                .andExpect(jsonPath("$.settled").value(false))
                .andExpect(jsonPath("$.next[0].id").value("power.contract"))
                .andExpect(jsonPath("$.next[0].bits").value(0.125))
                .andExpect(jsonPath("$.next[0].question.kind").value("choice"))
                .andExpect(jsonPath("$.couldStillMatter").value(1))
                .andExpect(jsonPath("$.samples").value(2_000))
                .andExpect(jsonPath("$.seed").value(7));
    }

    @Test
    void numbersMayBeRoughInAnInterview() throws Exception {
        ask(
                        "interview",
                        "{'samples': 100, 'seed': 3, 'answers': {'mining.hashrateEh': {'low': 4, 'high': 8},"
                                + " 'power.priceUsdPerKwh': {'about': 0.05}}}")
                .andExpect(status().isOk());

        assertThat(analyses.asked())
                .containsExactly(
                        new TreeMap<>(Map.of(
                                "mining.hashrateEh",
                                new Distribution.Range(4, 6, 8),
                                "power.priceUsdPerKwh",
                                new Distribution.Range(0.04, 0.05, 0.060000000000000005))),
                        new TreeSet<>(),
                        100,
                        3L);
    }

    @Test
    void itIsTooEarlyForAProbabilityWhileDecisiveFactsAreMissing() throws Exception {
        ask("interview", "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reportable").value(false))
                .andExpect(jsonPath("$.sureness").value(nullValue()))
                .andExpect(jsonPath("$.exhausted").value(false))
                .andExpect(jsonPath("$.missing[0]").value("mining.hashrateEh"))
                .andExpect(jsonPath("$.assumed").value(45));
    }

    @Test
    void aQuestionWithoutAnAnswerIsUnknown() throws Exception {
        ask("interview", "{'unknown': ['mining.hashrateEh', 'power.priceUsdPerKwh', 'mining.hashrateEh']}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.exhausted").value(true))
                .andExpect(jsonPath("$.sureness.low").value(0.5))
                .andExpect(jsonPath("$.sureness.high").value(0.75))
                .andExpect(jsonPath("$.wideProbabilities.HOLD").value(0.5))
                .andExpect(jsonPath("$.unknown[1].id").value("power.priceUsdPerKwh"));

        assertThat(analyses.asked()).contains(new TreeSet<>(Set.of("mining.hashrateEh", "power.priceUsdPerKwh")));
    }

    @Test
    void unknownIdsAreChecked() throws Exception {
        ask(
                        "interview",
                        "{'unknown': ['mining.hashrate', 3, 'power.contract', 'power.priceUsdPerKwh'],"
                                + " 'answers': {'power.contract': 'FIXED', 'power.priceUsdPerKwh': {'about': 0.05}}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors.length()").value(4))
                .andExpect(jsonPath("$.errors[*].id").value(everyItem(equalTo("unknown"))))
                .andExpect(jsonPath("$.errors[0].suggestion").value("mining.hashrateEh"))
                .andExpect(jsonPath("$.errors[2].value").value("power.contract"))
                .andExpect(jsonPath("$.errors[2].problem").value("Give either answers or unknown, not both."));
        ask("interview", "{'unknown': 'power.contract'}").andExpect(status().isBadRequest());
        ask("advice/flips", "{'unknown': []}").andExpect(status().isBadRequest());
    }

    @Test
    void everythingThatIsWrongWithRoughAnswersIsTold() throws Exception {
        ask(
                        "interview",
                        "{'samples': 200001, 'seed': 'x', 'answers': {'mining.hashrateEh': {'low': 8, 'high': 4},"
                                + " 'power.priceUsdPerKwh': {'about': 5}, 'power.largestSiteMw': {'lo': 1}}}")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors.length()").value(5))
                .andExpect(jsonPath("$.errors[3].id").value("samples"))
                .andExpect(jsonPath("$.errors[3].problem").value("At most 200,000 samples are drawn for one request."));
    }

    @Test
    void roughAnswersAreForInterviewsOnly() throws Exception {
        ask("advice/flips", "{'answers': {'mining.hashrateEh': {'low': 4, 'high': 8}}}")
                .andExpect(status().isBadRequest());
    }

    @Test
    void flipsAreTold() throws Exception {
        ask("advice/flips", "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.flips[0].id").value("power.priceUsdPerKwh"))
                .andExpect(jsonPath("$.flips[0].at").value(0.06))
                .andExpect(jsonPath("$.flips[0].direction").value("UP"))
                .andExpect(jsonPath("$.flips[0].kind").value("LEVER"))
                .andExpect(jsonPath("$.flips[0].withinTypicalMove").value(false))
                .andExpect(jsonPath("$.market.ageDays").value(0))
                .andExpect(jsonPath("$.market.coveredFlips").value(0))
                .andExpect(jsonPath("$.market.text").value("The market values are of the day itself."));
    }

    @Test
    void theAgeOfTheMarketIsTold() throws Exception {
        ask("advice/flips", "{'asOf': '2025-12-31', 'language': 'fr'}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.market.asOf").value("2025-11-30"))
                .andExpect(jsonPath("$.market.ageDays").value(31))
                .andExpect(jsonPath("$.market.typicalMoves").isEmpty())
                .andExpect(jsonPath("$.market.text").value("Les valeurs de marché ont 31 jours."));
    }

    @Test
    void smallestChangeIsSplitIntoLeversAndMarket() throws Exception {
        ask("advice/smallest-change", "{'target': 'HOLD', 'locked': ['mining.hashrateEh']}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.levers").isEmpty())
                .andExpect(jsonPath("$.market[0].id").value("market.btcPriceUsd"))
                .andExpect(jsonPath("$.searched.questions").value(48))
                .andExpect(jsonPath("$.statement").value("One answer has to change."));
    }

    @Test
    void whatWasSearchedInVainIsTold() throws Exception {
        ask("advice/smallest-change", "{'target': 'DAT', 'language': 'fr'}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.found").value(false))
                .andExpect(jsonPath("$.statement").value(org.hamcrest.Matchers.startsWith("Aucun changement")));
    }

    @Test
    void targetAndLockedIdsAreChecked() throws Exception {
        ask("advice/smallest-change", "{'target': 'HODL', 'locked': ['mining.hashrate', 3]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors.length()").value(3))
                .andExpect(jsonPath("$.errors[0].suggestion").value("mining.hashrateEh"));
    }

    @Test
    void conditionsOfARuleAreTold() throws Exception {
        ask("advice/why-not", "{'rule': 'POWER-01'}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.fires").value(false))
                .andExpect(jsonPath("$.conditions[0].missedBy").value(40))
                .andExpect(jsonPath("$.conditions[0].needs.text").value("at least 100"));
    }

    @Test
    void theCaseAgainstAStrategyIsTold() throws Exception {
        ask("advice/why-not", "{'strategy': 'DAT'}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.standing.blockers[0]").value("DAT-02"))
                .andExpect(jsonPath("$.runnerUp.strategy").value("HOLD"))
                .andExpect(jsonPath("$.carrier.id").value("power.priceUsdPerKwh"));
    }

    @Test
    void eitherARuleOrAStrategyIsNeeded() throws Exception {
        ask("advice/why-not", "{}").andExpect(status().isBadRequest());
        ask("advice/why-not", "{'rule': 'POWER-01', 'strategy': 'DAT'}").andExpect(status().isBadRequest());
        ask("advice/why-not", "{'rule': 'POWR-01'}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].suggestion").value("POWER-01"));
    }

    @Test
    void mapHasARowForEachStepOfY() throws Exception {
        ask("advice/map", "{'x': " + X + ", 'y': " + Y + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.cells.length()").value(2))
                .andExpect(jsonPath("$.cells[0].length()").value(3))
                .andExpect(jsonPath("$.cells[1][2].strategy").value("HOLD"))
                .andExpect(jsonPath("$.cells[1][2].margin").value(2.5));
    }

    @Test
    void aMapThatCostsTooMuchIsRefusedWithTheLimit() throws Exception {
        ask("advice/map", "{'x': " + X.replace("'steps': 3", "'steps': 200000") + ", 'y': " + Y + "}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].id").value("steps"))
                .andExpect(jsonPath("$.errors[0].problem").value(org.hamcrest.Matchers.containsString("250,000")));
    }

    @Test
    void axesAreChecked() throws Exception {
        ask("advice/map", "{'x': {'id': 'power.contract', 'from': 1, 'to': 0, 'step': 2}, 'y': 3}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].id")
                        .value(org.hamcrest.Matchers.contains("x.from", "x.id", "x.step", "x.steps", "y")));
        ask("advice/map", "{'x': " + X + ", 'y': " + X + "}").andExpect(status().isBadRequest());
    }

    private ResultActions ask(String path, String body) throws Exception {
        return http.perform(
                post("/api/v1/" + path).contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')));
    }
}
