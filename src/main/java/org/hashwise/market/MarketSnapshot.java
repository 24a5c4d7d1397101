package org.hashwise.market;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.hashwise.questionnaire.Text;

/**
 * The market values of one day.
 *
 * @param asOf the day
 * @param indicators by question id ({@code market.btcPriceUsd} …), in the unit of the question
 */
public record MarketSnapshot(LocalDate asOf, Map<String, Indicator> indicators) {

    /** USD per BTC. */
    public static final String BTC_PRICE = "market.btcPriceUsd";

    /** EH/s. */
    public static final String NETWORK_HASHRATE = "market.networkHashrateEh";

    /** BTC per block. */
    public static final String BLOCK_SUBSIDY = "market.blockSubsidyBtc";

    /** Percent of the subsidy. */
    public static final String TRANSACTION_FEES = "market.transactionFeePercent";

    public MarketSnapshot {
        indicators = java.util.Collections.unmodifiableMap(new TreeMap<>(indicators));
    }

    /** The value of an indicator; empty when the snapshot does not have it. */
    public OptionalDouble value(String id) {
        Indicator indicator = indicators.get(id);
        return indicator == null ? OptionalDouble.empty() : OptionalDouble.of(indicator.value());
    }

    /** One value with the place where it was published. */
    public record Indicator(double value, Text source) {

        /** A value whose source reads the same in every language. */
        public Indicator(double value, String source) {
            this(value, Text.same(source));
        }
    }
}
