package org.hashwise.web;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.QuantityReader;

/** Forward quotes of the hashprice as they were typed, for months 1 to 12, in USD per PH/s per day. */
record ForwardQuotes(List<Quote> months) {

    private static final int MONTHS = 12;
    static final int LONGEST = 40;
    private static final double HIGHEST = 10_000;
    private static final QuantityReader READER =
            QuantityReader.of("USD/PH/day", "market.hashpriceUsdPerPhDay", 0.01, HIGHEST);

    /**
     * The quote of one month.
     *
     * @param price not a number when nothing, or nothing readable, was typed
     */
    record Quote(int month, String text, double price) {
        public boolean isUnreadable() {
            return !text.isEmpty() && Double.isNaN(price);
        }

        public boolean isGiven() {
            return !Double.isNaN(price);
        }
    }

    /** @param typed by month from 1 on; what is beyond twelve months is left out */
    static ForwardQuotes of(List<String> typed, Language language) {
        List<Quote> months = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            String text = month <= typed.size() ? typed.get(month - 1) : "";
            months.add(new Quote(month, text, price(text, language)));
        }
        return new ForwardQuotes(List.copyOf(months));
    }

    /** The texts as they are kept: of a bounded length. */
    static List<String> kept(List<String> typed) {
        return typed.stream()
                .limit(MONTHS)
                .map(text ->
                        text.strip().substring(0, Math.min(LONGEST, text.strip().length())))
                .toList();
    }

    private static double price(String text, Language language) {
        return READER.read(text, language) instanceof Quantity.Value quoted ? quoted.value() : Double.NaN;
    }

    public boolean isEmpty() {
        return months.stream().noneMatch(Quote::isGiven);
    }

    public boolean isUnreadable() {
        return months.stream().anyMatch(Quote::isUnreadable);
    }

    /**
     * Prices for each month from 1 to the last one given; on a straight line between the months that were given, and from the
     * hashprice of today to the first of them.
     */
    List<Double> prices(double today) {
        List<Double> prices = new ArrayList<>();
        int before = 0;
        double from = today;
        for (Quote quote : months) {
            if (quote.isGiven()) {
                int gap = quote.month() - before;
                for (int step = 1; step <= gap; step++) {
                    prices.add(from + (quote.price() - from) * step / gap);
                }
                before = quote.month();
                from = quote.price();
            }
        }
        return prices;
    }
}
