package org.hashwise.economics;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Figures;
import org.hashwise.questionnaire.Typical;

/** Resolution of the arguments of one estimate: ids become positions, and entries of tables numbers. */
final class EstimateResolver {

    private final Typical.Estimated estimate;
    private final ToIntFunction<String> positions;
    private final Jurisdictions jurisdictions;

    EstimateResolver(Typical.Estimated estimate, ToIntFunction<String> positions, Jurisdictions jurisdictions) {
        this.estimate = estimate;
        this.positions = positions;
        this.jurisdictions = jurisdictions;
    }

    Estimate resolve(EstimateFormula formula) {
        if (formula == EstimateFormula.ZERO_OR_MORE) {
            int of = question("of");
            Answer zero = new Answer.Choice(Estimates.argument(estimate.ids(), "zero"));
            Answer more = new Answer.Choice(Estimates.argument(estimate.ids(), "more"));
            return figures -> figures.numberAt(of) == 0 ? zero : more;
        }
        ToDoubleFunction<Figures> number = number(formula);
        return figures -> new Answer.Number(number.applyAsDouble(figures));
    }

    private ToDoubleFunction<Figures> number(EstimateFormula formula) {
        return switch (formula) {
            case SCALED -> scaled(number("times"));
            case LARGEST_PART -> largestPart(number("times"), number("whole"));
            case FLEET_POWER -> fleetPower();
            case FLEET_FROM_POWER -> fleetFromPower(number("otherwise"));
            case CHOSEN -> chosen();
            case TABLE -> tabulated();
            case MARKET_VALUE -> marketValue(number("coinMultiple"), number("usdPerMw"));
            case SCALED_AT_LEAST -> scaledAtLeast(number("times"), number("listed"), number("unlisted"));
            case PENDING_TAX -> pendingTax();
            case ZERO_OR_MORE -> throw new IllegalArgumentException(estimate.formula());
        };
    }

    private ToDoubleFunction<Figures> scaled(double times) {
        int of = question("of");
        return figures -> figures.numberAt(of) * times;
    }

    private ToDoubleFunction<Figures> largestPart(double times, double whole) {
        int of = question("of");
        return figures -> {
            double total = figures.numberAt(of);
            return Math.max(Math.min(total, whole), total * times);
        };
    }

    private ToDoubleFunction<Figures> fleetPower() {
        int hashrate = position(Input.HASHRATE);
        ToDoubleFunction<Figures> efficiency = efficiencyAtWall();
        return figures -> PowerFormulas.mwOfPh(
                figures.numberAt(hashrate) * NetworkFormulas.PH_PER_EH, efficiency.applyAsDouble(figures));
    }

    private ToDoubleFunction<Figures> fleetFromPower(double otherwise) {
        int energized = position(Input.ENERGIZED_MW);
        ToDoubleFunction<Figures> efficiency = efficiencyAtWall();
        return figures -> figures.isAnsweredAt(energized)
                ? PowerFormulas.phOfMw(figures.numberAt(energized), efficiency.applyAsDouble(figures))
                        / NetworkFormulas.PH_PER_EH
                : otherwise;
    }

    private ToDoubleFunction<Figures> efficiencyAtWall() {
        int efficiency = position(Input.EFFICIENCY);
        int overhead = position(Input.SITE_OVERHEAD);
        return figures -> PowerFormulas.efficiencyAtWall(figures.numberAt(efficiency), figures.numberAt(overhead));
    }

    private ToDoubleFunction<Figures> chosen() {
        int choice = question("choice");
        int of = question("of");
        Map<String, Double> times = Estimates.argument(estimate.tables(), "times");
        return figures -> {
            Double factor = times.get(figures.choiceAt(choice));
            return figures.numberAt(of) * (factor == null ? Estimates.argument(times, EstimateFormula.ANY) : factor);
        };
    }

    private ToDoubleFunction<Figures> tabulated() {
        int first = question("first");
        int second = question("second");
        Map<String, Double> values = Estimates.argument(estimate.tables(), "values");
        return figures -> {
            String one = figures.choiceAt(first);
            String other = figures.choiceAt(second);
            for (String key : EstimateFormula.keys(one, other)) {
                Double value = values.get(key);
                if (value != null) {
                    return value;
                }
            }
            throw new IllegalArgumentException(one + "," + other);
        };
    }

    private ToDoubleFunction<Figures> marketValue(double coinMultiple, double usdPerMw) {
        int listed = position(Input.LISTED);
        int held = position(Input.BTC_HELD);
        int price = position(Input.BTC_PRICE);
        int energized = position(Input.ENERGIZED_MW);
        return figures -> figures.yesAt(listed)
                ? figures.numberAt(held) * figures.numberAt(price) * coinMultiple
                        + figures.numberAt(energized) * usdPerMw
                : 0;
    }

    private ToDoubleFunction<Figures> scaledAtLeast(double times, double listed, double unlisted) {
        int of = question("of");
        int isListed = position(Input.LISTED);
        return figures -> Math.max(figures.numberAt(of) * times, figures.yesAt(isListed) ? listed : unlisted);
    }

    // Tiers are marginal, so a place's rate depends on how much power is drawn there.
    private ToDoubleFunction<Figures> pendingTax() {
        int shares = position(Input.JURISDICTIONS);
        int energized = position(Input.ENERGIZED_MW);
        return figures -> {
            double usdPerKwh = 0;
            for (Map.Entry<String, Double> share : figures.sharesAt(shares).entrySet()) {
                Optional<JurisdictionGrade> place = jurisdictions.grade(share.getKey());
                if (place.isPresent() && !place.get().pendingTax().tiers().isEmpty()) {
                    double part = share.getValue() / 100;
                    double kwh = PowerFormulas.kwhPerYear(figures.numberAt(energized) * part);
                    usdPerKwh += part * place.get().pendingTax().usdPerKwh(kwh);
                }
            }
            return usdPerKwh;
        };
    }

    private double number(String name) {
        return Estimates.argument(estimate.numbers(), name);
    }

    /** The position of the question that the rulebook chose for a role. */
    private int question(String role) {
        return position(Estimates.argument(estimate.ids(), role));
    }

    private int position(Input input) {
        return position(input.id());
    }

    private int position(String id) {
        int position = positions.applyAsInt(id);
        if (position < 0) {
            throw new IllegalArgumentException(id);
        }
        return position;
    }
}
