package org.hashwise.consultation;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.FlipFinder;
import org.hashwise.projection.Calibration;
import org.hashwise.projection.CompanyModel;
import org.hashwise.projection.DeliveryTimes;
import org.hashwise.projection.MarketModel;
import org.hashwise.projection.ModelVersion;
import org.hashwise.projection.PathScenario;
import org.hashwise.projection.Projection;
import org.hashwise.projection.ProjectionRequest;
import org.hashwise.projection.ProjectionSettings;
import org.hashwise.projection.Projector;
import org.hashwise.projection.TriggerLevel;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.ProjectionParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Service for projections: the months of a company under each strategy, over many paths of the market. Thread-safe. */
@Service
public class Projections {

    /** The beginning of every path of the market. */
    public enum MarketScenario {
        /** Chance alone from today on. */
        NEUTRAL,
        /** Chance around forward quotes of the hashprice. */
        FORWARD,
        /** The changes of 2022, then chance. */
        REPLAY_2022(YearMonth.of(2021, 12), YearMonth.of(2022, 12)),
        /** The changes from the month before the halving of 2024 to September, then chance. */
        HALVING_2024(YearMonth.of(2024, 3), YearMonth.of(2024, 9)),
        /** The changes of the first half of 2026, then chance. */
        FIRST_HALF_2026(YearMonth.of(2025, 12), YearMonth.of(2026, 6)),
        /** The stress of the calendar in the first month, then chance, and no shares are issued. */
        ADVERSE;

        final @Nullable YearMonth from;
        final @Nullable YearMonth to;

        MarketScenario() {
            this(null, null);
        }

        MarketScenario(@Nullable YearMonth from, @Nullable YearMonth to) {
            this.from = from;
            this.to = to;
        }
    }

    /**
     * A projection that is asked for.
     *
     * @param months from 6 to {@link ProjectionSettings#mostMonths}
     * @param paths from 100 to {@link ProjectionSettings#mostPaths}
     * @param quotes forward quotes of the hashprice in USD per PH/s per day, for {@link MarketScenario#FORWARD}
     */
    public record RunSettings(MarketScenario scenario, int months, int paths, long seed, List<Double> quotes) {
        public RunSettings {
            quotes = List.copyOf(quotes);
        }

        /** Months, paths and seed as the rulebook gives them, and no quotes. */
        public static RunSettings usual(ProjectionSettings settings, MarketScenario scenario) {
            return new RunSettings(scenario, settings.months(), settings.paths(), settings.seed(), List.of());
        }

        /** The same with forward quotes of the hashprice. */
        public RunSettings with(List<Double> prices) {
            return new RunSettings(scenario, months, paths, seed, prices);
        }
    }

    private static final List<String> TRIGGERS =
            List.of("market.btcPriceUsd", "market.networkHashrateEh", "market.hashpriceUsdPerPhDay");

    private final ActiveRulebook rulebooks;
    private final ResultCache<Projection> projections = new ResultCache<>();

    public Projections(ActiveRulebook rulebooks) {
        this.rulebooks = rulebooks;
    }

    /** The limits and defaults in force; empty when the rulebook has no parameters of a projection. */
    public Optional<ProjectionSettings> settings() {
        return offered(rulebooks.current());
    }

    /** The same of the edition that made an evaluation. */
    public Optional<ProjectionSettings> settings(Evaluation evaluation) {
        return offered(evaluation.rulebook(rulebooks));
    }

    /**
     * The months of the company under each strategy.
     *
     * @param flips of the same evaluation; those of market values become triggers
     */
    public Projection project(Evaluation evaluation, List<Flip> flips, RunSettings asked) {
        return projections.get(
                evaluation,
                List.of(triggers(flips), asked),
                () -> project(evaluation.rulebook(rulebooks), evaluation, flips, asked, ModelVersion.CURRENT));
    }

