package org.hashwise.advice;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hashwise.economics.BlockSubsidy;
import org.hashwise.economics.CrossChecks;

/**
 * A figure that plausibility rules hold answers against. Rules of the topic {@code plausibility} match it as a field of the
 * fact {@code Check}. Unlike a {@link org.hashwise.economics.Metric} it is no part of an advice.
 */
public enum CheckFigure {
    /** Power that the hashrate would draw at the efficiency of the fleet, with the overhead of the site. */
    FLEET_POWER("check.fleetPowerMw", "MW", CrossChecks::fleetPowerMw),
    /** Share of the network's hashrate that is the company's own. */
    NETWORK_SHARE("check.networkSharePercent", "%", CrossChecks::networkSharePercent),
    /** The most critical IT load that the site for the tenant could carry. */
    SITE_IT("check.siteItMw", "MW", CrossChecks::siteItMw),
    /** Price of all energised power over a year. */
    POWER_BILL("check.powerBillUsdPerYear", "USD", CrossChecks::powerBillUsdPerYear),
    /** The block subsidy on the day for which advice is asked, by the schedule of halvings. */
    SCHEDULED_SUBSIDY("check.scheduledSubsidyBtc", "BTC", situation -> BlockSubsidy.btcOn(situation.asOf())),
    /** Days from the market snapshot to the day for which advice is asked. */
    DAYS_AFTER_MARKET(
            "check.daysAfterMarket",
            "days",
            situation -> ChronoUnit.DAYS.between(situation.market().asOf(), situation.asOf()));

    /** The first part of the ids. */
    public static final String SECTION = "check";

    private static final Map<String, CheckFigure> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CheckFigure::id, Function.identity()));

    private final String id;
    private final String unit;
    private final ToDoubleFunction<Situation> formula;

    CheckFigure(String id, String unit, ToDoubleFunction<Situation> formula) {
        this.id = id;
        this.unit = unit;
        this.formula = formula;
    }

    public String id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    /** The field that rules match. */
    public String field() {
        return id.substring(id.indexOf('.') + 1);
    }

    /** The value for a company; never infinite or NaN. */
    public double of(Situation situation) {
        return formula.applyAsDouble(situation);
    }

    /** The figure with an id; empty when there is none. */
    public static Optional<CheckFigure> ofId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
