package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Controllability;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.Step;
import org.hashwise.consultation.SmallRulesSlice;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Mover;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

@WebMvcTest({InterviewApi.class, CounterfactualApi.class, WhyNotApi.class, MapApi.class})
@Import({ApiFailures.class, JsonFormat.class, Wording.class, SmallRulesSlice.class, ApiContractFilter.class})
class AnalysisApiTests {

    private static final JsonMapper JSON = new JsonMapper();

    /** A company whose largest site is estimated to be as large as the only rule wants it. */
    private static final String ESTIMATED = "'answers': {'power.energizedMw': 250}";

    private static final String SMALL = "'answers': {'power.largestSiteMw': 80}";
    private static final String X = "{'id': 'power.largestSiteMw', 'from': 50, 'to': 150, 'steps': 3}";
    private static final String Y = "{'id': 'power.priceUsdPerKwh', 'from': 0.02, 'to': 0.1, 'steps': 2}";

    @Autowired
    private MockMvc http;

    @Autowired
    private Wording wording;

    @Test
    void interviewTellsProbabilitiesAndTheNextQuestion() throws Exception {
        ask("interview", "{" + ESTIMATED + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.probabilities.AI_HOSTING")
                        .value(both(greaterThan(0.1)).and(lessThan(0.9))))
                .andExpect(jsonPath("$.settled").value(false))
                .andExpect(jsonPath("$.next[0].id").value("power.largestSiteMw"))
                .andExpect(jsonPath("$.next[0].bits").value(greaterThan(0.5)))
                .andExpect(jsonPath("$.next[0].question.kind").value("number"))
                .andExpect(jsonPath("$.couldStillMatter").value(greaterThan(0)))
                .andExpect(jsonPath("$.samples").value(2_000))
                .andExpect(jsonPath("$.seed").value(20260630));
    }

    @Test
    void numbersMayBeRoughInAnInterview() throws Exception {
        ask("interview", "{'samples': 100, 'seed': 3, 'answers': {'power.largestSiteMw': {'low': 150, 'high': 300}}}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.samples").value(100))
                .andExpect(jsonPath("$.seed").value(3));

