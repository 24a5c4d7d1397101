package org.hashwise.projection;

import org.hashwise.economics.Operations;
import org.hashwise.projection.CompanyPath.Failure;
import org.hashwise.projection.Ledger.Kind;

/**
 * Runs one company month by month along a market path. Each month has the same order:
 *
 * <ol>
 *   <li>machines that do not earn their power are off; the others mine;
 *   <li>coins of the month are sold down to the policy of the company;
 *   <li>running costs are paid, then the own share of a building (or its rent is received), then debt that falls due;
 *   <li>what cash lacks for one of these payments comes from undrawn credit, then from free coins (a forced sale), then from
 *       pledged coins that are worth more than their loan; what is lacking then is a missed payment and ends the path;
 *   <li>a treasury company issues shares for coins while it trades above the value of its coins;
 *   <li>the lender looks at the pledged coins: a margin call takes free coins, a liquidation sells pledged ones;
 *   <li>undrawn credit, then free coins, restore the floor of cash (the latter a forced sale too).
 * </ol>
 *
 * <p>Thread-safe.
 */
final class CompanySimulator {

    /** A barrier that is watched once a month is crossed unseen between; shifted by β·σ·√Δt it is as one watched always. */
    private static final double BARRIER_SHIFT = 0.5826; // Broadie, Glasserman and Kou 1997

    private static final double MONTHS_PER_YEAR = 12;

    private final Operations operations;
    private final CompanyModel model;
    private final double barrier;
    private final double monthlyWear;
    private final double monthlyInterest;
    private final double monthlyRentGrowth;
    private final double monthlyFading;
    private final double loanToValue;
    private final double premiumBtc;

    /** @param volatility monthly volatility of the price, for the watch over pledged coins */
    CompanySimulator(Operations operations, CompanyModel model, double volatility) {
        this.operations = operations;
        this.model = model;
        this.barrier = StrictMath.exp(-BARRIER_SHIFT * volatility);
        this.monthlyWear = StrictMath.pow(1 - model.fleetWear(), 1 / MONTHS_PER_YEAR);
        this.monthlyInterest = operations.interestRate() / MONTHS_PER_YEAR;
        this.monthlyRentGrowth = StrictMath.pow(1 + model.rentGrowth(), 1 / MONTHS_PER_YEAR);
        this.monthlyFading = StrictMath.pow(0.5, 1 / model.mnavHalfLifeMonths());
        this.loanToValue = operations.loanToValue() < 0 ? model.loanToValue() : operations.loanToValue();
        this.premiumBtc =
                operations.marketCapUsd() / operations.btcPriceUsd() - (operations.freeBtc() + operations.pledgedBtc());
    }

    /**
     * The months of one path.
     *
     * @param delivery months to first rent on this path
     * @param keepsEntries whether every change of cash and coins is kept
     */
    CompanyPath run(Plan plan, MarketPath market, int delivery, boolean keepsEntries) {
        return new Run(plan, market, delivery, keepsEntries).all();
    }

    private final class Run {
        private final Plan plan;
        private final MarketPath market;
        private final int delivery;
        private final int debtMonth;
        private final double overheadFloor;
        private final Ledger ledger;
        private final double[] liquidity;
        private final double[] coins;
        private final double[] cash;
        private final double[] pledged;
        private double fleet = 1;
        private double rentFactor = 1;
        private double fading = 1;
        private double loanUsd;
        private double undrawnUsd;
        private double drawnUsd;
        private double issuedBtc;
        private int forcedMonth = CompanyPath.NEVER;
        private double forcedBtc;
        private int failedMonth = CompanyPath.NEVER;
        private Failure failure = Failure.NONE;

        Run(Plan plan, MarketPath market, int delivery, boolean keepsEntries) {
            this.plan = plan;
            this.market = market;
            this.delivery = delivery;
            this.ledger = new Ledger(operations.cashUsd(), operations.freeBtc(), operations.pledgedBtc(), keepsEntries);
            this.debtMonth = operations.debtDueMonth() + (plan.restructures() ? model.maturityExtensionMonths() : 0);
            this.overheadFloor = model.cashFloorMonths() * operations.overheadUsdPerMonth();
            this.liquidity = new double[market.months() + 1];
            this.coins = new double[market.months() + 1];
            this.cash = new double[market.months() + 1];
            this.pledged = new double[market.months() + 1];
            double pledgedValue = operations.pledgedBtc() * operations.btcPriceUsd();
            this.loanUsd = Math.min(operations.debtUsd(), loanToValue * pledgedValue);
            this.undrawnUsd = plan.draws() ? operations.undrawnCreditUsd() : 0;
        }

