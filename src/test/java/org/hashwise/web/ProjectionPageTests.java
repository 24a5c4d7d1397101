package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.Projections.MarketScenario;
import org.hashwise.projection.Projection;
import org.hashwise.projection.Quantiles;
import org.hashwise.questionnaire.Language;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** The section of the advice page on the months to come. */
class ProjectionPageTests extends PageSlice {

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
                .contains(
                        "USD, from the market alone. P10: one path in ten is lower;", "<td class=\"number\">3.0M</td>")
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
                .containsPattern("y=\"14\">100%</text>(?s:.*?)>75%</text>\\s*<text x=\"0\" y=\"[0-9.]+\">50%</text>")
                .containsPattern("points=\"[^\"]*12,100.00\"");
    }

    @Test
    void theCalibratedRangeIsTheOuterBandAndSaysHowOftenItHeldWhatHappened() {
        String section = overTime("en");
        assertThat(section)
                .contains("in our casebook 13 of 17 figures of liquid funds and 16 of 19 of coins held")
                .contains("is from the market alone, for a company that decides nothing new; 12 of 17 and 10 of 19")
                .contains("Calibrated range: about four in five later figures lay in it (13 of 17 in our casebook)")
                .contains("Calibrated range: about four in five later figures lay in it (16 of 19 in our casebook)")
                .contains("From the market alone: four paths in five (12 of 17 lay in it)")
                .contains("From the market alone: four paths in five (10 of 19 lay in it)")
                .contains(
                        "Calibrated range in month\u00a012: from USD\u00a02\u00a0million to USD\u00a08\u00a0million.",
                        "From the market alone in month\u00a012: from USD\u00a03\u00a0million to USD\u00a07\u00a0million on four paths"
                                + " in five, median USD\u00a05\u00a0million.")
                .contains(
                        "17 later figures of liquid funds from 14 companies and 19 of coins held from 15, up to 18\u00a0months")
                .contains("by 25% of its width for liquid funds and 50% for coins")
                .containsPattern("Calibrated range: about four in five later figures lay between low and high.[^§]*"
                        + "<th scope=\"row\">12</th>\\s*<td class=\"number\">2.0M</td>\\s*<td class=\"number\">5.0M</td>\\s*"
                        + "<td class=\"number\">8.0M</td>");
        assertThat(section.split("<polygon class=\"calibrated\" points=\"0,", -1))
                .hasSize(1 + 4);
        assertThat(section.split("<polygon class=\"calibrated\" points=\"1,1", -1))
                .as("samples")
                .hasSize(1 + 4);
        assertThat(overTime("fr"))
                .contains(
                        "dans notre recueil de cas, 13 valeurs de liquidités sur 17 et 16 valeurs de bitcoins détenus sur 19")
                .contains(
                        "environ quatre valeurs ultérieures sur cinq s’y trouvaient (13 sur 17 dans notre recueil de cas)")
                .contains("quatre trajectoires sur cinq (10 sur 19 s’y trouvaient)")
                .contains("de 25\u202f% de sa largeur pour les liquidités et de 50\u202f% pour les bitcoins");
    }

    @Test
    void scenariosHaveNoCalibratedRangeAndSaySo() {
        assertThat(overTime("en", MarketScenario.ADVERSE))
                .contains("Scenarios have no calibrated range")
                .contains(
                        "<span>From the market alone: four paths in five</span>",
                        "<polygon class=\"outer\" points=\"0,")
                .doesNotContain("class=\"calibrated\"", "Calibrated range", "later figures lay");
    }

    @Test
    void anEditionWithoutACalibrationShowsTheBandOfTheMarketAloneAndSaysSo() {
        Projection none = SampleProjection.of(MarketScenario.NEUTRAL).calibrated(null);

        assertThat(overTime("en", MarketScenario.NEUTRAL, none))
                .contains("This edition of the rules has no calibrated range")
                .contains(
                        "<span>From the market alone: four paths in five</span>",
                        "<polygon class=\"outer\" points=\"0,")
                .doesNotContain("class=\"calibrated\"", "Calibrated range", "later figures lay");
        assertThat(overTime("fr", MarketScenario.NEUTRAL, none))
                .contains("Cette édition des règles n’a pas de plage calibrée");
    }

    @Test
    void theBandOfTheMarketLiesWithinTheCalibratedRangeWhichBeginsAtTheFigureOfToday() {
        List<Quantiles> quantiles = List.of(new Quantiles(0, 50, 50, 50, 50, 50), new Quantiles(1, 30, 40, 50, 60, 70));

        ProjectionView.Fan fan = ProjectionView.Fan.of(
                Strategy.HOLD,
                "coins",
                "treasury.btcHeld",
                quantiles,
                List.of(),
                SampleProjection.CALIBRATION.btcHeld());

        assertThat(fan.top()).isEqualTo(90);
        assertThat(fan.calibrated()).isEqualTo("0,44.44 1,0.00 1,88.89 0,44.44");
        assertThat(fan.outer()).isEqualTo("0,44.44 1,22.22 1,66.67 0,44.44");
    }

    @Test
    void whatIsNotCalibratedIsSaidToRestOnTheMarketAlone() {
        assertThat(overTime("en"))
                .contains(
                        "How long the money lasts, forced sales and what to watch are counted on paths of the market alone");
        assertThat(overTime("fr"))
                .contains(
                        "les ventes forcées et les seuils à surveiller sont comptés sur des trajectoires du seul marché");
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
        assertThat(shown(visitor).scenario()).isEqualTo(MarketScenario.ADVERSE);

        assertThat(visitor.send("/advice/scenario", "scenario", "CRASH")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void forwardQuotesAreTypedByMonthAndWhatLiesBetweenIsFilledIn() {
        PageVisitor visitor = visitor("fr");
        visitor.follow("/advice/scenario", "scenario", "FORWARD", "quote", "30,5", "quote", "", "quote", "33,5");

        assertThat(visitor.read("/advice")).contains("Selon des cotations à terme", "value=\"33,5\"");
        assertThat(shown(visitor).scenario()).isEqualTo(MarketScenario.FORWARD);
        assertThat(shown(visitor).quotes().prices(0)).containsExactly(30.5, 32.0, 33.5);
    }

    @Test
    void quotesThatAreMissingOrUnreadableAreSaidToBe() {
        PageVisitor visitor = visitor("en");
        visitor.follow("/advice/scenario", "scenario", "FORWARD", "quote", "", "quote", "cheap");

        assertThat(visitor.read("/advice"))
                .contains("Give at least one quote", "could not be read", "aria-invalid=\"true\"");
        assertThat(shown(visitor).quotes().prices(0)).isEmpty();
    }

    private PageVisitor visitor(String language) {
        PageVisitor visitor = new PageVisitor(http, language);
        visitor.follow("/questions/mining", "mining.hashrateEh", "12.8");
        return visitor;
    }

    /** The projection that the advice page of a visitor shows. */
    private static ProjectionView shown(PageVisitor visitor) {
        return (ProjectionView) visitor.model("/advice").get("projection");
    }

    /** The section as it draws the sample. */
    private String overTime(String language) {
        return overTime(language, MarketScenario.NEUTRAL);
    }

    private String overTime(String language, MarketScenario scenario) {
        return overTime(language, scenario, SampleProjection.of(scenario));
    }

    private String overTime(String language, MarketScenario scenario, Projection projection) {
        Language readers = Language.ofCode(language).orElseThrow();
        return drawn(
                "projection",
                readers,
                Map.of(
                        "projection",
                        ProjectionView.of(
                                projection,
                                scenario,
                                ForwardQuotes.of(List.of(), readers),
                                Strategy.AI_HOSTING,
                                Strategy.HOLD)));
    }
}
