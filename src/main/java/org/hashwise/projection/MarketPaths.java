package org.hashwise.projection;

import org.apache.commons.rng.UniformRandomProvider;
import org.hashwise.economics.HalvingEffect;

/**
 * Generator of market paths. A path depends on the seed and its number alone, so that it is the same in every strategy, in
 * every thread, and however many paths there are.
 */
final class MarketPaths {

    private final MarketModel model;
    private final PathScenario scenario;
    private final double hashprice;
    private final double feePercent;
    private final int months;
    private final long seed;
    private final int halvingMonth;

    /**
     * @param hashprice of today, USD per PH/s per day
     * @param halvingMonth the month of the paths in which the subsidy halves; below 1 or beyond the last when it does not
     * @param feePercent transaction fees in percent of the subsidy, of which a halving takes nothing
     */
    MarketPaths(
            MarketModel model,
            PathScenario scenario,
            double hashprice,
            double feePercent,
            int halvingMonth,
            int months,
            long seed) {
        this.model = model;
        this.scenario = scenario;
        this.hashprice = hashprice;
        this.feePercent = feePercent;
        this.months = months;
        this.seed = seed;
        this.halvingMonth = halvingMonth;
    }

    /** The path with this number, from 0 on. */
    MarketPath path(int number) {
        UniformRandomProvider random = RandomStreams.of(seed, number);
        double[] price = new double[months + 1];
        double[] coins = new double[months + 1];
        price[0] = 1;
        coins[0] = 1;
        double lnPrice = 0;
        double lnDifficulty = 0;
        double earlier = 0;
        double subsidy = 1;
        double[] power = new double[months + 1];
        power[0] = 1;
        double lnPower = 0;
        for (int month = 1; month <= months; month++) {
            double shock = RandomStreams.studentT(random, model.degreesOfFreedom());
            double residual = RandomStreams.normal(random);
            lnPower += model.powerGrowth() + model.powerVolatility() * RandomStreams.normal(random);
            power[month] = StrictMath.exp(lnPower);
            double change = scenario.priceChange(month);
            double growth = scenario.difficultyChange(month);
            if (Double.isNaN(change)) {
                change = model.drift() + model.volatility() * shock;
                growth = difficultyChange(month, change, earlier, price[month - 1] * coins[month - 1], residual);
            }
            lnPrice += change;
            lnDifficulty += growth;
            earlier = change;
            if (month == halvingMonth) {
                subsidy = HalvingEffect.revenueLeft(feePercent);
            }
            price[month] = StrictMath.exp(lnPrice);
            coins[month] = subsidy * StrictMath.exp(-lnDifficulty);
        }
        return new MarketPath(price, coins, power);
    }

    private double difficultyChange(int month, double change, double earlier, double revenue, double residual) {
        double resting = model.restingHashprice() * StrictMath.pow(1 - model.restingDecline(), month / 12.0);
        double pull = model.pullBack() == 0 || hashprice <= 0 || revenue <= 0
                ? 0
                : model.pullBack() * StrictMath.log(hashprice * revenue / resting);
        return model.growth()
                + model.onPrice() * change
                + model.onEarlierPrice() * earlier
                + pull
                + model.noise() * residual;
    }
}
