package org.hashwise.questionnaire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A unit of measurement as a product of dimensions, such as dollars per kilowatt and month.
 *
 * @param parts by dimension: whether it is above or below the fraction bar, and its size in the base unit of the dimension
 */
record MeasurementUnit(Map<Dimension, Part> parts) {

    static final MeasurementUnit NONE = new MeasurementUnit(Map.of());

    private static final MathContext PRECISION = new MathContext(30);

    /** The dimension of a measurement. A hash rate counts as hashes: people write EH for EH/s. */
    enum Dimension {
        CURRENCY,
        FOREIGN_CURRENCY,
        COIN,
        POWER,
        ENERGY,
        HASH,
        TIME,
        RATIO,
        COUNT
    }

    /**
     * One dimension of a unit.
     *
     * @param exponent 1 or −1
     * @param size in the base unit of the dimension
     */
    record Part(int exponent, BigDecimal size) {}

    MeasurementUnit {
        parts = Map.copyOf(parts);
    }

    static MeasurementUnit of(Dimension dimension, BigDecimal size) {
        return new MeasurementUnit(Map.of(dimension, new Part(1, size)));
    }

    boolean isNone() {
        return parts.isEmpty();
    }

    boolean has(Dimension dimension) {
        return parts.containsKey(dimension);
    }

    /** This unit times, or over, another one; empty where a dimension would occur twice. */
    Optional<MeasurementUnit> combined(MeasurementUnit other, boolean over) {
        Map<Dimension, Part> all = new EnumMap<>(Dimension.class);
        all.putAll(parts);
        for (Map.Entry<Dimension, Part> part : other.parts.entrySet()) {
            Part added = new Part(
                    over ? -part.getValue().exponent() : part.getValue().exponent(),
                    part.getValue().size());
            if (all.put(part.getKey(), added) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new MeasurementUnit(all));
    }

    /**
     * A number in this unit, converted into another one. This unit may leave dimensions out, which are then those of the
     * other one: "5 cents" for a price per kilowatt-hour. Empty where the two do not measure the same.
     */
    Optional<BigDecimal> convert(BigDecimal number, MeasurementUnit target) {
        BigDecimal converted = number;
        for (Map.Entry<Dimension, Part> entry : perHash().parts.entrySet()) {
            Part own = entry.getValue();
            Part other = target.parts.get(entry.getKey());
            if (other == null || other.exponent() != own.exponent()) {
                return Optional.empty();
            }
            BigDecimal above = own.exponent() > 0 ? own.size() : other.size();
            BigDecimal below = own.exponent() > 0 ? other.size() : own.size();
            converted = above.compareTo(below) == 0 // as nearly always
                    ? converted.round(PRECISION)
                    : converted.multiply(above).divide(below, PRECISION);
        }
        return Optional.of(converted);
    }

    // A watt for each hash a second is a joule for each hash.
    private MeasurementUnit perHash() {
        Part power = parts.get(Dimension.POWER);
        Part hash = parts.get(Dimension.HASH);
        if (power == null || hash == null || power.exponent() < 0 || hash.exponent() > 0) {
            return this;
        }
        Map<Dimension, Part> energy = new EnumMap<>(parts);
        energy.remove(Dimension.POWER);
        energy.put(Dimension.ENERGY, power);
        return new MeasurementUnit(energy);
    }
}
