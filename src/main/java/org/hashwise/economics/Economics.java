package org.hashwise.economics;

import org.hashwise.questionnaire.Figures;

/** All metrics of one company, computed from its complete figures. */
public final class Economics {

    private final double[] values;

    private Economics(double[] values) {
        this.values = values;
    }

    /** Computes every {@link Metric}; no value is ever NaN or infinite. */
    public static Economics of(Figures figures, Jurisdictions jurisdictions) {
        throw new UnsupportedOperationException();
    }

    /** Computes one metric alone, reading only what its formula needs for these figures. */
    public static double compute(Metric metric, Figures figures, Jurisdictions jurisdictions) {
        throw new UnsupportedOperationException();
    }

    public double get(Metric metric) {
        return values[metric.ordinal()];
    }
}
