package org.hashwise.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.analysis.Workers;
import org.hashwise.economics.Economics;
import org.hashwise.economics.Operations;
import org.hashwise.projection.Plan.Issuance;
import org.hashwise.projection.Projection.AdviceAt;
import org.hashwise.projection.Projection.Comparison;
import org.hashwise.projection.Projection.Events;
import org.hashwise.projection.Projection.Example;
import org.hashwise.projection.Projection.Outlook;
import org.hashwise.projection.Projection.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Monte Carlo projection of one company under each strategy. All strategies see the same paths (common random numbers), so
 * that their difference is not chance. What the company did not answer about its business is drawn with the path.
 */
public final class Projector {

    private static final double MEDIAN_PART = 0.5;
    private static final double FULL = 100;
    private static final double SURVIVAL_PERCENT = 90;
    private static final double[] EXAMPLES = {0.1, 0.5, 0.9};
    private static final String FEE_PERCENT = "market.transactionFeePercent";
    private static final String PRICE = "market.btcPriceUsd";
    private static final String NETWORK = "market.networkHashrateEh";

    private final Adviser adviser;
    private final ProjectionSettings settings;

    public Projector(Adviser adviser, ProjectionSettings settings) {
        this.adviser = adviser;
        this.settings = settings;
    }

    /** Runs all strategies of one company. */
    public Projection project(Situation situation, ProjectionRequest request, List<TriggerLevel> triggers) {
        Operations operations = Economics.operations(situation, situation.jurisdictions());
        int halvingMonth = request.model().halvingMonth(situation.asOf());
        MarketPaths generator = new MarketPaths(
                settings.market(),
                request.scenario(),
                operations.hashpriceUsd(),
                situation.number(FEE_PERCENT),
                halvingMonth,
                request.months(),
                request.seed());
        List<MarketPath> market =
                Workers.map(IntStream.range(0, request.paths()).boxed().toList(), generator::path);
        if (!request.hashpriceQuotes().isEmpty()) {
            market = ForwardCurve.shifted(market, request.hashpriceQuotes(), operations.hashpriceUsd());
        }
        Run run = new Run(situation, operations, market, request);
        Map<Strategy, double[]> ends = new EnumMap<>(Strategy.class);
        int[] failures = new int[0];
        SortedMap<Strategy, Outlook> outlooks = new TreeMap<>();
        for (Strategy strategy : Strategy.values()) {
            List<Plan> plans = run.plans(strategy);
            StrategyPaths outcomes = run.simulate(plans);
            outlooks.put(strategy, run.outlook(plans, outcomes));
            ends.put(strategy, outcomes.liquidity(request.months()));
            failures = strategy == Strategy.HOLD ? outcomes.failedMonths() : failures;
        }
        int[] holding = failures;
        return new Projection(
                request.months(),
                request.paths(),
                request.seed(),
                situation.asOf(),
                new Projection.Market(
                        run.quantiles(month -> run.market(month, true)),
                        run.quantiles(month -> run.market(month, false))),
                outlooks,
                comparisons(ends),
                triggers.stream().map(level -> run.trigger(level, holding)).toList(),
                FULL * MEDIAN_PART / Math.sqrt(request.paths()),
                run.events(halvingMonth),
                null);
    }

