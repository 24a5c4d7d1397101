package org.hashwise.economics;

import java.util.List;
import org.hashwise.questionnaire.Text;

/**
 * The regulatory grade of one jurisdiction.
 *
 * @param code ISO 3166 code, such as {@code US-NY} or {@code PY}
 * @param mining grade for mining load that already runs there
 * @param newMining grade for mining load that would have to be connected first
 * @param ai grade for AI data centres
 * @param pendingTax tax on electricity that is proposed and not yet in force
 * @param text what the rule of the place is and does
 * @param source statute, order, tariff or report with its date
 * @param file of the row, relative to the rulebook
 * @param line line of the row in that file, from 1
 */
public record JurisdictionGrade(
        String code,
        Text name,
        Grade mining,
        Grade newMining,
        Grade ai,
        Tax pendingTax,
        Text text,
        Text source,
        String file,
        int line) {

    /** Returns whether the place is part of a share of capacity, such as {@link Metric#MINING_HIGH}. */
    public boolean countsIn(Metric share) {
        return switch (share) {
            case MINING_PROHIBITED -> mining == Grade.PROHIBITIVE;
            case MINING_HIGH -> mining == Grade.HIGH;
            case MINING_OPEN -> mining.isOpen();
            case NEW_MINING_BARRED -> newMining == Grade.PROHIBITIVE;
            case AI_PROHIBITED -> ai == Grade.PROHIBITIVE;
            case AI_HIGH -> ai == Grade.HIGH;
            case AI_OPEN -> ai.isOpen();
            case BETTER_FOR_AI -> mining.isHostile() && ai.isOpen();
            case HOSTILE_TO_BOTH -> mining.isHostile() && ai.isHostile();
            default -> false;
        };
    }

    /** The grade of a place by how much its rules hinder. */
    public enum Grade {
        LOW,
        MODERATE,
        HIGH,
        PROHIBITIVE,
        /** The table has a row, but nothing firm was seen for this use. */
        UNKNOWN;

        boolean isOpen() {
            return this == LOW || this == MODERATE;
        }

        boolean isHostile() {
            return this == HIGH || this == PROHIBITIVE;
        }
    }

    /**
     * A tax per kWh with marginal tiers over a year's consumption; a flat tax has one tier.
     *
     * @param tiers in ascending order; the last one is open-ended
     */
    public record Tax(List<Tier> tiers) {
        public Tax {
            tiers = List.copyOf(tiers);
        }

        /** No tax at all. */
        public static Tax none() {
            return new Tax(List.of());
        }

        /** The tax on a year's consumption in USD: each tier's rate applies to the part within that tier only. */
        public double usdPerYear(double kwhPerYear) {
            double usd = 0;
            for (int tier = 0; tier < tiers.size(); tier++) {
                double from = tiers.get(tier).aboveKwh();
                double to = tier + 1 < tiers.size() ? tiers.get(tier + 1).aboveKwh() : Double.POSITIVE_INFINITY;
                usd += Math.max(0, Math.min(kwhPerYear, to) - from)
                        * tiers.get(tier).usdPerKwh();
            }
            return usd;
        }

        /**
         * The tax per kWh on average over a year's consumption, USD/kWh; for no consumption what its first kWh would
         * bear.
         */
        public double usdPerKwh(double kwhPerYear) {
            if (kwhPerYear > 0) {
                return usdPerYear(kwhPerYear) / kwhPerYear;
            }
            return tiers.isEmpty() || tiers.get(0).aboveKwh() > 0
                    ? 0
                    : tiers.get(0).usdPerKwh();
        }
    }

    /** The rate for the part of a year's consumption above {@code aboveKwh}, up to the next tier. */
    public record Tier(double aboveKwh, double usdPerKwh) {}
}
