package org.hashwise.projection;

import org.hashwise.advice.Strategy;

/**
 * A value of the market at which the recommendation changes.
 *
 * @param id {@code market.btcPriceUsd}, {@code market.networkHashrateEh} or {@code market.hashpriceUsdPerPhDay}
 * @param above whether the change is at and above the value, else at and below it
 * @param then the recommendation there
 */
public record TriggerLevel(String id, boolean above, double at, Strategy then) {}