    private static List<Comparison> comparisons(Map<Strategy, double[]> ends) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Strategy better : Strategy.values()) {
            for (Strategy than : Strategy.values()) {
                if (better != than) {
                    double[] one = Objects.requireNonNull(ends.get(better));
                    double[] other = Objects.requireNonNull(ends.get(than));
                    long count = IntStream.range(0, one.length)
                            .filter(path -> one[path] > other[path])
                            .count();
                    comparisons.add(new Comparison(better, than, FULL * count / one.length));
                }
            }
        }
        return comparisons;
    }

    /** One projection under way. */
    private final class Run {
        private final Situation situation;
        private final Operations operations;
        private final List<MarketPath> market;
        private final ProjectionRequest request;
        private final List<PathCompany> companies;
        private final List<CompanySimulator> simulators;

        Run(Situation situation, Operations operations, List<MarketPath> market, ProjectionRequest request) {
            this.situation = situation;
            this.operations = operations;
            this.market = market;
            this.request = request;
            this.companies = isStill() || request.model() == ModelVersion.FIRST
                    ? Collections.nCopies(request.paths(), PathCompany.assumed(situation))
                    : PathCompany.drawn(situation, request.paths(), request.seed());
            this.simulators = companies.stream().map(this::simulator).toList();
        }

        private CompanySimulator simulator(PathCompany company) {
            return new CompanySimulator(
                    company.operations(), settings.company(), settings.market().volatility());
        }

        // Without chance there is one path: the company of the advice.
        private boolean isStill() {
            return settings.market().volatility() == 0;
        }

        List<Plan> plans(Strategy strategy) {
            return companies.stream().map(company -> plan(strategy, company)).toList();
        }

        private Plan plan(Strategy strategy, PathCompany company) {
            Plan open = Plan.of(
                    strategy, company.policy(), operations.buildingCommitted(), operations.canHost(), company.access());
            Plan plan = request.model() == ModelVersion.FIRST ? open.fading() : open;
            return request.isFundingClosed() ? plan.withoutFunding() : plan;
        }

        StrategyPaths simulate(List<Plan> plans) {
            StrategyPaths paths = new StrategyPaths(request.months(), request.paths());
            Workers.times(request.paths(), () -> plans, (same, path) -> paths.put(path, run(same, path)));
            return paths;
        }

        private CompanyPath run(List<Plan> plans, int path) {
            return simulators.get(path).run(plans.get(path), market.get(path), draws(path), false);
        }

        private PathDraws draws(int path) {
            int planned = operations.monthsToFirstRent();
            if (isStill()) {
                return PathDraws.planned(planned);
            }
            UniformRandomProvider random = RandomStreams.of(~request.seed(), path);
            Delivery delivery = settings.deliveries().draw(planned, random.nextDouble());
            return new PathDraws(delivery, 2 * random.nextDouble(), random.nextDouble());
        }

        // The month of the first rent on all but the slowest tenth of the paths.
        private int lateRent() {
            double[] first = IntStream.range(0, request.paths())
                    .mapToDouble(path -> draws(path).delivery().first() + 1)
                    .toArray();
            return (int) Quantiles.of(0, first).p90();
        }

        double[] market(int month, boolean price) {
            double start = price ? operations.btcPriceUsd() : operations.hashpriceUsd();
            return market.stream()
                    .mapToDouble(path -> start * (price ? path.price()[month] : path.revenue(month)))
                    .toArray();
        }

        List<Quantiles> quantiles(IntFunction<double[]> values) {
            return Workers.map(
                    IntStream.rangeClosed(0, request.months()).boxed().toList(),
                    month -> Quantiles.of(month, values.apply(month)));
        }

        Outlook outlook(List<Plan> plans, StrategyPaths paths) {
            List<Double> survival = paths.survivalPercent();
            int[] examples = Arrays.stream(EXAMPLES).mapToInt(paths::pathNear).toArray();
            List<CompanyPath> chosen =
                    Arrays.stream(examples).mapToObj(path -> run(plans, path)).toList();
            return new Outlook(
                    quantiles(paths::liquidity),
                    quantiles(paths::coins),
                    survival,
                    runway(survival),
                    isFunded(plans) ? runway(withoutFunding(plans).survivalPercent()) : runway(survival),
                    paths.forcedSale(),
                    paths.breaks(),
                    advice(examples, chosen),
                    chosen.stream()
                            .map(path -> new Example(list(path.liquidityUsd()), list(path.btcHeld())))
                            .toList());
        }

        /** Returns whether the plan of any path depends on new money, so that it differs from the one without. */
        private boolean isFunded(List<Plan> plans) {
            return plans.stream()
                    .anyMatch(plan ->
                            plan.issuance() != Issuance.NONE || (plan.draws() && operations.undrawnCreditUsd() > 0));
        }

        private StrategyPaths withoutFunding(List<Plan> plans) {
            return simulate(plans.stream().map(Plan::withoutFunding).toList());
        }

        private List<AdviceAt> advice(int[] numbers, List<CompanyPath> chosen) {
            PathSituation situations = new PathSituation(situation, operations);
            return Workers.map(
                    IntStream.rangeClosed(0, request.months()).boxed().toList(), month -> {
                        VerdictEvaluator evaluator = adviser.evaluator();
                        Strategy[] at = new Strategy[EXAMPLES.length];
                        for (int i = 0; i < at.length; i++) {
                            at[i] = chosen.get(i).isAliveAt(month)
                                    ? strategy(evaluator, situations.at(chosen.get(i), market.get(numbers[i]), month))
                                    : Strategy.RESTRUCTURE; // a company that has missed a payment has to restructure
                        }
                        return new AdviceAt(month, at[0], at[1], at[2]);
                    });
        }

        private static Strategy strategy(VerdictEvaluator evaluator, Situation company) {
            evaluator.evaluate(company);
            return evaluator.strategy();
        }

        Trigger trigger(TriggerLevel level, int[] failures) {
            int[] first =
                    market.stream().mapToInt(path -> firstMonth(path, level)).toArray();
            int[] seen = Arrays.stream(first)
                    .filter(month -> month != CompanyPath.NEVER)
                    .sorted()
                    .toArray();
            int[] leads = IntStream.range(0, first.length)
                    .filter(path -> first[path] != CompanyPath.NEVER)
                    .filter(path -> failures[path] != CompanyPath.NEVER && failures[path] >= first[path])
                    .map(path -> failures[path] - first[path])
                    .sorted()
                    .toArray();
            return new Trigger(
                    level.id(),
                    level.above() ? "ABOVE" : "BELOW",
                    level.at(),
                    settings.triggerMonths(),
                    level.then(),
                    FULL * seen.length / request.paths(),
                    seen.length == 0 ? null : Integer.valueOf(seen[0]),
                    median(seen),
                    level.at() * (level.above() ? 1 - settings.rearm() : 1 + settings.rearm()),
                    median(leads));
        }

        private int firstMonth(MarketPath path, TriggerLevel level) {
            int beyond = 0;
            for (int month = 1; month <= path.months(); month++) {
                double value = switch (level.id()) {
                    case PRICE -> operations.btcPriceUsd() * path.price()[month];
                    case NETWORK -> situation.number(NETWORK) / path.coins()[month];
                    default -> operations.hashpriceUsd() * path.revenue(month);
                };
                beyond = (level.above() ? value >= level.at() : value <= level.at()) ? beyond + 1 : 0;
                if (beyond == settings.triggerMonths()) {
                    return month;
                }
            }
            return CompanyPath.NEVER;
        }

        Events events(int halving) {
            boolean leases = operations.canHost() || operations.buildingCommitted();
            return new Events(
                    within(halving),
                    operations.debtDueUsd() > 0 ? within(operations.debtDueMonth()) : null,
                    within(operations.lastMonthOfPowerContract()),
                    leases ? within(operations.monthsToFirstRent() + 1) : null,
                    leases ? within(lateRent()) : null);
        }

        private @Nullable Integer within(int month) {
            return month >= 1 && month <= request.months() ? month : null;
        }
    }

    private static @Nullable Integer runway(List<Double> survival) {
        return IntStream.range(0, survival.size())
                .filter(month -> survival.get(month) < SURVIVAL_PERCENT)
                .boxed()
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer median(int[] sorted) {
        return sorted.length == 0 ? null : sorted[sorted.length / 2];
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
