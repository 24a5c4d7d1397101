package org.hashwise.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.junit.jupiter.api.Test;

class SamplerTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final MarketSnapshot MARKET = RULEBOOK.markets().newest().orElseThrow();
    private static final int COMPANIES = 2_000;
    private static final Answer NOBODY = new Answer.Choice("NONE");

    @Test
    void sameSeedAndNumberGiveTheSameCompany() {
        assertThat(sampler(Answers.none(), 7).company(3).answers())
                .isEqualTo(sampler(Answers.none(), 7).company(3).answers())
                .isNotEqualTo(sampler(Answers.none(), 7).company(4).answers())
                .isNotEqualTo(sampler(Answers.none(), 8).company(3).answers());
    }

    @Test
    void everyDrawnValueIsAnAcceptedAnswer() {
        Sampler sampler = sampler(Answers.none(), 1);
        for (int number = 0; number < COMPANIES; number++) {
            Situation company = sampler.company(number);
            for (Question question : RULEBOOK.questionnaire().questions()) {
                if (question.kind().isNumeric() && company.isAnswered(question.id())) {
                    assertThat(company.number(question.id()))
                            .as(question.id())
                            .isBetween(question.min(), question.max());
                }
            }
        }
    }

    @Test
    void whatWasAnsweredStays() {
        Answers given = Answers.of(Map.of("power.priceUsdPerKwh", new Answer.Number(0.123)));
        assertThat(IntStream.range(0, 50)
                        .mapToDouble(n -> sampler(given, 1).company(n).number("power.priceUsdPerKwh")))
                .containsOnly(0.123);
    }

    @Test
    void answeringOneQuestionLeavesTheRandomNumbersOfTheOthers() {
        Answers given = Answers.of(Map.of("power.priceUsdPerKwh", new Answer.Number(0.123)));
        Answers with = sampler(given, 1).company(5).answers();
        Answers without = sampler(Answers.none(), 1).company(5).answers();
        assertThat(with.without("power.priceUsdPerKwh")).isEqualTo(without.without("power.priceUsdPerKwh"));
    }

    @Test
    void halfOfTheCompaniesLieBelowTheLikelyValue() {
        Sampler sampler = sampler(Answers.none(), 1);
        long below = IntStream.range(0, COMPANIES)
                .filter(n -> sampler.company(n).number("mining.fleetEfficiencyJPerTh") < 21)
                .count();
        assertThat(below).isBetween(COMPANIES * 45 / 100L, COMPANIES * 55 / 100L);
    }

    @Test
    void estimatesFollowTheAnswersThatTheyDependOn() {
        Answers small = Answers.of(Map.of("power.energizedMw", new Answer.Number(10)));
        Answers large = Answers.of(Map.of("power.energizedMw", new Answer.Number(1000)));
        assertThat(sampler(large, 1).company(9).number("mining.hashrateEh"))
                .isCloseTo(
                        100 * sampler(small, 1).company(9).number("mining.hashrateEh"),
                        org.assertj.core.data.Percentage.withPercentage(0.001));
    }

    @Test
    void weightsFollowTheAnswerThatTheyDependOn() {
        Sampler hosted = sampler(Answers.of(Map.of("power.siteControl", new Answer.Choice("HOSTED_BY_OTHERS"))), 1);
        Sampler owners = sampler(Answers.of(Map.of("power.siteControl", new Answer.Choice("OWNED"))), 1);
        assertThat(tenants(hosted)).isLessThan(tenants(owners) / 2);

        Sampler anybody = sampler(Answers.none(), 1);
        assertThat(IntStream.range(0, COMPANIES)
                        .mapToObj(anybody::company)
                        .filter(company -> company.answers()
                                .byId()
                                .get("hosting.tenantStage")
                                .equals(NOBODY)))
                .isNotEmpty()
                .allSatisfy(
                        company -> assertThat(company.answers().byId()).containsEntry("hosting.tenantCredit", NOBODY));
    }

    private static long tenants(Sampler sampler) {
        return IntStream.range(0, COMPANIES)
                .mapToObj(number -> sampler.company(number).answers().byId().get("hosting.tenantStage"))
                .filter(stage -> !NOBODY.equals(stage))
                .count();
    }

    @Test
    void aRoughAnswerStaysWithinItsRange() {
        Sampler sampler = new Sampler(
                RULEBOOK.questionnaire(),
                MARKET,
                RULEBOOK.jurisdictions(),
                MARKET.asOf(),
                Answers.none(),
                Map.of("power.priceUsdPerKwh", new Distribution.Range(0.04, 0.05, 0.06)),
                1);
        assertThat(IntStream.range(0, COMPANIES)
                        .mapToDouble(n -> sampler.company(n).number("power.priceUsdPerKwh"))
                        .summaryStatistics())
                .satisfies(prices -> {
                    assertThat(prices.getMin()).isGreaterThanOrEqualTo(0.04);
                    assertThat(prices.getMax()).isLessThanOrEqualTo(0.06);
                });
    }

    @Test
    void inTheWidePopulationAnswersAreUniformAndIndependent() {
        Situation unknown =
                Situation.of(RULEBOOK.questionnaire(), Answers.none(), MARKET, RULEBOOK.jurisdictions(), MARKET.asOf());
        Sampler sampler = new Sampler(unknown, Map.of(), Set.of(), Population.WIDE, 1);
        Question tenant =
                RULEBOOK.questionnaire().question("hosting.tenantStage").orElseThrow();
        for (Question.AnswerOption choice : tenant.choices()) {
            for (String control : List.of("OWNED", "HOSTED_BY_OTHERS")) {
                List<Situation> companies = IntStream.range(0, COMPANIES)
                        .mapToObj(sampler::company)
                        .filter(company -> company.choice("power.siteControl").equals(control))
                        .toList();
                assertThat(companies.stream()
                                .filter(company ->
                                        company.choice("hosting.tenantStage").equals(choice.value()))
                                .count())
                        .as(choice.value() + " at " + control)
                        .isBetween(companies.size() * 19L / 100, companies.size() * 31L / 100);
            }
        }
        Distribution.Range price = (Distribution.Range) RULEBOOK.questionnaire()
                .question("power.priceUsdPerKwh")
                .orElseThrow()
                .spread();
        double middle = (price.low() + price.high()) / 2;
        assertThat(IntStream.range(0, COMPANIES)
                        .filter(n -> sampler.company(n).number("power.priceUsdPerKwh") < middle)
                        .count())
                .isBetween(COMPANIES * 45 / 100L, COMPANIES * 55 / 100L);
    }

    @Test
    void whatIsAssumedIsNotDrawn() {
        Situation known = Situation.of(
                RULEBOOK.questionnaire(),
                Answers.of(Map.of("mining.hashrateEh", new Answer.Number(8))),
                MARKET,
                RULEBOOK.jurisdictions(),
                MARKET.asOf());
        for (Population population : Population.values()) {
            Sampler sampler = new Sampler(known, Map.of(), Set.of("treasury.cashUsd"), population, 1);
            assertThat(IntStream.range(0, 50)
                            .mapToDouble(n -> sampler.company(n).number("treasury.cashUsd")))
                    .containsOnly(known.number("treasury.cashUsd"));
        }
    }

    @Test
    void weightsOfChoicesAreKept() {
        Sampler sampler = sampler(Answers.none(), 1);
        long listed = IntStream.range(0, COMPANIES)
                .filter(n -> sampler.company(n).yes("company.listed"))
                .count();
        assertThat(listed).isBetween(COMPANIES * 76 / 100L, COMPANIES * 84 / 100L);
    }

    private static Sampler sampler(Answers given, long seed) {
        return new Sampler(
                RULEBOOK.questionnaire(), MARKET, RULEBOOK.jurisdictions(), MARKET.asOf(), given, Map.of(), seed);
    }
}
