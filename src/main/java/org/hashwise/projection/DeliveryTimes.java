package org.hashwise.projection;

import java.util.Arrays;
import java.util.List;

/**
 * Times that deliveries of buildings for AI tenants took, in months from signing.
 *
 * @param first observed months to the first capacity, not empty
 * @param full observed months to all of it, not empty
 */
public record DeliveryTimes(List<Double> first, List<Double> full) {

    public DeliveryTimes {
        first = first.stream().sorted().toList();
        full = full.stream().sorted().toList();
    }

    /**
     * One of the observed deliveries, in relation to the median one. The same number chooses from both lists, so that the
     * slowest first capacity comes with the slowest full one.
     *
     * @param planned months to the first capacity as stated or assumed, which is taken for the median
     * @param uniform 0 to less than 1
     */
    Delivery draw(int planned, double uniform) {
        double scale = planned / Quantiles.of(0, values(first)).p50();
        int begins = (int) Math.max(1, Math.rint(scale * at(first, uniform)));
        return new Delivery(begins, (int) Math.max(begins, Math.rint(scale * at(full, uniform))));
    }

    private static double at(List<Double> observed, double uniform) {
        return observed.get((int) (uniform * observed.size()));
    }

    private static double[] values(List<Double> months) {
        double[] values = new double[months.size()];
        Arrays.setAll(values, months::get);
        return values;
    }
}
