package org.hashwise.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.hashwise.market.MarketSnapshot.Indicator;
import org.junit.jupiter.api.Test;

class VolatilityTests {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final double DAYS_OF_A_MONTH = 30.4375;

    @Test
    void itIsTheRootOfTheMeanSquaredLogReturn() {
        Volatility volatility =
                Volatility.of(history(13, 30, 1.1), MarketSnapshot.BTC_PRICE).orElseThrow();

        assertThat(volatility.over(30)).isCloseTo(Math.log(1.1), within(1e-12));
        assertThat(volatility.over(120)).isCloseTo(2 * Math.log(1.1), within(1e-12));
        assertThat(volatility.intervals()).isEqualTo(12);
        assertThat(volatility.from()).isEqualTo(START);
        assertThat(volatility.to()).isEqualTo(START.plusDays(360));
    }

    /** A monthly volatility of 15.37 % and five months: exp(±0.1537 · √5). */
    @Test
    void aTypicalMoveIsOneStandardDeviationDownAndUp() {
        Volatility monthly = new Volatility(0.1537 / Math.sqrt(DAYS_OF_A_MONTH), 51, START, START);

        Volatility.Move move = monthly.typicalMove(5 * DAYS_OF_A_MONTH);

        assertThat(move.low()).isCloseTo(-0.29, within(0.005));
        assertThat(move.high()).isCloseTo(0.41, within(0.005));
        assertThat(move.covers(100, 72)).isTrue();
        assertThat(move.covers(100, 70)).isFalse();
        assertThat(move.covers(100, 140)).isTrue();
        assertThat(move.covers(100, 142)).isFalse();
    }

    @Test
    void aShortHistoryAndAValueThatNeverChangesHaveNone() {
        assertThat(Volatility.of(history(12, 30, 1.1), MarketSnapshot.BTC_PRICE))
                .isEmpty();
        assertThat(Volatility.of(history(30, 30, 1), MarketSnapshot.BTC_PRICE)).isEmpty();
        assertThat(Volatility.of(history(30, 30, 1.1), MarketSnapshot.NETWORK_HASHRATE))
                .isEmpty();
    }

    /** Every other price is a multiple of the first. */
    private static MarketHistory history(int snapshots, int days, double factor) {
        return new MarketHistory(IntStream.range(0, snapshots)
                .mapToObj(i -> new MarketSnapshot(
                        START.plusDays((long) days * i),
                        Map.of(
                                MarketSnapshot.BTC_PRICE,
                                new Indicator(i % 2 == 0 ? 100_000 : 100_000 * factor, "test"))))
                .toList());
    }
}
