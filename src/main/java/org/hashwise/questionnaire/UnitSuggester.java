package org.hashwise.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.hashwise.questionnaire.MeasurementUnit.Dimension;

/** Suggestion of the unit that was probably meant by a number out of range. */
record UnitSuggester(MeasurementUnit target, Plausible plausible) {

    private static final QuantityVocabulary VOCABULARY = QuantityVocabulary.shared();
    private static final List<BigDecimal> SCALES = List.of(BigDecimal.valueOf(1_000), BigDecimal.valueOf(1_000_000));

    /** The most plausible of the accepted values; empty when none is plausible. */
    Optional<Double> suggestion(double value, DoublePredicate accepts) {
        if (!Double.isFinite(value) || value <= 0) {
            return Optional.empty();
        }
        BigDecimal given = BigDecimal.valueOf(value);
        Set<Double> candidates = new LinkedHashSet<>();
        target.parts()
                .forEach((dimension, part) -> factors(dimension, part)
                        .forEach(factor -> candidates.add(given.multiply(factor).doubleValue())));
        candidates.removeIf(candidate -> candidate == value || !accepts.test(candidate));
        return plausible.likeliest(value, List.copyOf(candidates));
    }

    // What one in another unit of the dimension is in the unit of the question.
    private static List<BigDecimal> factors(Dimension dimension, MeasurementUnit.Part part) {
        List<BigDecimal> factors = new ArrayList<>();
        for (List<BigDecimal> ladder : VOCABULARY.ladders(dimension)) {
            if (ladder.stream().anyMatch(size -> size.compareTo(part.size()) == 0)) {
                MeasurementUnit own = new MeasurementUnit(Map.of(dimension, part));
                ladder.forEach(size -> new MeasurementUnit(
                                Map.of(dimension, new MeasurementUnit.Part(part.exponent(), size)))
                        .convert(BigDecimal.ONE, own)
                        .ifPresent(factors::add));
            }
        }
        if (dimension == Dimension.CURRENCY) {
            factors.addAll(SCALES);
        }
        return factors;
    }
}