        CompanyPath all() {
            settle(0, debtDue(0), Failure.DEBT_DUE, Kind.DEBT);
            record(0);
            for (int month = 1; month <= market.months() && failedMonth == CompanyPath.NEVER; month++) {
                ledger.begin(month);
                month(month);
                record(month);
            }
            return new CompanyPath(
                    liquidity, coins, cash, pledged, failedMonth, failure, forcedMonth, forcedBtc, ledger.entries());
        }

        private void record(int month) {
            if (failedMonth == CompanyPath.NEVER) {
                liquidity[month] = ledger.cashUsd() + ledger.freeBtc() * price(month);
                coins[month] = ledger.freeBtc() + ledger.pledgedBtc();
                cash[month] = ledger.cashUsd();
                pledged[month] = ledger.pledgedBtc();
            }
        }

        private double price(int month) {
            return operations.btcPriceUsd() * market.price()[month];
        }

        private void month(int month) {
            fleet *= monthlyWear;
            double revenue = market.revenue(month);
            double power = month > operations.lastMonthOfPowerContract() ? market.power()[month] : 1;
            double price = price(month);
            boolean delivered = plan.building() && month > delivery;
            double givenUp = delivered ? operations.shareGivenUp() : 0;
            double mined = operations.isRunning(revenue, power)
                    ? operations.btcPerMonth() * market.coins()[month] * fleet * (1 - givenUp)
                    : 0;
            double business = operations.businessUsdPerMonth(revenue, power, fleet)
                    - givenUp * operations.miningProfitUsdPerMonth(revenue, power, fleet)
                    + saved(month)
                    - interest(month);
            double costs = mined * price - business;
            ledger.mine(mined);
            sellMined(mined, costs, price);
            settle(month, costs, Failure.CASH, Kind.COSTS);
            if (plan.building() && failedMonth == CompanyPath.NEVER) {
                settle(month, building(month), Failure.OWN_SHARE, month <= delivery ? Kind.OWN_SHARE : Kind.RENT);
            }
            if (failedMonth == CompanyPath.NEVER) {
                settle(month, debtDue(month), Failure.DEBT_DUE, Kind.DEBT);
            }
            if (failedMonth == CompanyPath.NEVER) {
                issue(month);
                watchCollateral(month, price);
                restoreFloor(month, price);
            }
        }

        // Coins of the month are sold by policy before anything else: all of them, or what the month's costs require.
        private void sellMined(double mined, double costs, double price) {
            double wanted = switch (plan.policy()) {
                case SELL_ALL -> mined;
                case SELL_SOME -> Math.min(mined, Math.max(0, costs) / price);
                case HOLD_ALL -> 0;
            };
            ledger.sell(Kind.SOLD, wanted, price, 0);
        }

        private double saved(int month) {
            return plan.restructures() && month > model.overheadCutMonths()
                    ? model.overheadCut() * operations.overheadUsdPerMonth()
                    : 0;
        }

        // Of credit that was drawn, and of debt whose maturity a restructuring postponed; other interest is overhead.
        private double interest(int month) {
            boolean postponed = month > operations.debtDueMonth() && month <= debtMonth;
            return monthlyInterest * (drawnUsd + (postponed ? operations.debtDueUsd() : 0));
        }

        private double debtDue(int month) {
            return month == debtMonth ? operations.debtDueUsd() : 0;
        }

        // Positive when the building takes money, negative when it brings some.
        private double building(int month) {
            if (month <= delivery) {
                return operations.ownShareUsd() / delivery;
            }
            rentFactor *= monthlyRentGrowth;
            return -Math.max(0, operations.rentUsdPerMonth() * rentFactor - operations.debtServiceUsdPerMonth());
        }

