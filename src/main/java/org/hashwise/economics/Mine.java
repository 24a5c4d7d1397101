package org.hashwise.economics;

import org.hashwise.economics.LiquidityCalendar.Scenario;

/**
 * The mining business of one company.
 *
 * <p>Costs per coin are those of the coins that remain after the pool's fee. A company that mines nothing has no coins
 * to spread fixed sums over: its costs per coin are those of a marginal fleet of the stated efficiency at the stated
 * power price, without overhead, credits and depreciation. The monthly cash flow always includes overhead and credits.
 *
 * <p>Costs per coin are capped at ±10^9 USD, margins at ±1000 %.
 */
final class Mine {

    private static final double MONTHS_PER_YEAR = 12;

    /** The stress: the price of a coin falls by 30 % and a tenth of the network switches off. */
    static final double STRESSED_PRICE = 0.7;

    static final double STRESSED_NETWORK = 0.9;

    private final Inputs inputs;

    // Nearly every figure rests on these; what is no number is not known yet.
    private double knownBtcPerPhDay = Double.NaN;
    private double knownCashCostPerMonth = Double.NaN;

    Mine(Inputs inputs) {
        this.inputs = inputs;
    }

    double btcPrice() {
        return inputs.number(Input.BTC_PRICE);
    }

    /**
     * USD per PH/s per day before the pool's fee: the given one, else from price, network hashrate, subsidy and fees.
     */
    double hashprice() {
        return inputs.isGiven(Input.HASHPRICE)
                ? inputs.number(Input.HASHPRICE)
                : NetworkFormulas.hashprice(networkBtcPerPhDay(), btcPrice());
    }

    /** Coins in a month after the pool's fee; 0 when nothing is mined. */
    double btcPerMonth() {
        double hashratePh = hashratePh();
        return hashratePh == 0 ? 0 : MiningFormulas.btcPerMonth(hashratePh, btcPerPhDay());
    }

    double revenuePerMonth() {
        double btcPerMonth = btcPerMonth();
        return btcPerMonth == 0 ? 0 : btcPerMonth * btcPrice();
    }

    /** USD per PH/s per day for power, with the site's overhead. */
    double hashcost() {
        return PowerFormulas.hashcost(efficiencyAtWall(), inputs.number(Input.POWER_PRICE));
    }

    /** Energy per coin, kWh. */
    double kwhPerBtc() {
        return MiningFormulas.kwhPerBtc(efficiencyAtWall(), btcPerPhDay());
    }

    /**
     * Always computed, so it may exceed a reported cash cost when the efficiency or the power price is only assumed.
     */
    double powerCostPerBtc() {
        return MiningFormulas.powerCostPerBtc(hashcost(), btcPerPhDay());
    }

    /**
     * The reported cash cost; else power plus cash overhead less credits per coin, but not more than a reported all-in
     * cost.
     */
    double cashCostPerBtc() {
        if (inputs.isGiven(Input.REPORTED_CASH_COST)) {
            return inputs.number(Input.REPORTED_CASH_COST);
        }
        return hashratePh() == 0
                ? atMostReported(powerCostPerBtc())
                : Metric.CASH_COST.quotient(cashCostPerMonth(), btcPerMonth());
    }

    /** The reported all-in cost; else the cash cost plus non-cash costs per coin. Never below the cash cost. */
    double allInCostPerBtc() {
        double cashCost = cashCostPerBtc();
        if (inputs.isGiven(Input.REPORTED_ALL_IN_COST)) {
            return Math.max(cashCost, inputs.number(Input.REPORTED_ALL_IN_COST));
        }
        if (hashratePh() == 0) {
            return cashCost;
        }
        double nonCash = Metric.ALL_IN_COST.quotient(inputs.number(Input.NON_CASH_COST), btcPerMonth());
        return Metric.ALL_IN_COST.capped(cashCost + nonCash);
    }

