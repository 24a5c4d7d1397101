package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.InOrder.inOrder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Controllability;
import org.hashwise.analysis.Flip;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Flips, the strategy map and what-if values on the page with the advice. */
class WhatIfTests extends PageSlice {

    private static final String POWER = "power.priceUsdPerKwh";

    @BeforeEach
    void enterAPowerPrice() {
        visitor.follow("/questions/power", POWER, "0.05");
    }

    @Test
    void flipsAreListedByCompanyAndMarket() {
        assertThat(visitor.read("/advice"))
                .satisfies(inOrder(
                        "What the market or the state may do", "If “Label of market.btcPriceUsd” were USD\u00a086,790"))
                .satisfies(inOrder("−3.6%,", "now: USD\u00a090,000", "Title of RESTRUCTURE"))
                .satisfies(inOrder(
                        "What the company can do",
                        "If “Label of power.priceUsdPerKwh” were USD\u00a00.0527/kWh",
                        "more, with larger changes"))
                .satisfies(inOrder("What is assumed and may turn out to be different", "were Choice INDEXED"));
    }

    @Test
    void theNearestChangeThatLeadsToTheRunnerUpIsToldOnceByOneMeasure() {
        assertThat(visitor.read("/advice"))
                .satisfies(inOrder(
                        "An assumption leads there soonest:", "if “Label of power.contract” were Choice INDEXED"))
                .contains("the nearest come first, in percent of the present value")
                .doesNotContain("What would lead to");

        visitor.follow("/questions/power", "power.contract", "FIXED");

        assertThat(visitor.read("/advice"))
                .doesNotContain("leads there:")
                .satisfies(inOrder(
                        "What would lead to “Title of HOLD”",
                        "The fewest and smallest changes that lead there, each measured by the spread",
                        ">If “Label of market.btcPriceUsd” were USD\u00a0120,000",
                        "now: USD\u00a090,000/BTC; the market, or the other party, decides",
                        ">and if “Label of mining.poolFeePercent” were 3%",
                        "assumed: 1%; the company can do this"));

        visitor.follow("/questions/mining", "mining.poolFeePercent", "3");

        assertThat(visitor.read("/advice"))
                .satisfies(inOrder(
                        "Nearest change that leads there:", "if “Label of market.btcPriceUsd” were USD\u00a0120,000"))
                .doesNotContain("What would lead to");
    }

    @Test
    void anAssumedValueThatTurnsTheAdviceWhenItIsStatedHasWordsOfItsOwn() {
        Flip stated = new Flip(
                "mining.poolFeePercent",
                new Answer.Number(1),
                new Answer.Number(1),
                Flip.Direction.UP,
                Strategy.HOLD,
                0.0,
                0.0,
                Controllability.COMPANY,
                true,
                null,
                0);
        Map<String, Object> model = new HashMap<>(visitor.model("/advice"));
        model.put("flips", FlipSummary.of(Strategy.AI_HOSTING, List.of(stated), Strategy.HOLD));
        model.remove("questionnaireSession");

        assertThat(drawn("change", Language.EN, model))
                .contains("If the assumed value of “Label of mining.poolFeePercent”, 1%, were given as an answer")
                .doesNotContain(">0%,");
    }

    @Test
    void aReportedCashCostIsToldWhereItsPartsAreChanged() {
        String told = "The cash cost is the reported figure that you gave";
        assertThat(visitor.read("/advice")).doesNotContain(told);

        visitor.follow("/questions/mining", "mining.reportedCashCostPerBtcUsd", "60000");
        visitor.follow("/questions/power", "power.contract", "FIXED");

        assertThat(visitor.read("/advice"))
                .satisfies(
                        inOrder("id=\"change\"", told, "What would lead to", "id=\"map\"", told, "id=\"costs\"", told));
        visitor.follow("/advice/map", "x", "market.btcPriceUsd", "y", "treasury.cashUsd");
        assertThat(visitor.read("/advice").split(told)).hasSize(3);
    }

