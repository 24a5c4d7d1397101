package org.hashwise.projection;

import org.hashwise.economics.Operations;
import org.hashwise.projection.CompanyModel.Building;
import org.hashwise.projection.CompanyModel.Loans;
import org.hashwise.projection.CompanyModel.Restructuring;
import org.hashwise.projection.CompanyPath.Failure;
import org.hashwise.projection.Ledger.EntryType;
import org.hashwise.projection.Plan.CoinPolicy;
import org.hashwise.projection.Plan.Issuance;

/**
 * Simulator of one company, month by month along a market path. Each month has the same order:
 *
 * <ol>
 *   <li>machines wear out; those that do not earn their power are off, and the others mine;
 *   <li>a company that issues shares sells some while they are worth more than its coins;
 *   <li>coins of the month are sold down to the policy of the company;
 *   <li>running costs are paid, then machines for worn ones out of what the month leaves, then the own share of a building
 *       (or its rent is received), then debt that falls due;
 *   <li>what cash lacks for one of these payments comes from undrawn credit, then from free coins (a forced sale), then from
 *       pledged coins that are worth more than their loan; what is lacking then is a missed payment and ends the path;
 *   <li>the lender looks at the pledged coins: a margin call takes free coins, then cash; a liquidation sells pledged ones;
 *   <li>undrawn credit, then free coins, restore the minimum of cash (the latter a forced sale too);
 *   <li>a company that keeps its coins buys some with what is left of the month's new shares: a treasury company with all of
 *       it, another with a part.
 * </ol>
 *
 * <p>Thread-safe.
 */
final class CompanySimulator {

    /**
     * Continuity correction of a barrier that is observed once a month: shifted by β·σ·√Δt, it is crossed about as often as
     * one that is observed continuously.
     */
    private static final double BARRIER_SHIFT = 0.5826; // Broadie, Glasserman and Kou 1997

    private static final double MONTHS_PER_YEAR = 12;

    private final Operations operations;
    private final CompanyModel model;
    private final Loans loans;
    private final Building building;
    private final Restructuring restructuring;
    private final double barrier;
    private final double monthlyInterest;
    private final double monthlyRentGrowth;
    private final double monthlyFading;
    private final double loanToValue;
    private final double coinsOfToday;

    /** @param volatility monthly volatility of the price, for the watch over pledged coins */
    CompanySimulator(Operations operations, CompanyModel model, double volatility) {
        this.operations = operations;
        this.model = model;
        this.loans = model.loans();
        this.building = model.building();
        this.restructuring = model.restructuring();
        this.barrier = StrictMath.exp(-BARRIER_SHIFT * volatility);
        this.monthlyInterest = operations.interestRate() / MONTHS_PER_YEAR;
        this.monthlyRentGrowth = StrictMath.pow(1 + building.rentGrowth(), 1 / MONTHS_PER_YEAR);
        this.monthlyFading = StrictMath.pow(0.5, 1 / model.shares().halfLifeMonths());
        this.loanToValue = operations.loanToValue() < 0 ? loans.loanToValue() : operations.loanToValue();
        this.coinsOfToday = operations.freeBtc() + operations.pledgedBtc();
    }

    /**
     * The months of one path.
     *
     * @param keepsEntries whether every change of cash and coins is kept
     */
    CompanyPath run(Plan plan, MarketPath market, PathDraws draws, boolean keepsEntries) {
        return new Run(plan, market, draws, keepsEntries).all();
    }

    private final class Run {
        private final Plan plan;
        private final MarketPath market;
        private final Delivery delivery;
        private final double issuancePerMonth;
        private final double intoCoins;
        private final int debtMonth;
        private final double overheadFloor;
        private final Ledger ledger;
        private final Fleet fleet;
        private final double[] liquidity;
        private final double[] coins;
        private final double[] cash;
        private final double[] pledged;
        private double rentFactor = 1;
        private double fading = 1;
        private double shares = 1;
        private double debtUsd;
        private double loanUsd;
        private double undrawnUsd;
        private double drawnUsd;
        private double lateInterestUsd;
        private int forcedMonth = CompanyPath.NEVER;
        private double forcedBtc;
        private int failedMonth = CompanyPath.NEVER;
        private Failure failure = Failure.NONE;

