package org.hashwise.projection;

/**
 * The random draws for the company itself on one path, the same under every strategy.
 *
 * @param delivery of a building for a tenant
 * @param issuance shares sold in a month in relation to the mean, 0 to 2: how much a company places is uncertain
 * @param intoCoins part of the proceeds with which a company that keeps its coins buys more, 0 to 1, unless it is a treasury
 *     company
 */
record PathDraws(Delivery delivery, double issuance, double intoCoins) {

    /** Without chance: everything as planned. */
    static PathDraws planned(int monthsToFirstRent) {
        return new PathDraws(new Delivery(monthsToFirstRent, monthsToFirstRent), 1, 0.5);
    }
}
