package org.hashwise.projection;

import java.util.List;

/** Parameters for tests, near the shipped ones. */
final class SampleProjections {

    static final MarketModel MARKET = new MarketModel(0, 0.154, 11, 0, 0.12, 0.13, 0.10, 38, 0.12, 0.05, 0.0025, 0.06);

    /** The same market in which nothing moves by chance and difficulty stays. */
    static final MarketModel STILL = new MarketModel(0, 0, 11, 0, 0, 0, 0, 38, 0.12, 0, 0, 0);

    static final CompanyModel COMPANY = new CompanyModel(
            1,
            0.015,
            new CompanyModel.Machines(0.2, 0.04, 15, 12.5),
            new CompanyModel.Loans(0.5, 0.7, 0.86, 0.044),
            new CompanyModel.Building(0.03, 1, 3),
            new CompanyModel.Shares(0.02, 6, 1.3),
            new CompanyModel.Restructuring(0.3, 3, 12));

    static final DeliveryTimes DELIVERIES = new DeliveryTimes(
            List.of(4.0, 10.0, 12.0, 15.0, 16.0, 18.0, 22.0, 26.0), List.of(4.0, 12.0, 16.0, 24.0, 31.0));

    private SampleProjections() {}

    static ProjectionSettings settings() {
        return settings(MARKET, COMPANY);
    }

    static ProjectionSettings settings(MarketModel market, CompanyModel company) {
        return new ProjectionSettings(market, company, 24, 60, 2000, 20_000, 1, DELIVERIES, 2, 0.05);
    }

    /** The same conduct without what the calendar of the advice does not know. */
    static CompanyModel plain() {
        return new CompanyModel(
                0,
                0,
                new CompanyModel.Machines(0, 0, 15, 12.5),
                new CompanyModel.Loans(0, 2, 3, 0),
                new CompanyModel.Building(0, 0, 0),
                new CompanyModel.Shares(0, 6, 1.3),
                new CompanyModel.Restructuring(0, 3, 12));
    }
}