    /**
     * The margin after power less credits, before overhead. Computed from power even when costs were
     * reported, but power cannot cost more than the reported total that contains it: the gross margin is never below
     * the cash margin.
     */
    double grossMarginPercent() {
        return marginPercent(Metric.GROSS_MARGIN, directCostPerBtc());
    }

    double cashMarginPercent() {
        return marginPercent(Metric.CASH_MARGIN, cashCostPerBtc());
    }

    double allInMarginPercent() {
        return marginPercent(Metric.ALL_IN_MARGIN, allInCostPerBtc());
    }

    private double marginPercent(Metric margin, double costPerBtc) {
        return margin.percent(btcPrice() - costPerBtc, btcPrice());
    }

    /** Price less all-in cost: the result in the books for each coin. */
    double bookResultPerBtc() {
        return btcPrice() - allInCostPerBtc();
    }

    /** USD/kWh at which power alone takes all revenue that the pool leaves, the site's overhead included. */
    double breakEvenPowerPrice() {
        return PowerFormulas.breakEvenPowerPrice(netHashprice(), efficiencyAtWall());
    }

    /**
     * The price of a coin that pays for its cash cost. Costs are in dollars and do not follow the price, and the coins
     * that a PH/s finds stay the same, so it is the cash cost; 0 when credits pay for everything.
     */
    double breakEvenBtcPrice() {
        return Math.max(0, cashCostPerBtc());
    }

    /** USD per month: coins times (price − cash cost); overhead less credits, negative, when nothing is mined. */
    double cashFlowPerMonth() {
        return revenuePerMonth() - cashCostPerMonth();
    }

    /**
     * USD per month when machines that do not earn their power are off: the cash flow of the running fleet, but never
     * less than the overhead, which has to be paid either way. Credits for standing by end with the load. When only the
     * whole cash cost per coin is reported, it is unknown what of it would stay, so the fleet is taken to run on. Under
     * stress a coin is worth 0.7 of its price, the company finds 1 / 0.9 as many, and costs in dollars stay.
     */
    double bestCashFlowPerMonth(Scenario scenario) {
        return bestCashFlowPerMonth(scenario == Scenario.STRESS ? STRESSED_PRICE / STRESSED_NETWORK : 1);
    }

    /** The same when revenue is a part of that of the day, at least 0. */
    private double bestCashFlowPerMonth(double revenueFactor) {
        double running = revenuePerMonth() * revenueFactor - cashCostPerMonth();
        return isOverheadKnown() ? Math.max(running, -inputs.number(Input.CASH_OVERHEAD)) : running;
    }

    /** Returns whether it is known what of the cash cost would stay if the machines were off. */
    boolean isOverheadKnown() {
        return inputs.isGiven(Input.CASH_OVERHEAD) || !inputs.isGiven(Input.REPORTED_CASH_COST);
    }

    /** The mining profit of a month before overhead, 0 when the machines are off, USD. */
    double operatingProfitPerMonth(Scenario scenario) {
        return Math.max(0, bestCashFlowPerMonth(scenario) + inputs.number(Input.CASH_OVERHEAD));
    }

    /** The price of a coin in a scenario, as a part of the price of the day. */
    double priceFactor(Scenario scenario) {
        return scenario == Scenario.STRESS ? STRESSED_PRICE : 1;
    }

    /** The revenue of a month that is lost under stress, USD. */
    double revenueLostUnderStress() {
        return revenuePerMonth() * (1 - STRESSED_PRICE / STRESSED_NETWORK);
    }

    /** A pending tax on electricity per coin. */
    double regulatoryCostPerBtc() {
        double usdPerKwh = inputs.number(Input.PENDING_TAX);
        return usdPerKwh == 0 ? 0 : Metric.REGULATORY_COST.capped(usdPerKwh * kwhPerBtc());
    }

    /** Credits in percent of the fleet's power bill, 1000 at most; 0 for a company that mines nothing. */
    double demandResponsePercent() {
        double credits = creditsPerMonth();
        return credits == 0 ? 0 : Metric.DEMAND_RESPONSE_SHARE.percent(credits, powerPerMonth());
    }

