package org.hashwise.projection;

/**
 * Settings of the projection, from {@code rules/parameters/projection.yaml}.
 *
 * @param months projected when the request does not say how many
 * @param mostMonths more are refused
 * @param paths drawn when the request does not say how many
 * @param mostPaths more are refused
 * @param seed of the draws when the request names none
 * @param deliveries observed times of delivery of a building for a tenant
 * @param triggerMonths months for which a value has to stay beyond a trigger before it counts
 * @param rearm part by which a value has to come back before a trigger counts again
 */
public record ProjectionSettings(
        MarketModel market,
        CompanyModel company,
        int months,
        int mostMonths,
        int paths,
        int mostPaths,
        long seed,
        DeliveryTimes deliveries,
        int triggerMonths,
        double rearm) {}