    @Test
    void theMapMarksWhereTheCompanyStands() {
        assertThat(visitor.read("/advice"))
                .contains("Label of market.btcPriceUsd across, Label of power.priceUsdPerKwh down")
                .containsPattern(
                        "<td class=\"strategy-ai-hosting own\"><abbr\\s+title=\"Title of AI_HOSTING\">A</abbr><span class=\"unseen\"\\s*>, your company")
                .containsPattern("<th scope=\"row\" class=\"own\">0.05</th>")
                .containsPattern("<th scope=\"col\" class=\"own\"><span>90K</span>");
    }

    @Test
    void theAxesOfTheMapAreChosen() {
        assertThat(visitor.follow("/advice/map", "x", "power.energizedMw", "y", "treasury.cashUsd"))
                .isEqualTo("/advice#map");
        assertThat(visitor.read("/advice"))
                .contains("Label of power.energizedMw across, Label of treasury.cashUsd down");

        visitor.follow("/advice/map", "x", "power.contract", "y", "nothing");
        assertThat(visitor.read("/advice")).contains("Label of power.energizedMw across");
    }

    @Test
    void aValueIsTriedBesideTheAdviceAndNotSaved() {
        assertThat(visitor.follow("/advice/what-if/question", "question", POWER))
                .isEqualTo("/advice#what-if");
        assertThat(visitor.read("/advice")).containsPattern("id=\"" + POWER + "\"[^>]* value=\"0.05\"");

        assertThat(visitor.follow("/advice/what-if", "question", POWER, POWER, "0.03"))
                .isEqualTo("/advice#what-if");

        assertThat(visitor.read("/advice"))
                .contains("This is a trial; nothing is saved.", "The advice stays “Title of AI_HOSTING”.")
                .satisfies(inOrder("As it is", "Tried", "USD\u00a00.05/kWh", "USD\u00a00.03/kWh", "Cash cost"));
        assertThat(visitor.read("/questions/power")).contains("value=\"0.05\"");
    }

    @Test
    void aTrialIsKeptOrDiscardedOrTakenBack() {
        visitor.follow("/advice/what-if", "question", POWER, POWER, "0.03");
        visitor.follow("/advice/what-if/undo", "question", POWER);
        assertThat(visitor.read("/advice")).doesNotContain("This is a trial");

        visitor.follow("/advice/what-if", "question", POWER, POWER, "0.03");
        visitor.follow("/advice/what-if/discard");
        assertThat(visitor.read("/advice")).doesNotContain("This is a trial");

        visitor.follow("/advice/what-if", "question", POWER, POWER, "0.03");
        assertThat(visitor.follow("/advice/what-if/keep")).isEqualTo("/advice");
        assertThat(visitor.read("/advice")).doesNotContain("This is a trial");
        assertThat(visitor.company().answers().byId()).containsEntry(POWER, new Answer.Number(0.03));
        assertThat(visitor.read("/questions/power")).contains("value=\"0.03\"");
    }

    @Test
    void aMistakeInATrialIsShownBesideItsField() {
        MvcTestResult result = visitor.send("/advice/what-if", "question", POWER, POWER, "lots");

        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(PageVisitor.html(result)).contains("value=\"lots\"", "cannot be read as a number", "Host some.");
    }

    @Test
    void aTrialWithoutAVisitBeginsAtTheBeginning() {
        PageVisitor nobody = new PageVisitor(http, "fr");
        assertThat(nobody.follow("/advice/what-if", "question", POWER, POWER, "0.03"))
                .isEqualTo("/");
        assertThat(nobody.follow("/advice/map", "x", POWER, "y", "treasury.cashUsd"))
                .isEqualTo("/");
        assertThat(nobody.send("/advice/what-if/question", "question", "nothing"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void frenchReadersReadTurnsInFrench() {
        PageVisitor reader = new PageVisitor(http, "fr");
        reader.follow("/questions/power", POWER, "0,05");
        assertThat(reader.read("/advice"))
                .satisfies(inOrder("Ce que peuvent faire le marché ou l’État", "passait à 86\u202f790"));
    }
}
