package org.hashwise.projection;

import java.util.List;

/** Forward quotes of the hashprice, at which the median of the paths is held. */
final class ForwardCurve {

    private ForwardCurve() {}

    /**
     * The same paths with prices scaled month by month, so that the median hashprice equals the quotes; after the last quote
     * its factor stays.
     */
    static List<MarketPath> shifted(List<MarketPath> paths, List<Double> quotes, double hashprice) {
        int months = paths.get(0).months();
        double[] factor = new double[months + 1];
        factor[0] = 1;
        for (int m = 1; m <= months; m++) {
            int month = m;
            if (m <= quotes.size()) {
                double[] revenue =
                        paths.stream().mapToDouble(path -> path.revenue(month)).toArray();
                double median = hashprice * Quantiles.of(month, revenue).p50();
                factor[m] = median > 0 ? quotes.get(m - 1) / median : 1;
            } else {
                factor[m] = factor[m - 1];
            }
        }
        return paths.stream()
                .map(path -> {
                    double[] price = path.price().clone();
                    for (int month = 1; month < price.length; month++) {
                        price[month] *= factor[month];
                    }
                    return new MarketPath(price, path.coins(), path.power());
                })
                .toList();
    }
}
