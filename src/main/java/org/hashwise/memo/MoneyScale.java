package org.hashwise.memo;

import java.util.stream.DoubleStream;

/** The unit and the decimals that all amounts of one table share. */
public final class MoneyScale {

    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;
    private static final double TEN = 10;

    private final String name;
    private final double unit;
    private final int decimals;
    private final MemoText words;

    private MoneyScale(String name, double unit, int decimals, MemoText words) {
        this.name = name;
        this.unit = unit;
        this.decimals = decimals;
        this.words = words;
    }

    /** The scale of some amounts in USD: their largest has at most four digits before the decimals. */
    static MoneyScale of(DoubleStream usd, MemoText words) {
        double largest = usd.map(Math::abs).max().orElse(0);
        // Ten billions have two digits in billions; below, millions show a month of mining.
        if (largest >= 10 * BILLION) {
            return new MoneyScale("billion", BILLION, 2, words);
        } else if (largest >= MILLION) {
            return new MoneyScale("million", MILLION, 1, words);
        }
        return largest >= THOUSAND
                ? new MoneyScale("thousand", THOUSAND, 0, words)
                : new MoneyScale("one", 1, 0, words);
    }

    /** Key of the message that names the unit. */
    public String unit() {
        return "memo.annex.unit." + name;
    }

    /** An amount in USD, rounded as it is shown. */
    double rounded(Number usd) {
        double step = unit / Math.pow(TEN, decimals);
        return Math.round(usd.doubleValue() / step) * step;
    }

    /** An amount in the unit, without naming it. */
    public String of(Number usd) {
        return words.fixed(usd.doubleValue() / unit, decimals);
    }
}