        /** Pays an amount, from credit and coins if cash does not suffice; a negative one is received. */
        private void settle(int month, double dueUsd, Failure reason, Kind kind) {
            if (dueUsd > ledger.cashUsd()) {
                draw(dueUsd - ledger.cashUsd());
            }
            if (dueUsd > ledger.cashUsd()) {
                sellByForce(month, dueUsd - ledger.cashUsd(), price(month));
            }
            if (dueUsd > ledger.cashUsd() + tolerance(dueUsd)) {
                closeLoan(month, price(month));
            }
            // What rounding leaves of an exact sale is not a missed payment.
            if (dueUsd > ledger.cashUsd() + tolerance(dueUsd)) {
                failedMonth = month;
                failure = failure == Failure.NONE ? reason : failure;
            } else {
                ledger.pay(kind, Math.min(dueUsd, Math.max(ledger.cashUsd(), dueUsd < 0 ? dueUsd : 0)));
            }
        }

        private static double tolerance(double usd) {
            return Math.max(1e-6, 1e-9 * Math.abs(usd));
        }

        private void draw(double missingUsd) {
            double usd = Math.min(undrawnUsd, missingUsd);
            if (usd > 0) {
                ledger.pay(Kind.DRAWN, -usd);
                undrawnUsd -= usd;
                drawnUsd += usd;
            }
        }

        private void sellByForce(int month, double missingUsd, double price) {
            double net = price * (1 - model.slippage());
            double sold = Math.min(ledger.freeBtc(), missingUsd / net);
            if (sold > 0) {
                ledger.sell(Kind.FORCED_SALE, sold, price, model.slippage());
                forced(month, sold);
            }
        }

        // Pledged coins that are worth more than their loan are sold, the loan is repaid, and the rest is cash.
        private void closeLoan(int month, double price) {
            double net = ledger.pledgedBtc() * price * (1 - model.slippage());
            if (ledger.pledgedBtc() > 0 && net > loanUsd) {
                forced(month, ledger.pledgedBtc());
                ledger.closeLoan(net - loanUsd);
                loanUsd = 0;
            }
        }

        private void forced(int month, double btc) {
            forcedMonth = Math.min(forcedMonth, month);
            forcedBtc += btc;
        }

        private void restoreFloor(int month, double price) {
            if (ledger.cashUsd() < overheadFloor) {
                draw(overheadFloor - ledger.cashUsd());
            }
            if (ledger.cashUsd() < overheadFloor) {
                sellByForce(month, overheadFloor - ledger.cashUsd(), price);
            }
        }

        // The market value of today is its coins and a premium. The premium fades, both move with the price, and what
        // is
        // issued adds its own value. Below the value of the coins shares dilute, so none is issued.
        private void issue(int month) {
            if (!plan.issues()) {
                return;
            }
            fading *= monthlyFading;
            double coinsOfToday = operations.freeBtc() + operations.pledgedBtc();
            double marketValueBtc =
                    (coinsOfToday + premiumBtc * fading) * StrictMath.pow(market.price()[month], model.mnavOnPrice())
                            + issuedBtc;
            if (marketValueBtc > ledger.freeBtc() + ledger.pledgedBtc()) {
                double issued = model.issuancePerMonth() * marketValueBtc;
                ledger.issue(issued);
                issuedBtc += issued;
            }
        }

        private void watchCollateral(int month, double price) {
            if (loanUsd <= 0 || ledger.pledgedBtc() <= 0) {
                return;
            }
            double watched = price * barrier;
            if (loanUsd / (ledger.pledgedBtc() * watched) >= model.callLevel()) {
                ledger.pledge(Math.min(ledger.freeBtc(), loanUsd / (loanToValue * watched) - ledger.pledgedBtc()));
            }
            if (loanUsd / (ledger.pledgedBtc() * watched) >= model.liquidationLevel()) {
                liquidate(month, price);
            }
        }

        // Sold until the loan is back at its level of the start.
        private void liquidate(int month, double price) {
            double net = 1 - model.slippage();
            double wanted = (loanUsd - loanToValue * ledger.pledgedBtc() * price) / (price * (net - loanToValue));
            double sold = Math.max(0, Math.min(ledger.pledgedBtc(), wanted));
            ledger.liquidate(sold);
            loanUsd = Math.max(0, loanUsd - sold * price * net);
            forced(month, sold);
            if (failure == Failure.NONE) {
                failure = Failure.COLLATERAL;
            }
        }
    }
}