    /**
     * The projection of a receipt, computed anew; empty when the edition has no parameters of a projection.
     *
     * @param model version of the model that the receipt states
     */
    static Optional<ProjectionDocument> recorded(Rulebook rulebook, Evaluation evaluation, ModelVersion model) {
        return offered(rulebook)
                .map(settings -> ProjectionDocument.recorded(settings, model, usual -> {
                    List<Flip> flips = new FlipFinder(evaluation.adviser()).flips(evaluation.situation());
                    return project(rulebook, evaluation, flips, usual, model);
                }));
    }

    private static Optional<ProjectionSettings> offered(Rulebook rulebook) {
        return rulebook.parameters().containsKey(ProjectionParameters.PRICE_VOLATILITY_PERCENT)
                ? Optional.of(settings(rulebook))
                : Optional.empty();
    }

    private static Projection project(
            Rulebook rulebook, Evaluation evaluation, List<Flip> flips, RunSettings asked, ModelVersion model) {
        MarketScenario scenario = asked.scenario();
        ProjectionRequest request = new ProjectionRequest(
                asked.months(),
                asked.paths(),
                asked.seed(),
                begin(rulebook, scenario),
                asked.quotes(),
                scenario == MarketScenario.ADVERSE,
                model);
        return new Projector(evaluation.adviser(), settings(rulebook))
                .project(evaluation.situation(), request, triggers(flips))
                .calibrated(scenario == MarketScenario.NEUTRAL ? calibration(rulebook) : null);
    }

    private static List<TriggerLevel> triggers(List<Flip> flips) {
        return flips.stream()
                .filter(flip -> TRIGGERS.contains(flip.id()))
                .map(Projections::trigger)
                .toList();
    }

    private static TriggerLevel trigger(Flip flip) {
        double at = ((Answer.Number) flip.at()).value();
        return new TriggerLevel(flip.id(), flip.direction() == Flip.Direction.UP, at, flip.to());
    }

    private static PathScenario begin(Rulebook rulebook, MarketScenario scenario) {
        if (scenario == MarketScenario.ADVERSE) {
            return PathScenario.stress();
        }
        YearMonth from = scenario.from;
        YearMonth to = scenario.to;
        return from == null || to == null
                ? PathScenario.neutral()
                : PathScenario.replay(rulebook.markets().snapshots(), from, to);
    }

