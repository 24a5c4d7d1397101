package org.hashwise.rulebook.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Warning;
import org.hashwise.advice.Warning.Code;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.language.Thresholds;
import org.junit.jupiter.api.Test;

class WarningsTests {

    @Test
    void anOldMarketIsSaidWithItsAge() {
        LocalDate later = SmallRules.MARKET_DAY.plusDays(400);

        assertThat(of(Code.MARKET_STALE, new SampleCompany().on(later)))
                .singleElement()
                .satisfies(warning -> assertThat(warning.arguments()).containsExactly(SmallRules.MARKET_DAY, 400L));
        assertThat(of(Code.MARKET_STALE, new SampleCompany().today())).isEmpty();
    }

    @Test
    void anOldMarketDoesNotMatterWhenItsDecisiveFiguresAreGiven() {
        Situation company = new SampleCompany()
                .with("market.btcPriceUsd", 100_000)
                .with("market.networkHashrateEh", 1_000)
                .on(SmallRules.MARKET_DAY.plusDays(400));

        assertThat(of(Code.MARKET_STALE, company)).isEmpty();
    }

    @Test
    void fewAnswersAreCounted() {
        Situation company = new SampleCompany()
                .with("market.btcPriceUsd", 100_000)
                .with("mining.hashrateEh", 5)
                .today();

        assertThat(of(Code.MOSTLY_ASSUMED, company))
                .singleElement()
                .satisfies(warning -> assertThat(warning.arguments().get(0)).isEqualTo(2));
    }

    @Test
    void answersThatDoNotFitEachOtherAreNamed() {
        SampleCompany company =
                new SampleCompany().with("treasury.debtUsd", 1_000).with("treasury.debtDueIn12MonthsUsd", 2_000);

        assertThat(of(Code.ANSWERS_CONTRADICT, company.today()))
                .singleElement()
                .satisfies(warning -> assertThat(warning.id()).isEqualTo("treasury.debtDueIn12MonthsUsd"));
        assertThat(of(
                        Code.ANSWERS_CONTRADICT,
                        company.with("treasury.debtUsd", 2_000).today()))
                .isEmpty();
    }

    @Test
    void anEstimateContradictsNobody() {
        Situation company =
                new SampleCompany().with("treasury.debtDueIn12MonthsUsd", 9e11).today();

        assertThat(of(Code.ANSWERS_CONTRADICT, company)).isEmpty();
    }

    @Test
    void placesWithoutARowAreNamedWithWhatWasUsedInstead() {
        Situation company = new SampleCompany()
                .with(
                        "regulation.jurisdictions",
                        new Answer.Shares(new TreeMap<>(Map.of("AQ", 50.0, "NO-03", 30.0, "US-NY", 20.0))))
                .today();

        assertThat(of(Code.JURISDICTION_NOT_GRADED, company))
                .map(Warning::arguments)
                .containsExactly(List.of("AQ", 50.0));
        assertThat(of(Code.JURISDICTION_GRADED_AS_COUNTRY, company))
                .map(Warning::arguments)
                .containsExactly(List.of("NO-03", "NO"));
    }

    @Test
    void aThresholdPastItsReviewIsNamedWhenItMattered() {
        SampleCompany company = new SampleCompany()
                .with("power.largestSiteMw", 9_000)
                .with("power.interconnection", new Answer.Choice("FIRM"));
        LocalDate review =
                ShippedRules.rulebook().parameters().get("largeSiteMw").reviewBy();

        assertThat(of(Code.THRESHOLD_REVIEW_DUE, company.on(review.plusDays(1))))
                .map(Warning::id)
                .contains("threshold.largeSiteMw");
        assertThat(of(Code.THRESHOLD_REVIEW_DUE, company.on(review)))
                .map(Warning::id)
                .doesNotContain("threshold.largeSiteMw");
    }

    private static List<Warning> of(Code code, Situation company) {
        Rulebook rulebook = ShippedRules.rulebook();
        Findings findings = ShippedRules.engine().evaluate(company);
        return new Warnings(rulebook.questionnaire(), rulebook.parameters(), Thresholds::in, true)
                .of(company, findings, Ranking.of(findings)).stream()
                        .filter(warning -> warning.code() == code)
                        .toList();
    }
}
