package org.hashwise.memo;

import java.util.stream.DoubleStream;
import org.hashwise.questionnaire.Magnitude;
import org.hashwise.text.PageText;

/** The unit and the decimals that all amounts of one table share. */
public final class MoneyScale {

    private static final double MANY_MILLIONS = 1e10;
    private static final double TEN = 10;

    private final Magnitude scale;
    private final int decimals;
    private final PageText texts;

    private MoneyScale(Magnitude scale, int decimals, PageText texts) {
        this.scale = scale;
        this.decimals = decimals;
        this.texts = texts;
    }

    /** The scale of some amounts in USD: those with more than four digits before the decimals have none. */
    static MoneyScale of(DoubleStream usd, PageText texts) {
        double largest = usd.map(Math::abs).max().orElse(0);
        Magnitude scale = Magnitude.of(largest);
        // A wide range has small amounts beside large ones, so that billions would leave nothing of them.
        return scale.compareTo(Magnitude.MILLION) < 0
                ? new MoneyScale(scale, 0, texts)
                : new MoneyScale(Magnitude.MILLION, largest < MANY_MILLIONS ? 1 : 0, texts);
    }

    /** Key of the message that names the unit. */
    public String unit() {
        return "memo.annex.unit." + scale.key();
    }

    /** An amount in USD, rounded as it is shown: what goes out like what comes in, so that a sum is the same wherever it stands. */
    double rounded(Number usd) {
        double step = scale.unit() / Math.pow(TEN, decimals);
        double steps = Math.round(Math.abs(usd.doubleValue()) / step);
        return steps == 0 ? 0 : Math.copySign(steps * step, usd.doubleValue());
    }

    /** An amount in the unit, without naming it. */
    public String of(Number usd) {
        return texts.fixed(scale.count(rounded(usd)), decimals);
    }
}
