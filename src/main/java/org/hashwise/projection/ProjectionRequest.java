package org.hashwise.projection;

import java.util.List;

/**
 * The parameters of one projection: paths, seed and scenario.
 *
 * @param months 6 to {@link ProjectionSettings#mostMonths}
 * @param paths 100 to {@link ProjectionSettings#mostPaths}
 * @param scenario by which every path begins
 * @param hashpriceQuotes forward quotes in USD per PH/s per day for months 1, 2 …, at which the median of the paths is held;
 *     may be empty
 * @param isFundingClosed whether no shares are issued
 * @param model version of the model that computes it
 */
public record ProjectionRequest(
        int months,
        int paths,
        long seed,
        PathScenario scenario,
        List<Double> hashpriceQuotes,
        boolean isFundingClosed,
        ModelVersion model) {

    /** A request by the current model. */
    public ProjectionRequest(
            int months,
            int paths,
            long seed,
            PathScenario scenario,
            List<Double> hashpriceQuotes,
            boolean isFundingClosed) {
        this(months, paths, seed, scenario, hashpriceQuotes, isFundingClosed, ModelVersion.CURRENT);
    }

    public ProjectionRequest {
        hashpriceQuotes = List.copyOf(hashpriceQuotes);
    }
}
