package org.hashwise.economics;

import java.util.List;
import java.util.Map;

/**
 * Shares of capacity by regulatory grade, in percent of all capacity. A place that the table does not grade, or grades
 * as unknown for a use, counts as none of them.
 */
final class Exposure {

    private record Part(double percent, JurisdictionGrade place) {}

    private final List<Part> parts;

    Exposure(Map<String, Double> percentByCode, Jurisdictions jurisdictions) {
        this.parts = percentByCode.entrySet().stream()
                .flatMap(share ->
                        jurisdictions.grade(share.getKey()).stream().map(place -> new Part(share.getValue(), place)))
                .toList();
    }

    double percent(Metric share) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.place().countsIn(share) ? part.percent() : 0;
        }
        return sum;
    }
}
