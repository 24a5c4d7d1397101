package org.hashwise.rulebook.model;

import java.util.Map;
import java.util.Set;
import org.hashwise.rulebook.model.AcceptedValues.NumberType;

/** The settings of the analyses, which form the topic {@code analysis}: no rule reads them, but the program does. */
public final class AnalysisParameters {

    public static final String SETTLED_PERCENT = "settledPercent";
    public static final String SAMPLES = "interviewSamples";
    public static final String MOST_SAMPLES = "mostSamples";
    public static final String MOST_CELLS = "mostMapCells";
    public static final String SEED = "interviewSeed";
    public static final String NOTICEABLE_BITS = "noticeableBits";
    public static final String EFFORT_WEIGHT = "effortWeight";
    public static final String ABOUT_PERCENT = "aboutPercent";
    public static final String MOST_TRIALS = "mostTrials";

    /** The largest whole number up to which a double represents every whole number. */
    private static final double LARGEST_SEED = 9_007_199_254_740_991.0;

    /**
     * The values with which the analyses give meaningful results within the time limit of a request, whatever range the
     * files declare. The smallest of {@link #MOST_SAMPLES} is the largest of {@link #SAMPLES}, so that the usual number of
     * samples is never refused.
     */
    private static final Map<String, AcceptedValues> LIMITS = Map.of(
            SETTLED_PERCENT, new AcceptedValues(NumberType.PERCENT, 50, 99.9, 0.1),
            SAMPLES, new AcceptedValues(NumberType.WHOLE, 200, 20_000, 100),
            MOST_SAMPLES, new AcceptedValues(NumberType.WHOLE, 20_000, 300_000, 1000),
            MOST_CELLS, new AcceptedValues(NumberType.WHOLE, 10_000, 250_000, 100),
            SEED, new AcceptedValues(NumberType.WHOLE, 0, LARGEST_SEED, 1),
            NOTICEABLE_BITS, new AcceptedValues(NumberType.NUMBER, 0.0001, 0.5, 0.001),
            EFFORT_WEIGHT, new AcceptedValues(NumberType.NUMBER, 0, 10, 0.1),
            ABOUT_PERCENT, new AcceptedValues(NumberType.PERCENT, 1, 90, 1),
            MOST_TRIALS, new AcceptedValues(NumberType.WHOLE, 1000, 100_000, 1000));

    private AnalysisParameters() {}

    /** All of them; a rulebook has to have them. */
    public static Set<String> names() {
        return LIMITS.keySet();
    }

    /** The values that the program accepts for a setting; all for a threshold that only rules read. */
    public static AcceptedValues limits(String name) {
        return LIMITS.getOrDefault(name, AcceptedValues.ANY);
    }

    /** Returns whether a declaration keeps to what the program accepts. */
    public static boolean permits(String name, AcceptedValues declared) {
        return declared.isWithin(limits(name));
    }
}
