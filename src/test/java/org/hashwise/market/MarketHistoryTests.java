package org.hashwise.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.market.MarketSnapshot.Indicator;
import org.junit.jupiter.api.Test;

class MarketHistoryTests {

    private static final LocalDate AUGUST = LocalDate.of(2025, 8, 31);
    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 30);

    // in no order, as files are found
    private final MarketHistory history = new MarketHistory(List.of(snapshot(NOVEMBER), snapshot(AUGUST)));

    @Test
    void newestSnapshotOfTheTimeIsFound() {
        assertThat(history.asOf(LocalDate.of(2025, 11, 29)).map(MarketSnapshot::asOf))
                .contains(AUGUST);
        assertThat(history.asOf(NOVEMBER).map(MarketSnapshot::asOf)).contains(NOVEMBER);
        assertThat(history.asOf(LocalDate.of(2030, 1, 1)).map(MarketSnapshot::asOf))
                .contains(NOVEMBER);
    }

    @Test
    void thereIsNothingBeforeTheFirstSnapshot() {
        assertThat(history.asOf(AUGUST.minusDays(1))).isEmpty();
    }

    @Test
    void newestOfAllIsTheLastByDate() {
        assertThat(history.newest().map(MarketSnapshot::asOf)).contains(NOVEMBER);
        assertThat(new MarketHistory(List.of()).newest()).isEmpty();
    }

    @Test
    void snapshotsComeInTheOrderOfTheirDates() {
        assertThat(history.snapshots()).extracting(MarketSnapshot::asOf).containsExactly(AUGUST, NOVEMBER);
    }

    @Test
    void snapshotDoesNotChange() {
        Map<String, Indicator> indicators = new HashMap<>();
        MarketSnapshot snapshot = new MarketSnapshot(AUGUST, indicators);
        indicators.put("market.btcPriceUsd", new Indicator(1, ""));
        assertThat(snapshot.indicators()).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> snapshot.indicators().clear());
    }

    private static MarketSnapshot snapshot(LocalDate asOf) {
        return new MarketSnapshot(asOf, Map.of("market.btcPriceUsd", new Indicator(100_000, "test")));
    }
}
