package org.hashwise.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.laws.RandomMiners.RULEBOOK;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Language;

/** Laws that no edit of the policy may break. */
@Domain(RandomMiners.class)
@Domain(DomainContext.Global.class)
class PolicyLawTests {

    /** Steps of a walk through the values of one question. */
    private static final int STEPS = 30;

    @Law
    void dearerPowerNeverImprovesHolding(
            @ForAll Situation company, @ForAll @DoubleRange(min = 0.05, max = 0.5) double dearest) {
        walk(Strategy.HOLD, -1, dearest, price -> RandomMiners.with(company, "power.priceUsdPerKwh", price));
    }

    /** A cost is given or left open, never assumed, so that both costs compared are answers. */
    @Law
    void aHigherReportedCostNeverImprovesHolding(
            @ForAll Situation company, @ForAll @DoubleRange(min = 0.5, max = 4) double timesThePrice) {
        double most = company.number("market.btcPriceUsd") * timesThePrice;
        walk(
                Strategy.HOLD,
                -1,
                most,
                cost -> RandomMiners.with(company, "mining.reportedAllInCostPerBtcUsd", Math.min(cost, 5_000_000)));
    }

    @Law
    void moreDepreciationNeverImprovesHolding(
            @ForAll Situation company, @ForAll @DoubleRange(min = 1e5, max = 1e8) double most) {
        walk(Strategy.HOLD, -1, most, cost -> RandomMiners.with(company, "mining.nonCashCostUsdPerMonth", cost));
    }

    @Law
    void moreOverheadNeverImprovesHolding(
            @ForAll Situation company, @ForAll @DoubleRange(min = 1e5, max = 5e7) double most) {
        walk(Strategy.HOLD, -1, most, cost -> RandomMiners.with(company, "mining.cashOverheadUsdPerMonth", cost));
    }

    @Law
    void moreDebtDueImprovesNothingButRestructuring(
            @ForAll Situation company,
            @ForAll @DoubleRange(min = 1e5, max = 5e8) double most,
            @ForAll @DoubleRange(min = 0, max = 12) double month) {
        Situation due = RandomMiners.with(company, "treasury.debtDueInMonths", month);
        for (Strategy strategy : Set.of(Strategy.HOLD, Strategy.AI_HOSTING, Strategy.DAT)) {
            walk(strategy, -1, most, debt -> RandomMiners.with(due, "treasury.debtDueIn12MonthsUsd", debt));
        }
    }

    @Law
    void moreCashWorsensNothingButRestructuring(
            @ForAll Situation company, @ForAll @DoubleRange(min = 1e5, max = 5e8) double most) {
        for (Strategy strategy : Set.of(Strategy.HOLD, Strategy.AI_HOSTING, Strategy.DAT)) {
            walk(strategy, 1, most, cash -> RandomMiners.with(company, "treasury.cashUsd", cash));
        }
    }

    /**
     * A market value of 0 stands for none, so that the walk starts above it: a company without any has no premium that
     * could be lower.
     */
    @Law
    void aHigherPremiumOverTheCoinsNeverWorsensTheTreasury(
            @ForAll Situation company, @ForAll @DoubleRange(min = 0.5, max = 8) double premium) {
        double coins = company.number("treasury.btcHeld") * company.number("market.btcPriceUsd");
        Assume.that(coins > 0);
        walk(
                Strategy.DAT,
                1,
                coins * premium,
                value -> RandomMiners.with(company, "treasury.marketCapUsd", Math.max(1, value)));
    }

