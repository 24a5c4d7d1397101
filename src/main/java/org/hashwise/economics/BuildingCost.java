package org.hashwise.economics;

/**
 * The cost of the building for an AI tenant and its payers, in USD.
 *
 * @param totalUsd the whole cost
 * @param committedUsd what others have committed already
 * @param loansUsd what lenders have yet to commit; the {@link LiquidityCalendar} counts it as lent
 * @param ownShareUsd the company's own money
 */
public record BuildingCost(double totalUsd, double committedUsd, double loansUsd, double ownShareUsd) {}
