package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.market.MarketSnapshot.Indicator;
import org.hashwise.market.Volatility;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Mover;
import org.junit.jupiter.api.Test;

/** The snapshots of the shipped rules up to November 2025, in which a coin costs 90,381 USD. */
class MarketAgeTests {

    private static final LocalDate MARKET_DAY = LocalDate.of(2025, 11, 30);
    private static final MarketHistory HISTORY = SampleCompanies.RULEBOOK.markets();

    private static final Flip NEAR = price(81_000);
    private static final Flip FAR = price(50_000);
    private static final Flip POWER = flip("power.priceUsdPerKwh", 0.05, 0.051);

    @Test
    void flipsOfMarketValuesWithinATypicalMoveAreCovered() {
        MarketAge age = MarketAge.of(company(90, Answers.none()), HISTORY, List.of(NEAR, POWER, FAR));

        assertThat(age.asOf()).isEqualTo(MARKET_DAY);
        assertThat(age.days()).isEqualTo(90);
        assertThat(age.moves())
                .extracting(MarketAge.TypicalMove::id)
                .containsExactly(MarketSnapshot.BTC_PRICE, MarketSnapshot.NETWORK_HASHRATE);
        assertThat(age.covered()).containsExactly(NEAR);
        assertThat(age.covers(NEAR)).isTrue();
        assertThat(age.covers(POWER)).isFalse();
    }

    @Test
    void theOlderTheValuesTheWiderTheMove() {
        double month = priceMove(30).high();

        assertThat(priceMove(120).high()).isGreaterThan(month);
        assertThat(MarketAge.of(company(2, Answers.none()), HISTORY, List.of(NEAR))
                        .covered())
                .isEmpty();
        assertThat(MarketAge.of(company(900, Answers.none()), HISTORY, List.of(FAR))
                        .covered())
                .containsExactly(FAR);
    }

    @Test
    void valuesOfTheDayAndThoseOfTheCompanyItselfDoNotMove() {
        assertThat(MarketAge.of(company(0, Answers.none()), HISTORY, List.of(NEAR))
                        .moves())
                .isEmpty();

        Answers own = Answers.of(Map.of(MarketSnapshot.BTC_PRICE, new Answer.Number(90_000)));
        MarketAge age = MarketAge.of(company(90, own), HISTORY, List.of(NEAR));
        assertThat(age.moves()).extracting(MarketAge.TypicalMove::id).containsExactly(MarketSnapshot.NETWORK_HASHRATE);
        assertThat(age.covered()).isEmpty();
    }

    /** What is said about an old advice does not change when a snapshot is added. */
    @Test
    void laterSnapshotsAreNotLookedAt() {
        MarketHistory later = HISTORY.with(new MarketSnapshot(
                MARKET_DAY.plusDays(1), Map.of(MarketSnapshot.BTC_PRICE, new Indicator(1_000_000, "test"))));

        assertThat(MarketAge.of(company(90, Answers.none()), later, List.of(NEAR)))
                .isEqualTo(MarketAge.of(company(90, Answers.none()), HISTORY, List.of(NEAR)));
    }

    private static Volatility.Move priceMove(int days) {
        return MarketAge.of(company(days, Answers.none()), HISTORY, List.of())
                .moves()
                .get(0)
                .move();
    }

    private static Situation company(int daysLater, Answers answers) {
        return Situation.of(
                SampleCompanies.RULEBOOK.questionnaire(),
                answers,
                HISTORY.on(MARKET_DAY).orElseThrow(),
                SampleCompanies.RULEBOOK.jurisdictions(),
                MARKET_DAY.plusDays(daysLater));
    }

    private static Flip price(double at) {
        return flip(MarketSnapshot.BTC_PRICE, 90_381.34, at);
    }

    private static Flip flip(String id, double from, double to) {
        return new Flip(
                id,
                new Answer.Number(from),
                new Answer.Number(to),
                to < from ? Flip.Direction.DOWN : Flip.Direction.UP,
                Strategy.RESTRUCTURE,
                Math.abs(to - from),
                100 * Math.abs(to - from) / from,
                Controllability.MARKET,
                false,
                Mover.MARKET,
                12);
    }
}
