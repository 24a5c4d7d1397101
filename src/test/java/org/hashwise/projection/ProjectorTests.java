package org.hashwise.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Economics;
import org.hashwise.economics.LiquidityCalendar;
import org.hashwise.economics.LiquidityCalendar.Scenario;
import org.hashwise.economics.Operations;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.projection.Ledger.EntryType;
import org.hashwise.projection.Plan.Access;
import org.hashwise.projection.Plan.CoinPolicy;
import org.hashwise.projection.Projection.Outlook;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws that hold for every company, tried on plausible ones and on those of the casebook. */
class ProjectorTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final MarketSnapshot MARKET =
            RULEBOOK.markets().asOf(LocalDate.of(2025, 11, 30)).orElseThrow();
    private static final int COMPANIES = 20;
    private static final int MONTHS = 24;
    private static final double NOISE = 1e-6;
    private static final int PATHS = 200;
    private static final List<String> STATED = List.of(
            "treasury.monthlyCashBurnUsd", "mining.reportedCashCostPerBtcUsd", "mining.reportedAllInCostPerBtcUsd");

    @Test
    void withoutChanceTheProjectionIsTheCalendarOfTheAdvice() {
        ProjectionSettings still = SampleProjections.settings(SampleProjections.STILL, SampleProjections.plain());
        for (Situation each : companies()) {
            // The calendar knows neither credit nor loans on coins.
            Situation company = with(with(each, "treasury.undrawnCreditUsd", 0), "treasury.loanLtvPercent", 0);
            for (boolean building : List.of(false, true)) {
                LiquidityCalendar calendar =
                        Economics.calendar(company, company.jurisdictions(), Scenario.MARKET_OF_THE_DAY, building);
                Strategy strategy = building ? Strategy.AI_HOSTING : Strategy.HOLD;
                boolean committed = Economics.isBuildingCommitted(company, company.jurisdictions());
                if ((committed != building && committed) || (building && !hosts(company))) {
                    continue; // the lease is part of both, or there is nothing to lease
                }
                Outlook outlook = outlook(still, company, strategy, 1);
                double scale = Math.max(1, Math.abs(calendar.openingUsd()));
                // The calendar leaves the halving out.
                int halving = ModelVersion.CURRENT.halvingMonth(company.asOf());
                for (int month = 0; month < Math.min(MONTHS + 1, halving); month++) {
                    if (calendar.closingUsd(month) < 0
                            || outlook.survivalPercent().get(month) < 100) {
                        break; // from the first missed payment on there is nothing to compare
                    }
                    assertThat(outlook.liquidityUsd().get(month).p50() / scale)
                            .as("month %d", month)
                            .isCloseTo(calendar.closingUsd(month) / scale, within(NOISE));
                }
            }
        }
    }

    @Test
    void monthZeroIsTheAdvice() {
        for (Situation company : companies()) {
            Projection projection = project(SampleProjections.settings(), company, 100);
            Strategy advised = RULEBOOK.verdict(company).strategy();
            for (Outlook outlook : projection.strategies().values()) {
                if (outlook.survivalPercent().get(0) == 100) {
                    assertThat(outlook.advice().get(0).p10()).isEqualTo(advised);
                    assertThat(outlook.advice().get(0).p90()).isEqualTo(advised);
                }
            }
        }
    }

    @Test
    void dearerPowerNeverRaisesSurvival() {
        compare("power.priceUsdPerKwh", 1.5, -1);
    }

    @Test
    void moreCashNeverLowersSurvival() {
        compare("treasury.cashUsd", 2, 1);
    }

    @Test
    void moreDebtDueNeverRaisesSurvival() {
        compare("treasury.debtDueIn12MonthsUsd", 3, -1);
    }

    /**
     * Compares survival before and after a change that makes a company poorer or richer.
     *
     * <p>Without pledged coins, and as long as mined coins are sold at least for the costs, the richer company has at least
     * as much cash and as many coins in every month of every path, so that it lasts at least as long on each. A company that
     * holds all coins it mines buys them, as it were, for the power that they cost: one whose machines are off because power
     * is dear owns fewer when the price falls, and may be the one that survives. So may one whose pledged coins were sold
     * before the fall. There the law holds in the mean over companies.
     *
     * @param sign 1 when survival may not fall, -1 when it may not rise
     */
    private static void compare(String id, double factor, int sign) {
        int later = 0;
        double sum = 0;
        for (Situation company : companies()) {
            // A stated burn or cost says what the company pays whatever its power costs.
            if (STATED.stream().anyMatch(company::isAnswered)) {
                continue;
            }
            Situation other = with(company, id, company.number(id) * factor);
            Situation plain = with(company, "treasury.pledgedPercent", 0);
            Situation plainOther = with(other, "treasury.pledgedPercent", 0);
            for (Strategy strategy : Strategy.values()) {
                if (strategy != Strategy.DAT) {
                    int[] before = failures(plain, strategy, CoinPolicy.SELL_SOME);
                    int[] after = failures(plainOther, strategy, CoinPolicy.SELL_SOME);
                    for (int path = 0; path < PATHS; path++) {
                        assertThat(sign * Integer.compare(after[path], before[path]))
                                .as("%s, %s × %s, path %d", strategy, id, factor, path)
                                .isNotNegative();
                        later += after[path] == before[path] ? 0 : 1;
                    }
                }
                sum += sign
                        * (survivors(failures(other, strategy, CoinPolicy.HOLD_ALL))
                                - survivors(failures(company, strategy, CoinPolicy.HOLD_ALL)));
            }
        }
        assertThat(later).isGreaterThan(100);
        assertThat(sum).isPositive();
    }

    /** The month of the first missed payment on each path. */
    private static int[] failures(Situation company, Strategy strategy, CoinPolicy policy) {
        Operations operations = Economics.operations(company, company.jurisdictions());
        Plan plan = Plan.of(strategy, policy, operations.buildingCommitted(), operations.canHost(), Access.OPEN);
        CompanySimulator simulator = new CompanySimulator(operations, SampleProjections.COMPANY, 0.154);
        MarketPaths market = market(operations, company);
        return IntStream.range(0, PATHS)
                .map(path -> simulator
                        .run(plan, market.path(path), draws(path), false)
                        .failedMonth())
                .toArray();
    }

    private static PathDraws draws(int path) {
        return new PathDraws(new Delivery(6 + path % 18, 8 + path % 18), path % 3, path % 5 / 4.0);
    }

    private static double survivors(int[] failures) {
        return 100.0 * Arrays.stream(failures).filter(month -> month > MONTHS).count() / failures.length;
    }

    private static MarketPaths market(Operations operations, Situation company) {
        return new MarketPaths(
                SampleProjections.MARKET,
                PathScenario.neutral(),
                operations.hashpriceUsd(),
                1,
                ModelVersion.CURRENT.halvingMonth(company.asOf()),
                MONTHS,
                5);
    }

    @Test
    void survivalNeverComesBackAndStrategiesSeeTheSamePaths() {
        for (Situation company : companies()) {
            Projection projection = project(SampleProjections.settings(), company, 200);
            for (Outlook outlook : projection.strategies().values()) {
                for (int month = 1; month <= MONTHS; month++) {
                    assertThat(outlook.survivalPercent().get(month))
                            .isLessThanOrEqualTo(outlook.survivalPercent().get(month - 1));
                }
            }
            if (!hosts(company)) {
                assertThat(of(projection, Strategy.AI_HOSTING).liquidityUsd())
                        .as("nothing to lease, so it is the same as holding")
                        .isEqualTo(of(projection, Strategy.HOLD).liquidityUsd());
            }
        }
    }

    @Test
    void aStrategyHasTheSameOutcomeWhateverRanBeforeIt() {
        Situation company = companies().get(3);
        for (Strategy first : Strategy.values()) {
            int[] alone = failures(company, first, CoinPolicy.SELL_SOME);
            for (Strategy other : Strategy.values()) {
                failures(company, other, CoinPolicy.SELL_SOME);
            }
            assertThat(failures(company, first, CoinPolicy.SELL_SOME)).isEqualTo(alone);
        }
        Projection projection = project(SampleProjections.settings(), company, PATHS);
        projection
                .comparisons()
                .forEach(comparison -> assertThat(comparison.inPercentOfPaths()
                                + projection.comparisons().stream()
                                        .filter(back -> back.better() == comparison.than()
                                                && back.than() == comparison.better())
                                        .findFirst()
                                        .orElseThrow()
                                        .inPercentOfPaths())
                        .as("on a path one of two is better, or none")
                        .isLessThanOrEqualTo(100));
    }

    @Test
    void theSameRequestGetsTheSameFigures() {
        Situation company = companies().get(3);
        assertThat(project(SampleProjections.settings(), company, 300))
                .isEqualTo(project(SampleProjections.settings(), company, 300));
    }

    @Test
    void cashAndCoinsChangeByTheEntriesOfTheMonthToTheCent() {
        Set<EntryType> seen = EnumSet.noneOf(EntryType.class);
        for (Situation company : companies()) {
            Operations operations = Economics.operations(company, company.jurisdictions());
            CompanySimulator simulator = new CompanySimulator(operations, SampleProjections.COMPANY, 0.154);
            MarketPaths market = market(operations, company);
            for (Strategy strategy : Strategy.values()) {
                Plan plan = Plan.of(
                        strategy,
                        CoinPolicy.SELL_SOME,
                        operations.buildingCommitted(),
                        operations.canHost(),
                        Access.OPEN);
                for (int number = 0; number < 10; number++) {
                    CompanyPath path =
                            simulator.run(plan, market.path(number), new PathDraws(new Delivery(9, 12), 1, 0.5), true);
                    path.entries().forEach(entry -> seen.add(entry.kind()));
                    for (int month = 1; month <= MONTHS && path.isAliveAt(month); month++) {
                        assertThat(path.cashUsd()[month])
                                .isCloseTo(path.cashUsd()[month - 1] + usd(path, month), within(0.01));
                        assertThat(path.btcHeld()[month])
                                .isCloseTo(path.btcHeld()[month - 1] + btc(path, month), within(1e-7));
                    }
                }
            }
        }
        assertThat(seen)
                .contains(
                        EntryType.MINED,
                        EntryType.SOLD,
                        EntryType.FORCED_SALE,
                        EntryType.COSTS,
                        EntryType.DEBT,
                        EntryType.ISSUED)
                .contains(EntryType.BOUGHT, EntryType.MACHINES);
    }

    private static double usd(CompanyPath path, int month) {
        return path.entries().stream()
                .filter(entry -> entry.month() == month)
                .mapToDouble(Ledger.Entry::usd)
                .sum();
    }

    private static double btc(CompanyPath path, int month) {
        return path.entries().stream()
                .filter(entry -> entry.month() == month)
                .mapToDouble(Ledger.Entry::btc)
                .sum();
    }

    @Test
    void creditIsDrawnBeforeCoinsAreSoldAndClosedFundingShortensTheSurvivalPeriod() {
        Situation tight = with(with(poor(), "treasury.cashUsd", 0), "treasury.debtDueIn12MonthsUsd", 0);
        Outlook without = outlook(SampleProjections.settings(), tight, Strategy.HOLD, PATHS);
        Outlook with = outlook(
                SampleProjections.settings(), with(tight, "treasury.undrawnCreditUsd", 1e9), Strategy.HOLD, PATHS);

        assertThat(without.forcedSale().sharePercent()).isPositive();
        assertThat(with.forcedSale().sharePercent())
                .isLessThan(without.forcedSale().sharePercent());
        assertThat(with.survivalPercent().get(MONTHS))
                .isGreaterThan(without.survivalPercent().get(MONTHS));
        assertThat(with.survivalPeriodMonths())
                .as("without new funding nothing is drawn")
                .isEqualTo(without.survivalPeriodMonths())
                .isNotNull();
        assertThat(with.runwayMonths()).isNull();
    }

    @Test
    void powerCostsTheMarketPriceWhenTheContractHasEnded() {
        ProjectionSettings dearer = SampleProjections.settings(
                new MarketModel(0, 0, 11, 0, 0, 0, 0, 38, 0, 0, 0.05, 0), SampleProjections.plain());
        Situation miner = with(poor(), "treasury.cashUsd", 1e9);
        int position = RULEBOOK.questionnaire().position("power.contract");
        Situation indexed = miner.with(position, new Answer.Choice("INDEXED"));
        Situation fixed = with(miner.with(position, new Answer.Choice("FIXED")), "power.contractYearsLeft", 1);
        List<Quantiles> atOnce = outlook(dearer, indexed, Strategy.HOLD, 1).liquidityUsd();
        List<Quantiles> later = outlook(dearer, fixed, Strategy.HOLD, 1).liquidityUsd();

        assertThat(atOnce.get(1).p50()).isLessThan(later.get(1).p50());
        assertThat(later.get(12).p50() - later.get(11).p50())
                .isCloseTo(later.get(2).p50() - later.get(1).p50(), within(1.0));
        assertThat(later.get(13).p50() - later.get(12).p50())
                .as("the increase of a year comes at once")
                .isCloseTo(atOnce.get(13).p50() - atOnce.get(12).p50(), within(1.0))
                .isLessThan(later.get(12).p50() - later.get(11).p50());
    }

    @Test
    void leadTimeIsCountedOnPathsThatFailAfterTheTrigger() {
        Situation company = poor();
        double price = company.number("market.btcPriceUsd");
        TriggerLevel above = new TriggerLevel("market.btcPriceUsd", true, 1.1 * price, Strategy.AI_HOSTING);

        Projection projection = new Projector(RULEBOOK, SampleProjections.settings())
                .project(
                        company,
                        new ProjectionRequest(MONTHS, PATHS, 11, PathScenario.neutral(), List.of(), false),
                        List.of(above));

        assertThat(of(projection, Strategy.HOLD).runwayMonths())
                .as("most fail early")
                .isLessThan(8);
        assertThat(projection.triggers().get(0).leadMonths()).isNotNull().isNotNegative();
    }

    @Test
    void whatWasNotAnsweredIsDrawnAndEachAnswerNarrowsTheBand() {
        Situation silent = company(Map.of(
                "treasury.cashUsd", new Answer.Number(20_000_000),
                "treasury.btcHeld", new Answer.Number(500)));
        Situation fleet = answered(silent, "mining.hashrateEh", "mining.fleetEfficiencyJPerTh");
        Situation costs = answered(
                fleet,
                "mining.cashOverheadUsdPerMonth",
                "power.priceUsdPerKwh",
                "power.contract",
                "treasury.capitalAccess");

        Outlook wide = outlook(SampleProjections.settings(), silent, Strategy.HOLD, 1000);
        Outlook narrower = outlook(SampleProjections.settings(), fleet, Strategy.HOLD, 1000);
        Outlook narrow = outlook(SampleProjections.settings(), costs, Strategy.HOLD, 1000);

        assertThat(width(wide.btcHeld().get(12)))
                .isGreaterThan(width(narrower.btcHeld().get(12)));
        assertThat(width(narrower.btcHeld().get(12)))
                .isGreaterThan(width(narrow.btcHeld().get(12)));
        assertThat(width(wide.liquidityUsd().get(0)))
                .as("what the company owns today is the same on every path")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"treasury.cashUsd, 2, 1", "power.priceUsdPerKwh, 1.3, -1"})
    void moreCashAndDearerPowerActTheSameWayWhateverElseIsNotKnown(String id, double factor, int sign) {
        int later = 0;
        for (double cash = 1e6; cash < 1e8; cash *= 2) {
            Situation company = company(Map.of(
                    "treasury.cashUsd", new Answer.Number(cash),
                    "power.priceUsdPerKwh", new Answer.Number(0.045),
                    "treasury.pledgedPercent", new Answer.Number(0),
                    "treasury.btcPolicy", new Answer.Choice("SELL_SOME")));
            Situation changed = with(company, id, company.number(id) * factor);
            List<Double> before = outlook(SampleProjections.settings(), company, Strategy.HOLD, PATHS)
                    .survivalPercent();
            List<Double> after = outlook(SampleProjections.settings(), changed, Strategy.HOLD, PATHS)
                    .survivalPercent();
            for (int month = 0; month <= MONTHS; month++) {
                double change = sign * (after.get(month) - before.get(month));
                assertThat(change >= 0).as("%s, month %d", id, month).isTrue();
                later += change > 0 ? 1 : 0;
            }
        }
        assertThat(later).isPositive();
    }

    private static double width(Quantiles band) {
        return band.p90() - band.p10();
    }

    private static Situation company(Map<String, Answer> answers) {
        return Situation.of(
                RULEBOOK.questionnaire(), Answers.of(answers), MARKET, RULEBOOK.jurisdictions(), MARKET.asOf());
    }

    /** The same company, which answers what was assumed so far. */
    private static Situation answered(Situation company, String... ids) {
        Situation answered = company;
        for (String id : ids) {
            int position = RULEBOOK.questionnaire().position(id);
            answered = answered.with(position, Objects.requireNonNull(answered.valueAt(position)));
        }
        return answered;
    }

    /** A miner with some coins, whose machines earn their power and little more. */
    private static Situation poor() {
        Answers answers = Answers.of(Map.of(
                "mining.hashrateEh", new Answer.Number(5),
                "mining.fleetEfficiencyJPerTh", new Answer.Number(20),
                "power.priceUsdPerKwh", new Answer.Number(0.05),
                "treasury.cashUsd", new Answer.Number(2_000_000),
                "treasury.btcHeld", new Answer.Number(100),
                "treasury.pledgedPercent", new Answer.Number(0),
                "treasury.debtUsd", new Answer.Number(0),
                "company.listed", new Answer.YesNo(false),
                "mining.cashOverheadUsdPerMonth", new Answer.Number(3_000_000)));
        return Situation.of(RULEBOOK.questionnaire(), answers, MARKET, RULEBOOK.jurisdictions(), MARKET.asOf());
    }

    private static boolean hosts(Situation company) {
        return Economics.operations(company, company.jurisdictions()).canHost();
    }

    private static Outlook outlook(ProjectionSettings settings, Situation company, Strategy strategy, int paths) {
        return of(project(settings, company, paths), strategy);
    }

    private static Outlook of(Projection projection, Strategy strategy) {
        return Objects.requireNonNull(projection.strategies().get(strategy));
    }

    private static Projection project(ProjectionSettings settings, Situation company, int paths) {
        return new Projector(RULEBOOK, settings)
                .project(
                        company,
                        new ProjectionRequest(MONTHS, paths, 11, PathScenario.neutral(), List.of(), false),
                        List.of());
    }

    private static List<Situation> companies() {
        Sampler sampler = new Sampler(
                RULEBOOK.questionnaire(),
                MARKET,
                RULEBOOK.jurisdictions(),
                MARKET.asOf(),
                Answers.none(),
                Map.of(),
                1789);
        List<Situation> companies = new ArrayList<>();
        for (int number = 0; number < COMPANIES; number++) {
            companies.add(sampler.company(number));
        }
        RULEBOOK.cases().stream().limit(16).map(ShippedRules::situation).forEach(companies::add);
        return companies;
    }

    private static Situation with(Situation company, String id, double value) {
        var question = RULEBOOK.questionnaire().question(id).orElseThrow();
        double within = Math.min(question.max(), value);
        return company.with(RULEBOOK.questionnaire().position(id), new Answer.Number(within));
    }
}
