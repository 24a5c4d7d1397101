package org.hashwise.projection;

/**
 * Parameters of the monthly model of bitcoin price, mining difficulty and the market price of power; values are in
 * {@code rules/parameters/projection.yaml} with their sources.
 *
 * <p>Price: {@code ln P(m) = ln P(m-1) + drift + volatility · ε}, where ε is Student-t scaled to variance 1. Difficulty:
 * {@code Δln D(m) = growth + onPrice · Δln P(m) + onEarlierPrice · Δln P(m-1) + pullBack · ln(HP(m-1) / HP*(m)) + noise · ν}:
 * miners follow the price with a lag, and leave when the hashprice falls below the level HP* at which the network neither
 * grows nor shrinks.
 *
 * @param drift mean of the monthly log return of the price
 * @param volatility standard deviation of the monthly log return
 * @param degreesOfFreedom of the Student-t distribution, above 4
 * @param growth growth of ln difficulty in a month that price and hashprice do not explain
 * @param onPrice response of difficulty to the price change of the same month
 * @param onEarlierPrice response to the price change of the month before
 * @param pullBack response to the distance of the hashprice from its resting level
 * @param restingHashprice the resting level at the start, USD per PH/s per day
 * @param restingDecline part by which the resting level falls in a year as fleets become more efficient
 * @param noise standard deviation of what remains of ln difficulty in a month
 * @param powerGrowth growth of ln price of power in a month, for companies without a contract
 * @param powerVolatility standard deviation of the monthly change of ln price of power
 */
public record MarketModel(
        double drift,
        double volatility,
        double degreesOfFreedom,
        double growth,
        double onPrice,
        double onEarlierPrice,
        double pullBack,
        double restingHashprice,
        double restingDecline,
        double noise,
        double powerGrowth,
        double powerVolatility) {}
