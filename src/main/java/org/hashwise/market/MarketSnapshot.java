package org.hashwise.market;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The market values of one day.
 *
 * @param asOf the day
 * @param indicators by question id ({@code market.btcPriceUsd} …), in the unit of the question
 */
public record MarketSnapshot(LocalDate asOf, Map<String, Indicator> indicators) {

    public MarketSnapshot {
        indicators = java.util.Collections.unmodifiableMap(new TreeMap<>(indicators));
    }

    /** One value with the place where it was published. */
    public record Indicator(double value, String source) {}
}