        Run(Plan plan, MarketPath market, PathDraws draws, boolean keepsEntries) {
            this.plan = plan;
            this.market = market;
            this.delivery = draws.delivery();
            this.issuancePerMonth = model.shares().perMonth() * draws.issuance();
            this.intoCoins = plan.issuance() == Issuance.TREASURY ? 1 : draws.intoCoins();
            this.ledger = new Ledger(operations.cashUsd(), operations.freeBtc(), operations.pledgedBtc(), keepsEntries);
            this.fleet = new Fleet(operations, model.machines());
            this.debtMonth = operations.debtDueMonth() + (plan.restructures() ? restructuring.extensionMonths() : 0);
            this.overheadFloor = model.cashFloorMonths() * operations.overheadUsdPerMonth();
            this.liquidity = new double[market.months() + 1];
            this.coins = new double[market.months() + 1];
            this.cash = new double[market.months() + 1];
            this.pledged = new double[market.months() + 1];
            double pledgedValue = operations.pledgedBtc() * operations.btcPriceUsd();
            this.debtUsd = Math.max(operations.debtUsd(), operations.debtDueUsd());
            this.loanUsd = Math.min(operations.debtUsd(), loanToValue * pledgedValue);
            this.undrawnUsd = plan.draws() ? operations.undrawnCreditUsd() : 0;
        }

        CompanyPath all() {
            payDebt(0);
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
            double power = month > operations.lastMonthOfPowerContract() ? market.power()[month] : 1;
            double price = price(month);
            fleet.month(market.revenue(month), power);
            double kept = 1 - givenUp(month);
            double mined = operations.btcPerMonth() * market.coins()[month] * fleet.running() * kept;
            double business = fleet.profitUsd()
                    - (1 - kept) * Math.max(0, fleet.profitUsd())
                    + operations.otherUsdPerMonth()
                    + saved(month)
                    - interest(month);
            double costs = mined * price - business;
            double raised = issue(month, price);
            ledger.mine(mined);
            double renewal = renewal(business, costs, kept);
            sellMined(mined, costs + renewal, price);
            settle(month, costs, Failure.CASH, EntryType.COSTS);
            if (failedMonth == CompanyPath.NEVER) {
                renew(renewal);
            }
            if (plan.building() && failedMonth == CompanyPath.NEVER) {
                settle(
                        month,
                        building(month),
                        Failure.OWN_SHARE,
                        month <= delivery.first() ? EntryType.OWN_SHARE : EntryType.RENT);
            }
            if (failedMonth == CompanyPath.NEVER) {
                payDebt(month);
            }
            if (failedMonth == CompanyPath.NEVER) {
                watchCollateral(month, price);
                restoreFloor(month, price);
                buyCoins(raised, price);
            }
        }

        // Halls are cleared some months before the tenant moves in.
        private double givenUp(int month) {
            return plan.building() && month > delivery.first() - building.clearingMonths()
                    ? operations.shareGivenUp()
                    : 0;
        }

        // Coins of the month are sold by policy before anything else: all of them, or what the month's costs require.
        private void sellMined(double mined, double costs, double price) {
            double wanted = switch (plan.policy()) {
                case SELL_ALL -> mined;
                case SELL_SOME -> Math.min(mined, Math.max(0, costs) / price);
                case HOLD_ALL -> 0;
            };
            ledger.sell(EntryType.SOLD, wanted, price, 0);
        }

