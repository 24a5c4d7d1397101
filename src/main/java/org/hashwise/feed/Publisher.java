package org.hashwise.feed;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashwise.feed.Publisher.Series;

/** The publisher of a market file, known by the names of its columns or properties. */
enum Publisher {
    /** The product's own table: an unknown column is a mistake, and each value needs a source. */
    OWN(
            "",
            List.of(
                    column("market.btcPriceUsd", MarketField.PRICE, 1),
                    column("btcPriceUsd", MarketField.PRICE, 1),
                    column("priceUsd", MarketField.PRICE, 1),
                    column("market.networkHashrateEh", MarketField.HASHRATE, 1),
                    column("networkHashrateEh", MarketField.HASHRATE, 1),
                    column("hashrateEh", MarketField.HASHRATE, 1),
                    column("market.blockSubsidyBtc", MarketField.SUBSIDY, 1),
                    column("blockSubsidyBtc", MarketField.SUBSIDY, 1),
                    column("market.transactionFeePercent", MarketField.FEES, 1),
                    column("transactionFeePercent", MarketField.FEES, 1),
                    column("market.hashpriceUsdPerPhDay", MarketField.HASHPRICE, 1),
                    column("hashpriceUsdPerPhDay", MarketField.HASHPRICE, 1),
                    column("market.difficulty", MarketField.DIFFICULTY, 1),
                    column("difficulty", MarketField.DIFFICULTY, 1),
                    column("feesBtc", MarketField.FEES_BTC, 1),
                    column("issuanceBtc", MarketField.ISSUANCE_BTC, 1))),
    /** Daily series of the community data and of the API; hashrates are in TH/s. */
    COIN_METRICS(
            "Coin Metrics",
            List.of(
                    column("PriceUSD", MarketField.PRICE, 1),
                    column("ReferenceRateUSD", MarketField.PRICE, 1),
                    column("DiffLast", MarketField.DIFFICULTY, 1),
                    column("DiffMean", MarketField.DIFFICULTY, 1),
                    column("HashRate", MarketField.HASHRATE, Units.TH_TO_EH),
                    column("FeeTotNtv", MarketField.FEES_BTC, 1),
                    column("IssTotNtv", MarketField.ISSUANCE_BTC, 1),
                    column("IssContNtv", MarketField.ISSUANCE_BTC, 1))),
    /** Charts; hashrates are in TH/s. */
    BLOCKCHAIN_COM(
            "Blockchain.com",
            List.of(
                    column("market-price", MarketField.PRICE, 1),
                    column("difficulty", MarketField.DIFFICULTY, 1),
                    column("hash-rate", MarketField.HASHRATE, Units.TH_TO_EH))),
    /** Replies of the REST API; hashrates are in H/s. */
    MEMPOOL("mempool.space", List.of());

    /** The date column of a chart, also of one without a header. */
    static final String CHART_DATE = "Timestamp";

    private final String title;
    private final List<Series> columns;

    Publisher(String title, List<Series> columns) {
        this.title = title;
        this.columns = columns;
    }

    private static Series column(String name, MarketField field, double factor) {
        return new Series(name, field, factor);
    }

    /**
     * A column of a table, or a property of a JSON object.
     *
     * @param name as the publisher writes it
     * @param factor from its unit to that of the field
     */
    record Series(String name, MarketField field, double factor) {}

    /** Factors to EH/s and BTC. */
    static final class Units {
        static final double TH_TO_EH = 1e-6;
        static final double GH_TO_EH = 1e-9;
        static final double H_TO_EH = 1e-18;
        static final double SATOSHI_TO_BTC = 1e-8;

        private Units() {}
    }

    /** The name of the publisher; empty for the product's own format. */
    String title() {
        return title;
    }

    /** The column with a name, whatever its case and the signs between its words; the order is that of preference. */
    Optional<Series> column(String name) {
        return columns.stream()
                .filter(column -> bare(column.name()).equals(bare(name)))
                .findFirst();
    }

    /** The names of the columns, for suggestions. */
    List<String> names() {
        return columns.stream().map(Series::name).toList();
    }

    /** The publisher of whose names a file has the most, as far as possible letter by letter; else the product itself. */
    static Publisher of(Collection<String> names) {
        return Stream.of(OWN, COIN_METRICS, BLOCKCHAIN_COM)
                .max(Comparator.comparingLong((Publisher each) -> each.matches(names))
                        .thenComparing(each -> each.exactMatches(names))
                        .thenComparing(Comparator.comparing(Publisher::ordinal).reversed()))
                .orElse(OWN);
    }

    private long matches(Collection<String> names) {
        return names.stream().filter(name -> column(name).isPresent()).count();
    }

    private long exactMatches(Collection<String> names) {
        return names.stream()
                .filter(name -> names().contains(name) || (this == BLOCKCHAIN_COM && name.equals(CHART_DATE)))
                .count();
    }

    /** Names are compared by their letters and digits alone. */
    static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Names of columns with a meaning of their own. */
    static final Map<String, Special> SPECIAL = Map.ofEntries(
            Map.entry("asof", Special.DATE),
            Map.entry("date", Special.DATE),
            Map.entry("time", Special.DATE),
            Map.entry("timestamp", Special.DATE),
            Map.entry("day", Special.DATE),
            Map.entry("source", Special.SOURCE),
            Map.entry("asset", Special.ASSET));

    /** The meaning of a column that is not a market value. */
    enum Special {
        DATE,
        SOURCE,
        ASSET
    }
}
