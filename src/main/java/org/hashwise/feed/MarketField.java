package org.hashwise.feed;

import java.util.List;
import org.hashwise.market.MarketSnapshot;

/** A value that a market file can state about a day. */
enum MarketField {
    /** USD per BTC. */
    PRICE(MarketSnapshot.BTC_PRICE),
    /** EH/s. */
    HASHRATE(MarketSnapshot.NETWORK_HASHRATE),
    /** BTC per block. */
    SUBSIDY(MarketSnapshot.BLOCK_SUBSIDY),
    /** Percent of the subsidy. */
    FEES(MarketSnapshot.TRANSACTION_FEES),
    /** USD per PH/s per day before the pool's fee; compared with the computed one and not kept. */
    HASHPRICE("market.hashpriceUsdPerPhDay"),
    /** Without unit; the network hashrate is computed from it. */
    DIFFICULTY("difficulty"),
    /** BTC in some time; with {@link #ISSUANCE_BTC} of the same time it gives the fees in percent. */
    FEES_BTC("feesBtc"),
    /** New coins in some time, BTC. */
    ISSUANCE_BTC("issuanceBtc");

    /** The indicators of a snapshot, in the order in which the files that come with the program list them. */
    static final List<MarketField> INDICATORS = List.of(PRICE, HASHRATE, SUBSIDY, FEES);

    private final String id;

    MarketField(String id) {
        this.id = id;
    }

    /** The name of the column in the product's own table; for indicators the id of the question. */
    String id() {
        return id;
    }
}
