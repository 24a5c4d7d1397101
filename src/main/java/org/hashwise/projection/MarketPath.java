package org.hashwise.projection;

/**
 * One path of the market by month, 0 for today: values in relation to those of today.
 *
 * @param price price of a coin in relation to today's
 * @param coins coins that a PH/s finds in relation to today: falls with difficulty and at a halving
 * @param power market price of power in relation to today's
 */
record MarketPath(double[] price, double[] coins, double[] power) {

    int months() {
        return price.length - 1;
    }

    /** Revenue of a PH/s in relation to today, which is also the hashprice in relation to today's. */
    double revenue(int month) {
        return price[month] * coins[month];
    }
}