    /** The limits, defaults and parameters that a rulebook gives. */
    public static ProjectionSettings settings(Rulebook rulebook) {
        return new ProjectionSettings(
                new MarketModel(
                        part(rulebook, ProjectionParameters.PRICE_DRIFT_PERCENT),
                        part(rulebook, ProjectionParameters.PRICE_VOLATILITY_PERCENT),
                        rulebook.threshold(ProjectionParameters.PRICE_TAIL_DEGREES),
                        part(rulebook, ProjectionParameters.DIFFICULTY_GROWTH_PERCENT),
                        rulebook.threshold(ProjectionParameters.DIFFICULTY_ON_PRICE),
                        rulebook.threshold(ProjectionParameters.DIFFICULTY_ON_EARLIER_PRICE),
                        rulebook.threshold(ProjectionParameters.DIFFICULTY_PULL_BACK),
                        rulebook.threshold(ProjectionParameters.RESTING_HASHPRICE_USD_PER_PH_DAY),
                        part(rulebook, ProjectionParameters.RESTING_DECLINE_PERCENT_PER_YEAR),
                        part(rulebook, ProjectionParameters.DIFFICULTY_NOISE_PERCENT),
                        StrictMath.log1p(part(rulebook, ProjectionParameters.POWER_GROWTH_PERCENT_PER_YEAR)) / 12,
                        part(rulebook, ProjectionParameters.POWER_VOLATILITY_PERCENT)),
                new CompanyModel(
                        rulebook.threshold(ProjectionParameters.CASH_FLOOR_MONTHS),
                        part(rulebook, ProjectionParameters.FORCED_SALE_SLIPPAGE_PERCENT),
                        new CompanyModel.Machines(
                                part(rulebook, ProjectionParameters.FLEET_SPREAD_PERCENT),
                                part(rulebook, ProjectionParameters.FLEET_WEAR_PERCENT_PER_YEAR),
                                rulebook.threshold(ProjectionParameters.NEW_MACHINE_J_PER_TH),
                                rulebook.threshold(ProjectionParameters.NEW_MACHINE_USD_PER_TH)),
                        new CompanyModel.Loans(
                                part(rulebook, ProjectionParameters.PLEDGED_LOAN_TO_VALUE_PERCENT),
                                part(rulebook, ProjectionParameters.MARGIN_CALL_PERCENT),
                                part(rulebook, ProjectionParameters.LIQUIDATION_PERCENT),
                                part(rulebook, ProjectionParameters.LIQUIDATION_PENALTY_PERCENT)),
                        new CompanyModel.Building(
                                part(rulebook, ProjectionParameters.RENT_GROWTH_PERCENT_PER_YEAR),
                                part(rulebook, ProjectionParameters.BUILDING_CURVE_PERCENT),
                                (int) rulebook.threshold(ProjectionParameters.HALL_CLEARING_MONTHS)),
                        new CompanyModel.Shares(
                                part(rulebook, ProjectionParameters.SHARE_ISSUANCE_PERCENT_PER_MONTH),
                                rulebook.threshold(ProjectionParameters.PREMIUM_HALF_LIFE_MONTHS),
                                rulebook.threshold(ProjectionParameters.PREMIUM_ON_PRICE)),
                        new CompanyModel.Restructuring(
                                part(rulebook, ProjectionParameters.OVERHEAD_CUT_PERCENT),
                                (int) rulebook.threshold(ProjectionParameters.OVERHEAD_CUT_MONTHS),
                                (int) rulebook.threshold(ProjectionParameters.MATURITY_EXTENSION_MONTHS))),
                (int) rulebook.threshold(ProjectionParameters.PROJECTION_MONTHS),
                (int) rulebook.threshold(ProjectionParameters.MOST_PROJECTION_MONTHS),
                (int) rulebook.threshold(ProjectionParameters.PROJECTION_PATHS),
                (int) rulebook.threshold(ProjectionParameters.MOST_PROJECTION_PATHS),
                (long) rulebook.threshold(ProjectionParameters.PROJECTION_SEED),
                new DeliveryTimes(
                        values(rulebook, ProjectionParameters.FIRST_CAPACITY_MONTHS),
                        values(rulebook, ProjectionParameters.FULL_CAPACITY_MONTHS)),
                (int) rulebook.threshold(ProjectionParameters.TRIGGER_MONTHS),
                part(rulebook, ProjectionParameters.TRIGGER_REARM_PERCENT));
    }

    /** The calibration of paths by chance alone; null in editions without one. */
    public static @Nullable Calibration calibration(Rulebook rulebook) {
        return rulebook.parameters().containsKey(ProjectionParameters.CALIBRATION_LONGEST_MONTHS)
                ? new Calibration(
                        (int) rulebook.threshold(ProjectionParameters.CALIBRATION_LONGEST_MONTHS),
                        figure(rulebook, ProjectionParameters.CALIBRATION_LIQUIDITY),
                        figure(rulebook, ProjectionParameters.CALIBRATION_COINS))
                : null;
    }

    private static Calibration.Figure figure(Rulebook rulebook, ProjectionParameters.CalibrationNames names) {
        return new Calibration.Figure(
                part(rulebook, names.widthPercent()),
                (int) rulebook.threshold(names.known()),
                (int) rulebook.threshold(names.companies()),
                (int) rulebook.threshold(names.withinBand()),
                (int) rulebook.threshold(names.withinRange()));
    }

    private static List<Double> values(Rulebook rulebook, List<String> names) {
        return names.stream().map(rulebook::threshold).toList();
    }

    private static double part(Rulebook rulebook, String percent) {
        return rulebook.threshold(percent) / 100;
    }
}