    /** Revenue less power plus credits of one gross MW in a year, USD. */
    double grossProfitPerMwYear() {
        double revenue = PowerFormulas.revenuePerMwYear(netHashprice(), efficiencyAtWall());
        return revenue * grossMarginPercent() / 100;
    }

    // Kept as a sum, not as coins times the capped cost per coin, so that a tiny fleet still burns its whole overhead.
    double cashCostPerMonth() {
        if (Double.isNaN(knownCashCostPerMonth)) {
            knownCashCostPerMonth = computedCashCostPerMonth();
        }
        return knownCashCostPerMonth;
    }

    private double computedCashCostPerMonth() {
        double btcPerMonth = btcPerMonth();
        if (btcPerMonth > 0 && inputs.isGiven(Input.REPORTED_CASH_COST)) {
            return inputs.number(Input.REPORTED_CASH_COST) * btcPerMonth;
        }
        double computed = powerPerMonth() + inputs.number(Input.CASH_OVERHEAD) - creditsPerMonth();
        return btcPerMonth > 0 && inputs.isGiven(Input.REPORTED_ALL_IN_COST)
                ? Math.min(computed, inputs.number(Input.REPORTED_ALL_IN_COST) * btcPerMonth)
                : computed;
    }

    private double directCostPerBtc() {
        double power = powerCostPerBtc();
        double credits = creditsPerMonth();
        double direct = credits == 0 ? power : MiningFormulas.costPerBtc(powerPerMonth(), 0, credits, btcPerMonth());
        return atMostReported(direct);
    }

    private double atMostReported(double costPerBtc) {
        double cost = costPerBtc;
        if (inputs.isGiven(Input.REPORTED_CASH_COST)) {
            cost = Math.min(cost, inputs.number(Input.REPORTED_CASH_COST));
        }
        if (inputs.isGiven(Input.REPORTED_ALL_IN_COST)) {
            cost = Math.min(cost, inputs.number(Input.REPORTED_ALL_IN_COST));
        }
        return cost;
    }

    double powerPerMonth() {
        double hashratePh = hashratePh();
        return hashratePh == 0 ? 0 : hashratePh * hashcost() * MiningFormulas.DAYS_PER_MONTH;
    }

    // Credits are paid for load that stops on request; without machines there is none.
    private double creditsPerMonth() {
        return hashratePh() == 0 ? 0 : inputs.number(Input.DEMAND_RESPONSE) / MONTHS_PER_YEAR;
    }

    private double hashratePh() {
        return inputs.number(Input.HASHRATE) * NetworkFormulas.PH_PER_EH;
    }

    private double efficiencyAtWall() {
        return PowerFormulas.efficiencyAtWall(inputs.number(Input.EFFICIENCY), inputs.number(Input.SITE_OVERHEAD));
    }

    private double netHashprice() {
        return MiningFormulas.afterPoolFee(hashprice(), inputs.number(Input.POOL_FEE));
    }

    // A given hashprice wins; the coins then follow from it, so that coins times price are hashprice times hashrate.
    private double btcPerPhDay() {
        if (Double.isNaN(knownBtcPerPhDay)) {
            double gross = inputs.isGiven(Input.HASHPRICE)
                    ? NetworkFormulas.btcPerPhDay(inputs.number(Input.HASHPRICE), btcPrice())
                    : networkBtcPerPhDay();
            knownBtcPerPhDay = MiningFormulas.afterPoolFee(gross, inputs.number(Input.POOL_FEE));
        }
        return knownBtcPerPhDay;
    }

    private double networkBtcPerPhDay() {
        return NetworkFormulas.btcPerPhDay(
                inputs.number(Input.NETWORK_HASHRATE),
                inputs.number(Input.BLOCK_SUBSIDY),
                inputs.number(Input.TRANSACTION_FEE));
    }
}
