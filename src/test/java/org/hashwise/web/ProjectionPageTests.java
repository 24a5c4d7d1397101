package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashwise.consultation.Projections.MarketScenario;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/** The section of the advice page on the months to come. */
class ProjectionPageTests extends PageSlice {

    @Autowired
    private PageProjections projections;

    @Test
    void itSaysHowLongTheMoneyLastsAndWhatBreaksFirst() {
        assertThat(overTime("en"))
                .contains("With “Title of AI_HOSTING”, the money lasts 12\u00a0months on every path.")
                .contains(
                        "With “Title of HOLD”, one path in ten is out of money by month\u00a05, and none before month\u00a03.")
                .contains("“Title of AI_HOSTING” ends with more liquid funds than “Title of HOLD” on 69% of the paths.")
                .contains("“Title of HOLD” forces the company to sell coins on 34% of the paths")
                .contains("34%, typically in month\u00a05", "debt that falls due (50%)", "12\u00a0months or more")
                .contains("known to about ±1.1%");
        assertThat(overTime("fr"))
                .contains(
                        "une trajectoire sur dix est à court d’argent au mois\u00a05, et aucune avant le mois\u00a03.")
                .contains("dette arrivant à échéance (50\u202f%)");
    }

    @Test
    void eachChartHasItsTableAndMarks() {
        String section = overTime("en");

        assertThat(section.split("<svg class=\"chart over", -1)).hasSize(1 + 5);
        assertThat(section.split("<details>", -1)).hasSize(1 + 5);
        assertThat(section)
                .contains("id=\"liquidity-ai-hosting-title\"", "id=\"coins-hold-title\"")
                .contains("USD. P10: one path in ten is lower;", "<td class=\"number\">3.0M</td>")
                .contains("1: debt falls due, month\u00a08", "2: first rent as planned, month\u00a08")
                .contains("3: first rent on nine paths in ten, month\u00a011")
                .contains(">1, 2</text>");
    }

    @Test
    void chartsHaveTheMarksOfTheirStrategyWithAKeyAndTheValueAtTheirTop() {
        String section = overTime("en");

        assertThat(section.split("debt falls due, month", -1)).hasSize(1 + 5);
        assertThat(section.split("first rent as planned", -1)).hasSize(1 + 3);
        assertThat(section).contains("top: USD\u00a010\u00a0million").contains(">75%</text>");
    }

    @Test
    void theChartOfSurvivalBeginsWhereThatOfTheMemoDoes() {
        assertThat(overTime("en"))
                .contains("100% at the top, 50% at the bottom")
                .containsPattern("points=\"[^\"]*12,100.00\"");
    }

    @Test
    void theCalibratedRangeIsDrawnAndSaysHowOftenItHeldWhatHappened() {
        String section = overTime("en");
        assertThat(section)
                .contains(
                        "Of 17 later figures of liquid funds in our casebook, 12 were within the band and 13 within the")
                .contains("of 19 of coins held, 10 and 16")
                .contains(
                        "17 later figures of liquid funds from 14 companies and 19 of coins held from 15, up to 18\u00a0months")
                .contains("by 25% of its width for liquid funds and 50% for coins")
                .contains("Dashed: the calibrated range, with what companies decide meanwhile.")
                .contains(
                        "<span>Calibrated range</span>",
                        "<td class=\"number\">2.0M</td>",
                        "<td class=\"number\">8.0M</td>");
        assertThat(section.split("class=\"edge\"", -1)).hasSize(1 + 2 * 4);
        assertThat(overTime("fr"))
                .contains(
                        "Sur 17 valeurs ultérieures de liquidités de notre recueil de cas, 12 se trouvaient dans la bande")
                .contains("de 25\u202f% de sa largeur pour les liquidités et de 50\u202f% pour les bitcoins");
    }

    @Test
    void scenariosHaveNoCalibratedRangeAndSaySo() {
        PageVisitor visitor = visitor("en");
        visitor.follow("/advice/scenario", "scenario", "ADVERSE");

        assertThat(visitor.read("/advice"))
                .contains("Scenarios have no calibrated range")
                .doesNotContain("class=\"edge\"", "<span>Calibrated range</span>", "Dashed:");
    }

    @Test
    void triggersSayHowLikelyTheyAreAndHowMuchTimeIsLeft() {
        assertThat(overTime("en"))
                .contains("at or below USD\u00a059,800/BTC for 2\u00a0months")
                .contains("On 18% of the paths: in month\u00a03 at the earliest, typically in month\u00a07.")
                .contains(
                        "Where the company keeps mining and then misses a payment, it does so 4\u00a0months later (median).",
                        "after a return to USD\u00a062,800/BTC")
                .contains("On a path that ends with little money (P10): “Title of RESTRUCTURE” in month\u00a06")
                .contains("On a path that ends with much money (P90): “Title of AI_HOSTING” throughout");
    }

    @Test
    void aScenarioIsChosenByAFormAndStays() {
        PageVisitor visitor = visitor("en");
        assertThat(visitor.follow("/advice/scenario", "scenario", "ADVERSE")).contains("#over-time");

        assertThat(visitor.read("/advice")).contains("The four strategies · Bitcoin −30% at once, no new money");
        assertThat(projections.last()).isEqualTo(MarketScenario.ADVERSE);

        assertThat(visitor.send("/advice/scenario", "scenario", "CRASH")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void forwardQuotesAreTypedByMonthAndWhatLiesBetweenIsFilledIn() {
        PageVisitor visitor = visitor("fr");
        visitor.follow("/advice/scenario", "scenario", "FORWARD", "quote", "30,5", "quote", "", "quote", "33,5");

        assertThat(visitor.read("/advice")).contains("Selon des cotations à terme", "value=\"33,5\"");
        assertThat(projections.last()).isEqualTo(MarketScenario.FORWARD);
        assertThat(projections.lastQuotes()).containsExactly(30.5, 32.0, 33.5);
    }

    @Test
    void quotesThatAreMissingOrUnreadableAreSaidToBe() {
        PageVisitor visitor = visitor("en");
        visitor.follow("/advice/scenario", "scenario", "FORWARD", "quote", "", "quote", "cheap");

        assertThat(visitor.read("/advice"))
                .contains("Give at least one quote", "could not be read", "aria-invalid=\"true\"");
        assertThat(projections.lastQuotes()).isEmpty();
    }

    private PageVisitor visitor(String language) {
        PageVisitor visitor = new PageVisitor(http, language);
        visitor.follow("/questions/mining", "mining.hashrateEh", "12.8");
        return visitor;
    }

    private String overTime(String language) {
        String page = visitor(language).read("/advice");
        int start = page.indexOf("id=\"over-time\"");
        assertThat(start).isPositive();
        return page.substring(start, page.indexOf("</section>", start));
    }
}
