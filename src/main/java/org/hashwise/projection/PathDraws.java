package org.hashwise.projection;

/**
 * What chance decides for the company itself on one path, the same under every strategy.
 *
 * @param delivery of a building for a tenant
 * @param issuance shares sold in a month in relation to the mean, 0 to 2: how much a company places is uncertain
 */
record PathDraws(Delivery delivery, double issuance) {

    /** Without chance: everything as planned. */
    static PathDraws planned(int monthsToFirstRent) {
        return new PathDraws(new Delivery(monthsToFirstRent, monthsToFirstRent), 1);
    }
}