        // Worn machines are replaced out of the month's surplus; a company that keeps its coins pays for them with cash
        // alone.
        private double renewal(double business, double costs, double kept) {
            if (!plan.renews() || business <= 0) {
                return 0;
            }
            double affordable = Math.min(business, kept * fleet.renewalUsd());
            return plan.policy() == CoinPolicy.HOLD_ALL
                    ? Math.min(affordable, Math.max(0, ledger.cashUsd() - costs - overheadFloor))
                    : affordable;
        }

        private void renew(double usd) {
            double paid = Math.min(usd, ledger.cashUsd());
            fleet.renew(paid);
            ledger.pay(EntryType.MACHINES, paid);
        }

        private double saved(int month) {
            return plan.restructures() && month > restructuring.overheadCutMonths()
                    ? restructuring.overheadCut() * operations.overheadUsdPerMonth()
                    : 0;
        }

        // Of credit that was drawn, and of debt whose maturity a restructuring postponed; other interest is overhead.
        private double interest(int month) {
            boolean postponed = month > operations.debtDueMonth() && month <= debtMonth;
            return monthlyInterest * (drawnUsd + (postponed ? operations.debtDueUsd() : 0));
        }

        private void payDebt(int month) {
            if (month != debtMonth) {
                return;
            }
            settle(month, Math.min(operations.debtDueUsd(), debtUsd), Failure.DEBT_DUE, EntryType.DEBT);
            if (failedMonth == CompanyPath.NEVER) {
                repaid(Math.min(operations.debtDueUsd(), debtUsd), 0);
            }
        }

        // Pledged coins are free as soon as nothing is owed on them.
        private void repaid(double debt, double ofLoan) {
            boolean owed = loanUsd > 0;
            debtUsd = Math.max(0, debtUsd - debt);
            loanUsd = Math.min(Math.max(0, loanUsd - ofLoan), debtUsd);
            if (owed && loanUsd == 0) {
                ledger.release();
            }
        }

        // The payment for the building; negative for rent. Interest beyond the planned months is added to the debt of
        // the
        // building, and paid from the first rents before the owner receives any.
        private double building(int month) {
            if (month <= delivery.first()) {
                if (month > operations.monthsToFirstRent()) {
                    lateInterestUsd += operations.buildingInterestUsdPerMonth();
                }
                return operations.ownShareUsd() * (spent(month) - spent(month - 1));
            }
            rentFactor *= monthlyRentGrowth;
            double net = Math.max(
                    0,
                    operations.rentUsdPerMonth() * rentFactor * delivery.share(month)
                            - operations.debtServiceUsdPerMonth());
            double withheld = Math.min(net, lateInterestUsd);
            lateInterestUsd -= withheld;
            return withheld - net;
        }

        private double spent(int month) {
            double part = (double) month / delivery.first();
            return part + building.curve() * (part * part * (3 - 2 * part) - part);
        }

        /** Pays an amount, from credit and coins if cash does not suffice; a negative one is received. */
        private void settle(int month, double amountUsd, Failure reason, EntryType kind) {
            double dueUsd = amountUsd;
            if (dueUsd > ledger.cashUsd()) {
                draw(dueUsd - ledger.cashUsd());
            }
            if (dueUsd > ledger.cashUsd()) {
                sellByForce(month, dueUsd - ledger.cashUsd(), price(month));
            }
            if (dueUsd > ledger.cashUsd() + tolerance(dueUsd)) {
                closeLoan(month, price(month));
                dueUsd = kind == EntryType.DEBT ? Math.min(dueUsd, debtUsd) : dueUsd;
            }
            // A rounding error of an exact sale is not a missed payment.
            if (dueUsd > ledger.cashUsd() + tolerance(dueUsd)) {
                failedMonth = month;
                failure = failure == Failure.NONE ? reason : failure;
            } else {
                ledger.pay(kind, Math.min(dueUsd, Math.max(0, ledger.cashUsd())));
            }
        }

        private static double tolerance(double usd) {
            return Math.max(1e-6, 1e-9 * Math.abs(usd));
        }