        assertThat(hosting("{'low': 150, 'high': 300}")).isEqualTo(1);
        assertThat(hosting("{'low': 50, 'high': 90}")).isZero();
        assertThat(hosting("{'about': 126}")).isEqualTo(1);
        assertThat(hosting("{'about': 120}")).isBetween(0.9, 0.999);
        assertThat(hosting("{'about': 83}")).isZero();
    }

    @Test
    void itIsTooEarlyForAProbabilityWhileDecisiveFactsAreMissing() throws Exception {
        ask("interview", "{" + ESTIMATED + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reportable").value(true))
                .andExpect(jsonPath("$.sureness.low").value(lessThan(1.0)))
                .andExpect(jsonPath("$.exhausted").value(false))
                .andExpect(jsonPath("$.answered").value(1));

        Map<Strategy, Double> probabilities = Map.of(Strategy.HOLD, 0.25, Strategy.AI_HOSTING, 0.75);
        InterviewResponse early = InterviewResponse.of(
                new Interview(
                        probabilities,
                        probabilities,
                        Strategy.AI_HOSTING,
                        Strategy.AI_HOSTING,
                        false,
                        false,
                        false,
                        false,
                        List.of("mining.hashrateEh"),
                        List.of(),
                        List.of(),
                        List.of(),
                        2,
                        45,
                        1,
                        2_000,
                        7),
                SmallRulesSlice.RULEBOOKS.current().questionnaire());
        assertThat(early.reportable()).isFalse();
        assertThat(early.sureness()).isNull();
        assertThat(early.missing()).containsExactly("mining.hashrateEh");
        assertThat(early.assumed()).isEqualTo(45);
    }

    @Test
    void aQuestionWithoutAnAnswerIsUnknown() throws Exception {
        ask(
                        "interview",
                        "{'unknown': ['power.largestSiteMw', 'board.horizonMonths', 'power.largestSiteMw'], "
                                + ESTIMATED + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.exhausted").value(true))
                .andExpect(jsonPath("$.sureness.low").value(lessThan(1.0)))
                .andExpect(jsonPath("$.sureness.high").value(greaterThan(0.1)))
                .andExpect(jsonPath("$.wideProbabilities.HOLD").value(greaterThan(0.1)))
                .andExpect(jsonPath("$.unknown[0].id").value("power.largestSiteMw"));
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
        ask("advice/flips", "{'asOf': '2025-11-30', " + SMALL + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.flips.length()").value(1))
                .andExpect(jsonPath("$.flips[0].id").value("power.largestSiteMw"))
                .andExpect(jsonPath("$.flips[0].at").value(100))
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
    void smallestChangeIsSplitIntoCompanyAndMarket() throws Exception {
        ask("advice/smallest-change", "{'target': 'AI_HOSTING', 'locked': ['mining.hashrateEh'], " + SMALL + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.found").value(true))
                .andExpect(jsonPath("$.levers[0].id").value("power.largestSiteMw"))
                .andExpect(jsonPath("$.levers[0].to").value(100))
                .andExpect(jsonPath("$.market").isEmpty())
                .andExpect(jsonPath("$.statement").value("One answer has to change."));

        Step step = new Step(
                "market.btcPriceUsd",
                new Answer.Number(90_000),
                new Answer.Number(99_000),
                Controllability.MARKET,
                0.1,
                Mover.MARKET,
                0);
        CounterfactualResponse byTheMarket = CounterfactualResponse.of(
                new Counterfactual(
                        Strategy.AI_HOSTING,
                        Strategy.HOLD,
                        true,
                        List.of(step),
                        new Counterfactual.Searched(1, 1, 0, 0, true)),
                Language.EN,
                wording);
        assertThat(byTheMarket.levers()).isEmpty();
        assertThat(byTheMarket.market()).extracting("id").containsExactly("market.btcPriceUsd");
    }

    @Test
    void whatWasSearchedInVainIsTold() throws Exception {
        ask("advice/smallest-change", "{'target': 'DAT', 'language': 'fr', " + SMALL + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.found").value(false))
                .andExpect(jsonPath("$.statement").value(org.hamcrest.Matchers.startsWith("Aucun changement")));
        ask("advice/smallest-change", "{'target': 'AI_HOSTING', 'locked': ['power.largestSiteMw'], " + SMALL + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.found").value(false));
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
        ask("advice/why-not", "{'rule': 'POWER-01', " + SMALL + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.fires").value(false))
                .andExpect(jsonPath("$.conditions[0].missedBy").value(20))
                .andExpect(jsonPath("$.conditions[0].needs.text").value("at least 100"));
    }

    @Test
    void theCaseAgainstAStrategyIsTold() throws Exception {
        ask("advice/why-not", "{'strategy': 'HOLD', " + ESTIMATED + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.standing.strategy").value("HOLD"))
                .andExpect(jsonPath("$.recommended.strategy").value("AI_HOSTING"))
                .andExpect(jsonPath("$.runnerUp.strategy").value("HOLD"))
                .andExpect(jsonPath("$.carrier.id").value("power.largestSiteMw"));
    }

    @Test
    void theGatesThatExcludeAStrategyAreTold() throws Exception {
        RulebookActivation.swap(SmallRulesSlice.RULEBOOKS, SmallRules.withGate(100));
        try {
            ask("advice/why-not", "{'strategy': 'AI_HOSTING', 'answers': {'power.largestSiteMw': 5}}")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.standing.viable").value(false))
                    .andExpect(jsonPath("$.standing.blockers[*]").value(org.hamcrest.Matchers.contains("POWER-02")))
                    .andExpect(jsonPath("$.gates[0].rule").value("POWER-02"))
                    .andExpect(jsonPath("$.gates[0].text").value("Tiny below 10 MW."));
        } finally {
            RulebookActivation.swap(SmallRulesSlice.RULEBOOKS, SmallRules.edition(100));
        }
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
                .andExpect(jsonPath("$.cells[1][0].strategy").value("HOLD"))
                .andExpect(jsonPath("$.cells[1][2].strategy").value("AI_HOSTING"))
                .andExpect(jsonPath("$.cells[1][2].margin").value(SmallRules.strength(100)));
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

    /** The probability of hosting when the largest site is known as roughly as this. */
    private double hosting(String largestSite) throws Exception {
        String reply = ask("interview", "{'answers': {'power.largestSiteMw': " + largestSite + "}}")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JSON.readTree(reply).at("/probabilities/AI_HOSTING").asDouble();
    }

    private ResultActions ask(String path, String body) throws Exception {
        return http.perform(
                post("/api/v1/" + path).contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')));
    }
}
