package org.hashwise.web;

import static org.hashwise.questionnaire.SampleQuestions.question;
import static org.hashwise.questionnaire.SampleQuestions.section;
import static org.hashwise.questionnaire.SampleQuestions.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typical;

/** Every question that a metric reads, and one of each kind; their words are their ids in both languages. */
final class PageQuestions {

    private static final double MOST = 1e12;

    private PageQuestions() {}

    static Questionnaire all() {
        return new Questionnaire(List.of(
                section("company", yes("company.listed")),
                section(
                        "market",
                        market("market.btcPriceUsd", "USD/BTC"),
                        market("market.networkHashrateEh", "EH/s"),
                        market("market.blockSubsidyBtc", "BTC"),
                        market("market.transactionFeePercent", "%"),
                        computed("market.hashpriceUsdPerPhDay", "USD/PH/day")),
                section(
                        "mining",
                        number("mining.hashrateEh", "EH/s", 500, 10),
                        number("mining.fleetEfficiencyJPerTh", "J/TH", 150, 21),
                        number("mining.poolFeePercent", "%", 10, 1),
                        number("mining.siteOverheadPercent", "%", 60, 8),
                        number("mining.cashOverheadUsdPerMonth", "USD", MOST, 3_400_000),
                        number("mining.nonCashCostUsdPerMonth", "USD", MOST, 9_900_000),
                        computed("mining.reportedCashCostPerBtcUsd", "USD/BTC"),
                        computed("mining.reportedAllInCostPerBtcUsd", "USD/BTC")),
                section(
                        "power",
                        number("power.energizedMw", "MW", 10_000, 227),
                        number("power.largestSiteMw", "MW", 10_000, 91),
                        number("power.pipelineMw", "MW", 50_000, 0),
                        number("power.priceUsdPerKwh", "USD/kWh", 1, 0.05),
                        choice("power.contract", "FIXED", "INDEXED"),
                        choice("power.interconnection", "FIRM", "INTERRUPTIBLE"),
                        choice("power.siteControl", "OWNED", "LEASED"),
                        number("power.demandResponseUsdPerYear", "USD", MOST, 0)),
                section(
                        "hosting",
                        choice("hosting.tenantStage", "NONE", "SIGNED"),
                        number("hosting.contractedMw", "MW", 10_000, 0),
                        number("hosting.leaseUsdPerKwMonth", "USD/kW/month", 2_000, 135),
                        number("hosting.contractYears", "years", 40, 10),
                        number("hosting.capexUsdPerMw", "USD/MW", MOST, 9_000_000),
                        number("hosting.fundedCapexPercent", "%", 100, 0)),
                section("site", number("site.conversionMonths", "months", 120, 15)),
                section("board", number("board.horizonMonths", "months", 120, 24)),
                section("regulation", places(), number("regulation.pendingTaxUsdPerKwh", "USD/kWh", 1, 0)),
                section(
                        "treasury",
                        number("treasury.cashUsd", "USD", MOST, 20_000_000),
                        number("treasury.btcHeld", "BTC", 21_000_000, 1_000),
                        number("treasury.pledgedPercent", "%", 100, 10),
                        number("treasury.averageBtcCostUsd", "USD/BTC", MOST, 60_000),
                        number("treasury.debtUsd", "USD", MOST, 50_000_000),
                        number("treasury.debtDueIn12MonthsUsd", "USD", MOST, 10_000_000),
                        number("treasury.debtDueInMonths", "months", 12, 6),
                        computed("treasury.monthlyCashBurnUsd", "USD"),
                        number("treasury.marketCapUsd", "USD", MOST, 180_000_000))));
    }

    private static Question number(String id, String unit, double max, double typical) {
        return question(id, Kind.NUMBER, unit, 0, max, new Typical.Fixed(new Answer.Number(typical)));
    }

    private static Question market(String id, String unit) {
        return question(id, Kind.NUMBER, unit, 0, MOST, new Typical.FromMarket());
    }

    private static Question computed(String id, String unit) {
        return question(id, Kind.MONEY, unit, -MOST, MOST, new Typical.Computed());
    }

    private static Question yes(String id) {
        return question(id, Kind.YESNO, "", 0, 0, new Typical.Fixed(new Answer.YesNo(true)));
    }

    private static Question choice(String id, String typical, String other) {
        return question(
                id,
                Kind.CHOICE,
                "",
                0,
                0,
                new Typical.Fixed(new Answer.Choice(typical)),
                new Question.AnswerOption(typical, text("Choice " + typical)),
                new Question.AnswerOption(other, text("Choice " + other)));
    }

    private static Question places() {
        return question(
                "regulation.jurisdictions",
                Kind.SHARES,
                "%",
                0,
                100,
                new Typical.Fixed(new Answer.Shares(new TreeMap<>(Map.of("US-TX", 100.0)))));
    }
}