        private void draw(double missingUsd) {
            double usd = Math.min(undrawnUsd, missingUsd);
            if (usd > 0) {
                ledger.pay(EntryType.DRAWN, -usd);
                undrawnUsd -= usd;
                drawnUsd += usd;
            }
        }

        private void sellByForce(int month, double missingUsd, double price) {
            double net = price * (1 - model.slippage());
            double sold = Math.min(ledger.freeBtc(), missingUsd / net);
            if (sold > 0) {
                ledger.sell(EntryType.FORCED_SALE, sold, price, model.slippage());
                forced(month, sold);
            }
        }

        // Pledged coins that are worth more than their loan are sold, the loan is repaid, and the rest is cash.
        private void closeLoan(int month, double price) {
            double net = ledger.pledgedBtc() * price * (1 - model.slippage());
            if (ledger.pledgedBtc() > 0 && net > loanUsd) {
                forced(month, ledger.pledgedBtc());
                ledger.closeLoan(net - loanUsd);
                repaid(loanUsd, loanUsd);
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

        // A share of today is worth its coins and what the company is worth beyond them: its business, or in a treasury
        // company a premium that fades. The multiple follows the price. At or below the value of the coins a new share
        // dilutes the coins of the others, so none is issued.
        private double issue(int month, double price) {
            if (plan.issuance() == Issuance.NONE) {
                return 0;
            }
            if (plan.issuance() == Issuance.TREASURY) {
                fading *= monthlyFading;
            }
            double premiumBtc = operations.marketCapUsd() / operations.btcPriceUsd() - coinsOfToday;
            double valueBtc = (coinsOfToday + premiumBtc * fading)
                    * StrictMath.pow(market.price()[month], model.shares().onPrice());
            if (valueBtc <= coinsOfToday) {
                return 0;
            }
            double raised = issuancePerMonth * shares * valueBtc * price;
            shares *= 1 + issuancePerMonth;
            ledger.pay(EntryType.ISSUED, -raised);
            return raised;
        }

        private void buyCoins(double raised, double price) {
            double usd = Math.min(intoCoins * raised, ledger.cashUsd() - overheadFloor);
            if (plan.policy() == CoinPolicy.HOLD_ALL && usd > 0) {
                ledger.buy(usd, price);
            }
        }

        private void watchCollateral(int month, double price) {
            if (loanUsd <= 0 || ledger.pledgedBtc() <= 0) {
                return;
            }
            double watched = price * barrier;
            if (loanUsd / (ledger.pledgedBtc() * watched) >= loans.callLevel()) {
                ledger.pledge(Math.min(ledger.freeBtc(), loanUsd / (loanToValue * watched) - ledger.pledgedBtc()));
                repayLoan(loanUsd - loanToValue * ledger.pledgedBtc() * watched);
            }
            if (loanUsd > 0 && loanUsd / (ledger.pledgedBtc() * watched) >= loans.liquidationLevel()) {
                liquidate(month, price);
            }
        }

        // From cash above the minimum, as far as that goes.
        private void repayLoan(double wantedUsd) {
            double usd = Math.min(wantedUsd, ledger.cashUsd() - overheadFloor);
            if (usd > 0) {
                ledger.pay(EntryType.LOAN_REPAID, usd);
                repaid(usd, usd);
            }
        }

        // Sold until the loan is back at its level of the start.
        private void liquidate(int month, double price) {
            double penalty = loans.penalty() * loanUsd;
            loanUsd += penalty;
            debtUsd += penalty;
            double net = 1 - model.slippage();
            double wanted = (loanUsd - loanToValue * ledger.pledgedBtc() * price) / (price * (net - loanToValue));
            double sold = Math.max(0, Math.min(ledger.pledgedBtc(), wanted));
            ledger.liquidate(sold);
            double proceeds = sold * price * net;
            repaid(proceeds, proceeds);
            forced(month, sold);
            if (failure == Failure.NONE) {
                failure = Failure.COLLATERAL;
            }
        }
    }
}
