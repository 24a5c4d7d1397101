package org.hashwise.economics;

import java.util.Map;
import java.util.Optional;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Figures;
import org.hashwise.questionnaire.Typical;

/** The computation of one estimate. */
final class Estimation {

    private final Figures figures;
    private final Jurisdictions jurisdictions;

    Estimation(Figures figures, Jurisdictions jurisdictions) {
        this.figures = figures;
        this.jurisdictions = jurisdictions;
    }

    Answer value(EstimateFormula formula, Typical.Estimated estimate) {
        return formula == EstimateFormula.ZERO_OR_MORE
                ? new Answer.Choice(Estimates.argument(estimate.ids(), read(estimate, "of") == 0 ? "zero" : "more"))
                : new Answer.Number(number(formula, estimate));
    }

    private double number(EstimateFormula formula, Typical.Estimated estimate) {
        return switch (formula) {
            case SCALED -> read(estimate, "of") * number(estimate, "times");
            case LARGEST_PART ->
                largestPart(read(estimate, "of"), number(estimate, "times"), number(estimate, "whole"));
            case FLEET_POWER -> fleetPower();
            case FLEET_FROM_POWER -> fleetFromPower(number(estimate, "otherwise"));
            case CHOSEN -> chosen(estimate);
            case TABLE -> tabulated(estimate);
            case MARKET_VALUE -> marketValue(number(estimate, "coinMultiple"), number(estimate, "usdPerMw"));
            case SCALED_AT_LEAST ->
                Math.max(
                        read(estimate, "of") * number(estimate, "times"),
                        number(estimate, figures.yes(Input.LISTED.id()) ? "listed" : "unlisted"));
            case PENDING_TAX -> pendingTax();
            case ZERO_OR_MORE -> throw new IllegalArgumentException(estimate.formula());
        };
    }

    private double fleetPower() {
        double hashratePh = number(Input.HASHRATE) * NetworkFormulas.PH_PER_EH;
        return PowerFormulas.mwOfPh(hashratePh, efficiencyAtWall());
    }

    private double fleetFromPower(double otherwise) {
        return figures.isAnswered(Input.ENERGIZED_MW.id())
                ? PowerFormulas.phOfMw(number(Input.ENERGIZED_MW), efficiencyAtWall()) / NetworkFormulas.PH_PER_EH
                : otherwise;
    }

    private double chosen(Typical.Estimated estimate) {
        String choice = figures.choice(Estimates.argument(estimate.ids(), "choice"));
        Map<String, Double> times = Estimates.argument(estimate.tables(), "times");
        Double factor = times.get(choice);
        return read(estimate, "of") * (factor == null ? Estimates.argument(times, EstimateFormula.ANY) : factor);
    }

    private double tabulated(Typical.Estimated estimate) {
        String first = figures.choice(Estimates.argument(estimate.ids(), "first"));
        String second = figures.choice(Estimates.argument(estimate.ids(), "second"));
        Map<String, Double> values = Estimates.argument(estimate.tables(), "values");
        for (String key : EstimateFormula.keys(first, second)) {
            Double value = values.get(key);
            if (value != null) {
                return value;
            }
        }
        throw new IllegalArgumentException(first + "," + second);
    }

    private static double largestPart(double total, double times, double whole) {
        return Math.max(Math.min(total, whole), total * times);
    }

    private double marketValue(double coinMultiple, double usdPerMw) {
        if (!figures.yes(Input.LISTED.id())) {
            return 0;
        }
        double coins = number(Input.BTC_HELD) * number(Input.BTC_PRICE);
        return coins * coinMultiple + number(Input.ENERGIZED_MW) * usdPerMw;
    }

    // Tiers are marginal, so a place's rate depends on how much power is drawn there.
    private double pendingTax() {
        double usdPerKwh = 0;
        for (Map.Entry<String, Double> share :
                figures.shares(Input.JURISDICTIONS.id()).entrySet()) {
            Optional<JurisdictionGrade> place = jurisdictions.grade(share.getKey());
            if (place.isPresent() && !place.get().pendingTax().tiers().isEmpty()) {
                double part = share.getValue() / 100;
                double kwh = PowerFormulas.kwhPerYear(number(Input.ENERGIZED_MW) * part);
                usdPerKwh += part * place.get().pendingTax().usdPerKwh(kwh);
            }
        }
        return usdPerKwh;
    }

    private double efficiencyAtWall() {
        return PowerFormulas.efficiencyAtWall(number(Input.EFFICIENCY), number(Input.SITE_OVERHEAD));
    }

    private double number(Input input) {
        return figures.number(input.id());
    }

    private double read(Typical.Estimated estimate, String role) {
        return figures.number(Estimates.argument(estimate.ids(), role));
    }

    private static double number(Typical.Estimated estimate, String name) {
        return Estimates.argument(estimate.numbers(), name);
    }
}