    /** The lease binds the company also where it goes on mining or buys coins. */
    @Law
    void aSignedLeaseThatCannotBePaidIsInThePlanWhateverIsAdvised(
            @ForAll Situation company, @ForAll @DoubleRange(min = 50, max = 500) double contractedMw) {
        Situation bound = RandomMiners.with(company, "hosting.contractedMw", contractedMw);
        bound = RandomMiners.with(bound, "hosting.fundedCapexPercent", 0);
        bound = RandomMiners.with(bound, "treasury.cashUsd", 0);
        bound = RandomMiners.with(bound, "treasury.btcHeld", 0);
        bound = bound.with(position("hosting.tenantStage"), new Answer.Choice("SIGNED"));
        bound = bound.with(position("treasury.capitalAccess"), new Answer.Choice("CLOSED"));
        Assume.that(bound.metric(Metric.LIQUIDITY_AT_FIRST_RENT) < 0);

        Advice advice = RULEBOOK.advise(bound, Language.EN);

        assertThat(advice.plan())
                .as(advice.recommendation().strategy().name())
                .extracting(step -> step.rule().id())
                .contains("HOST-68");
    }

    private static int position(String question) {
        return RULEBOOK.questionnaire().position(question);
    }

    @Law
    void theStrengthsOfTheEvidenceAddUpToTheScores(@ForAll Situation company) {
        Advice advice = RULEBOOK.advise(company, Language.EN);
        for (RankedStrategy standing : advice.ranking()) {
            int sum = advice.evidence().stream()
                    .filter(evidence -> evidence.strategy() == standing.strategy())
                    .mapToInt(item -> item.direction() == Evidence.Direction.FOR ? item.strength() : -item.strength())
                    .sum();
            assertThat(standing.score()).as(standing.strategy().name()).isEqualTo(sum);
        }
    }

    @Law
    void everyMetricIsWithinItsBounds(@ForAll Situation company) {
        for (Metric metric : company.metrics()) {
            assertThat(company.metric(metric)).as(metric.id()).isBetween(metric.smallest(), metric.largest());
        }
    }

    @Law
    void adviceAndVerdictAreOneDecision(@ForAll Situation company) {
        Advice advice = RULEBOOK.advise(company, Language.FR);
        Verdict verdict = RULEBOOK.verdict(company);
        assertThat(advice.ranking()).isEqualTo(verdict.ranking());
        assertThat(advice.recommendation().strategy()).isEqualTo(verdict.strategy());
        assertThat(advice.recommendation().extent()).isEqualTo(verdict.extent());
        assertThat(advice.recommendation().combineWith()).isEqualTo(verdict.combineWith());
    }

    /** Neither the score may go the other way on any step, nor may a gate open, or close, that should not. */
    private static void walk(Strategy strategy, int direction, double last, DoubleFunction<Situation> companyAt) {
        RankedStrategy before = null;
        for (int step = 0; step <= STEPS; step++) {
            double value = last * step / STEPS;
            Situation company = companyAt.apply(value);
            RankedStrategy now = standing(company, strategy);
            if (before != null) {
                RankedStrategy better = direction > 0 ? now : before;
                RankedStrategy worse = direction > 0 ? before : now;
                boolean holds = better.score() >= worse.score() && (better.viable() || !worse.viable());
                assertThat(holds)
                        .as(() -> changes(companyAt.apply(value - last / STEPS), company))
                        .isTrue();
            }
            before = now;
        }
    }

    private static String changes(Situation before, Situation after) {
        Set<String> gone = rules(before);
        Set<String> come = rules(after);
        gone.removeAll(rules(after));
        come.removeAll(rules(before));
        return "gone " + gone + ", come " + come + " for " + after.answers();
    }

    private static Set<String> rules(Situation company) {
        Advice advice = RULEBOOK.advise(company, Language.EN);
        Set<String> rules = new TreeSet<>();
        advice.evidence()
                .forEach(item -> rules.add(item.rule().id() + item.strategy() + item.direction() + item.strength()));
        advice.gates().forEach(gate -> rules.add(gate.rule().id() + gate.blocks()));
        return rules;
    }

    // By the verdicts in bulk, which other tests hold against those of the engine.
    private static RankedStrategy standing(Situation company, Strategy strategy) {
        VerdictEvaluator evaluator = RULEBOOK.evaluator();
        evaluator.evaluate(company);
        return evaluator.verdict().standing(strategy);
    }
}
