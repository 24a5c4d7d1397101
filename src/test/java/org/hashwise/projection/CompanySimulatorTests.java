package org.hashwise.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.hashwise.projection.CompanyModel.Building;
import org.hashwise.projection.CompanyModel.Loans;
import org.hashwise.projection.CompanyModel.Machines;
import org.hashwise.projection.CompanyModel.Restructuring;
import org.hashwise.projection.CompanyModel.Shares;
import org.hashwise.projection.Ledger.Entry;
import org.hashwise.projection.Ledger.EntryType;
import org.hashwise.projection.Plan.CoinPolicy;
import org.hashwise.projection.Plan.Issuance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One company on a given path: loans on coins, new shares, a building that is late, and machines that wear out. */
class CompanySimulatorTests {

    private static final double PRICE = SampleOperations.PRICE;
    private static final int MONTHS = 12;
    private static final Plan HOLDING = plan(CoinPolicy.HOLD_ALL, Issuance.NONE);
    private static final Plan RENEWING = new Plan(false, CoinPolicy.SELL_SOME, Issuance.NONE, false, false, true);
    private static final Plan ISSUING = plan(CoinPolicy.HOLD_ALL, Issuance.TREASURY);
    private static final Plan BUILDING = new Plan(true, CoinPolicy.SELL_SOME, Issuance.NONE, false, false, false);
    private static final PathDraws PLANNED = PathDraws.planned(6);

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.70, 57500",
        "0.5, 0.80, 50313",
        "0.5, 0.86, 46802",
        "0.6, 0.70, 69000",
        "0.6, 0.80, 60375",
        "0.6, 0.86, 56163"
    })
    void aLevelOfALoanIsReachedAtThePriceOfItsFormula(double loanToValue, double level, double at) {
        SampleOperations pledged = new SampleOperations().pledged(100, loanToValue);
        CompanyModel liquidated = model(new Loans(loanToValue, 9, level, 0));
        assertThat(kinds(run(pledged, liquidated, HOLDING, price(at + 1)))).doesNotContain(EntryType.LIQUIDATED);
        assertThat(kinds(run(pledged, liquidated, HOLDING, price(at - 1)))).contains(EntryType.LIQUIDATED);

        SampleOperations withFree =
                new SampleOperations().pledged(100, loanToValue).coins(100);
        CompanyModel called = model(new Loans(loanToValue, level, 9, 0));
        assertThat(run(withFree, called, HOLDING, price(at + 1)).pledgedBtc()[1])
                .isEqualTo(100);
        assertThat(run(withFree, called, HOLDING, price(at - 1)).pledgedBtc()[1])
                .as("coins are pledged until the loan is back at its level of the start")
                .isCloseTo(100 * PRICE / (at - 1), within(1e-9));
    }

    @Test
    void aCallThatCoinsCannotMeetIsMetFromCash() {
        SampleOperations pledged = new SampleOperations().pledged(100, 0.5).cash(3_000_000);

        CompanyPath path = run(pledged, model(new Loans(0.5, 0.7, 0.86, 0.05)), HOLDING, price(50_000));

        assertThat(sum(path, EntryType.LOAN_REPAID)).isCloseTo(-(100 * PRICE / 2 - 100 * 50_000 / 2.0), within(1e-6));
        assertThat(path.btcHeld()[1]).isEqualTo(100);
    }

    @Test
    void aLiquidationAddsItsPenaltyToTheLoan() {
        SampleOperations pledged = new SampleOperations().pledged(100, 0.5);

        double without = run(pledged, model(new Loans(0.5, 0.7, 0.86, 0)), HOLDING, price(45_000))
                .btcHeld()[1];
        double with = run(pledged, model(new Loans(0.5, 0.7, 0.86, 0.05)), HOLDING, price(45_000))
                .btcHeld()[1];

        assertThat(100 - without).isCloseTo((100 * PRICE / 2 - 2_250_000) / (45_000 * 0.5), within(1e-6));
        assertThat(100 - with).isCloseTo((1.05 * 100 * PRICE / 2 - 2_250_000) / (45_000 * 0.5), within(1e-6));
    }

    @Test
    void repaidDebtFreesThePledgedCoins() {
        double debt = 100 * PRICE / 2;
        SampleOperations pledged =
                new SampleOperations().pledged(100, 0.5).cash(debt + 1_000_000).due(debt, 3);

        CompanyPath path = run(pledged, model(new Loans(0.5, 0.7, 0.86, 0)), HOLDING, price(PRICE));

        assertThat(path.pledgedBtc()[2]).isEqualTo(100);
        assertThat(path.pledgedBtc()[3]).isZero();
        assertThat(path.liquidityUsd()[3]).isCloseTo(1_000_000 + 100 * PRICE, within(1e-6));
    }

    @Test
    void sharesAreIssuedOnlyAboveTheValueOfTheCoinsAndAddCoinsPerShare() {
        CompanyModel tenth = model(new Shares(0.1, 1e9, 1));

        CompanyPath above = run(new SampleOperations().coins(100).marketCap(150 * PRICE), tenth, ISSUING, price(PRICE));
        CompanyPath below = run(new SampleOperations().coins(100).marketCap(80 * PRICE), tenth, ISSUING, price(PRICE));

        assertThat(above.btcHeld()[1] / 100 / 1.1 - 1).isCloseTo(0.04545, within(1e-4));
        assertThat(kinds(below)).doesNotContain(EntryType.ISSUED, EntryType.BOUGHT);
    }

    @Test
    void newSharesPayWhatTheMonthLacksBeforeTheyBuyCoins() {
        CompanyModel tenth = model(new Shares(0.1, 1e9, 1));
        SampleOperations burning =
                new SampleOperations().coins(100).marketCap(150 * PRICE).overhead(1_000_000);

        CompanyPath path = run(burning, tenth, ISSUING, price(PRICE));

        assertThat(path.forcedMonth()).isEqualTo(CompanyPath.NEVER);
        assertThat(entry(path, 1, EntryType.BOUGHT)).isCloseTo(-(15 * PRICE - 1_000_000), within(1.0));
        assertThat(run(burning, tenth, HOLDING, price(PRICE)).forcedMonth()).isEqualTo(1);
    }

    @Test
    void aPremiumFadesUntilNothingIsIssuedAnyMore() {
        CompanyPath path = run(
                new SampleOperations().coins(100).marketCap(101 * PRICE),
                model(new Shares(0.02, 6, 1.3)),
                ISSUING,
                falling());

        assertThat(path.entries())
                .as("the multiple falls below 1 with the price")
                .noneMatch(entry -> entry.kind() == EntryType.ISSUED);
    }

    @Test
    void aBusinessBuysCoinsWithAPartOfItsProceedsAndATreasuryWithAll() {
        SampleOperations company = new SampleOperations().coins(100).marketCap(150 * PRICE);
        CompanyModel tenth = model(new Shares(0.1, 1e9, 1));
        Plan business = plan(CoinPolicy.HOLD_ALL, Issuance.BUSINESS);
        PathDraws third = new PathDraws(new Delivery(6, 6), 1, 0.3);

        CompanyPath part = new CompanySimulator(company.build(), tenth, 0).run(business, price(PRICE), third, true);
        CompanyPath all = new CompanySimulator(company.build(), tenth, 0).run(ISSUING, price(PRICE), third, true);

        assertThat(entry(part, 1, EntryType.BOUGHT)).isCloseTo(-0.3 * 15 * PRICE, within(1e-6));
        assertThat(part.cashUsd()[1]).isCloseTo(0.7 * 15 * PRICE, within(1e-6));
        assertThat(entry(all, 1, EntryType.BOUGHT)).isCloseTo(-15 * PRICE, within(1.0));
    }

    @Test
    void theValueOfABusinessStaysAndThatOfATreasuryPremiumFades() {
        SampleOperations company = new SampleOperations().coins(100).marketCap(150 * PRICE);
        CompanyModel halving = model(new Shares(0.02, 6, 1));

        CompanyPath treasury = run(company, halving, ISSUING, price(PRICE));
        CompanyPath business = run(company, halving, plan(CoinPolicy.HOLD_ALL, Issuance.BUSINESS), price(PRICE));

        assertThat(entry(business, 1, EntryType.ISSUED)).isCloseTo(0.02 * 150 * PRICE, within(1e-6));
        assertThat(entry(business, 7, EntryType.ISSUED) / Math.pow(1.02, 6))
                .as("shares of half a year later sell for as much")
                .isCloseTo(0.02 * 150 * PRICE, within(1e-6));
        assertThat(entry(treasury, 7, EntryType.ISSUED) / Math.pow(1.02, 6))
                .as("of the 50 above the coins less than half is left")
                .isCloseTo(0.02 * (100 + 50 * Math.pow(0.5, 7 / 6.0)) * PRICE, within(1e-6));
    }

    @Test
    void interestOfALateBuildingIsPaidBeforeTheOwnerReceivesRent() {
        SampleOperations hosting = new SampleOperations().cash(12_000_000).building(12_000_000, 3_000_000, 2_000_000);
        CompanyModel plain = model(new Building(0, 0, 0));

        CompanyPath planned = run(hosting, plain, BUILDING, price(PRICE));
        CompanyPath late = new CompanySimulator(hosting.build(), plain, 0)
                .run(BUILDING, price(PRICE), new PathDraws(new Delivery(8, 8), 1, 1), true);

        assertThat(sum(planned, EntryType.OWN_SHARE)).isCloseTo(-12_000_000, within(1e-6));
        assertThat(sum(planned, EntryType.RENT)).isCloseTo(6 * 3_000_000, within(1e-6));
        assertThat(sum(late, EntryType.OWN_SHARE)).isCloseTo(-12_000_000, within(1e-6));
        assertThat(entry(late, 9, EntryType.RENT)).isZero();
        assertThat(sum(late, EntryType.RENT)).isCloseTo(4 * 3_000_000 - 2 * 2_000_000, within(1e-6));
    }

    @Test
    void theOwnShareFollowsAnSCurveAndRentGrowsWithTheCapacity() {
        SampleOperations hosting = new SampleOperations().cash(12_000_000).building(12_000_000, 3_000_000, 0);

        CompanyPath path = new CompanySimulator(hosting.build(), model(new Building(0, 1, 0)), 0)
                .run(BUILDING, price(PRICE), new PathDraws(new Delivery(4, 6), 1, 1), true);

        assertThat(entry(path, 1, EntryType.OWN_SHARE)).isCloseTo(-12_000_000 * 0.15625, within(1e-6));
        assertThat(entry(path, 2, EntryType.OWN_SHARE)).isCloseTo(-12_000_000 * 0.34375, within(1e-6));
        assertThat(sum(path, EntryType.OWN_SHARE)).isCloseTo(-12_000_000, within(1e-6));
        assertThat(List.of(
                        entry(path, 5, EntryType.RENT), entry(path, 6, EntryType.RENT), entry(path, 7, EntryType.RENT)))
                .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-6 ? 0 : 1)
                .containsExactly(1_000_000.0, 2_000_000.0, 3_000_000.0);
    }

    @Test
    void theLeastEfficientMachinesStopFirst() {
        // Revenue of a coin against power of 0.8: the average machine earns its power down to 80 percent of the price.
        SampleOperations miner = new SampleOperations().cash(1e8).mining(10, 8 * PRICE);
        CompanyModel spread = model(new Machines(0.2, 0, 15, 12.5));

        assertThat(mined(miner, spread, PRICE)).isCloseTo(10, within(1e-9));
        assertThat(mined(miner, spread, 0.9 * PRICE)).isCloseTo(10 * 2 / 3.0, within(1e-9));
        assertThat(mined(miner, spread, 0.7 * PRICE)).isCloseTo(10 / 3.0, within(1e-9));
        assertThat(mined(miner, spread, 0.6 * PRICE)).isZero();
    }

    @Test
    void wornMachinesAreReplacedWhileTheMonthLeavesTheirPrice() {
        CompanyModel wearing = model(new Machines(0, 0.12, 15, 12.5));
        CompanyPath renewed =
                run(new SampleOperations().cash(1e8).mining(10, 5 * PRICE), wearing, RENEWING, price(PRICE));
        CompanyPath neglected = run(
                new SampleOperations().cash(1e9).mining(10, 5 * PRICE).overhead(6 * PRICE),
                wearing,
                RENEWING,
                price(PRICE));

        assertThat(entryBtc(renewed, MONTHS, EntryType.MINED)).isBetween(9.8, 10.0);
        assertThat(-sum(renewed, EntryType.MACHINES))
                .as("what is worn in a year, at the price of new machines")
                .isCloseTo(0.12 * 1_000_000 * 12.5, within(1.0));
        assertThat(kinds(neglected)).doesNotContain(EntryType.MACHINES);
        assertThat(entryBtc(neglected, MONTHS, EntryType.MINED)).isCloseTo(8.8, within(1e-9));
    }

    private static double mined(SampleOperations miner, CompanyModel model, double price) {
        return entryBtc(run(miner, model, HOLDING, price(price)), 1, EntryType.MINED);
    }

    private static CompanyPath run(SampleOperations company, CompanyModel model, Plan plan, MarketPath market) {
        return new CompanySimulator(company.build(), model, 0).run(plan, market, PLANNED, true);
    }

    private static Plan plan(CoinPolicy policy, Issuance issuance) {
        return new Plan(false, policy, issuance, false, false, false);
    }

    private static List<EntryType> kinds(CompanyPath path) {
        return path.entries().stream().map(Entry::kind).distinct().toList();
    }

    private static double sum(CompanyPath path, EntryType kind) {
        return path.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .mapToDouble(Entry::usd)
                .sum();
    }

    private static double entry(CompanyPath path, int month, EntryType kind) {
        return path.entries().stream()
                .filter(entry -> entry.kind() == kind && entry.month() == month)
                .mapToDouble(Entry::usd)
                .sum();
    }

    private static double entryBtc(CompanyPath path, int month, EntryType kind) {
        return path.entries().stream()
                .filter(entry -> entry.kind() == kind && entry.month() == month)
                .mapToDouble(Entry::btc)
                .sum();
    }

    /** The price of today, and another from the first month on; difficulty and power stay. */
    private static MarketPath price(double later) {
        double[] price = new double[MONTHS + 1];
        Arrays.fill(price, later / PRICE);
        price[0] = 1;
        return path(price);
    }

    private static MarketPath falling() {
        double[] price = new double[MONTHS + 1];
        Arrays.setAll(price, month -> Math.pow(0.97, month));
        return path(price);
    }

    private static MarketPath path(double[] price) {
        double[] same = new double[price.length];
        Arrays.fill(same, 1);
        return new MarketPath(price, same, same);
    }

    private static CompanyModel model(Loans loans) {
        return model(new Machines(0, 0, 15, 12.5), loans, new Building(0, 0, 0), new Shares(0, 6, 1));
    }

    private static CompanyModel model(Shares shares) {
        return model(new Machines(0, 0, 15, 12.5), new Loans(0, 9, 9, 0), new Building(0, 0, 0), shares);
    }

    private static CompanyModel model(Building building) {
        return model(new Machines(0, 0, 15, 12.5), new Loans(0, 9, 9, 0), building, new Shares(0, 6, 1));
    }

    private static CompanyModel model(Machines machines) {
        return model(machines, new Loans(0, 9, 9, 0), new Building(0, 0, 0), new Shares(0, 6, 1));
    }

    private static CompanyModel model(Machines machines, Loans loans, Building building, Shares shares) {
        return new CompanyModel(0, 0, machines, loans, building, shares, new Restructuring(0, 3, 12));
    }
}
