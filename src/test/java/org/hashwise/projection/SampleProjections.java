package org.hashwise.projection;

/** Parameters for tests, near the shipped ones. */
final class SampleProjections {

    static final MarketModel MARKET = new MarketModel(0, 0.154, 11, 0, 0.12, 0.13, 0.10, 38, 0.12, 0.05, 0.0025, 0.06);

    static final CompanyModel COMPANY =
            new CompanyModel(1, 0.015, 0.5, 0.7, 0.86, 0.03, 0.02, 6, 1.3, 0.3, 3, 0.04, 12);

    private SampleProjections() {}

    static ProjectionSettings settings() {
        return settings(MARKET, COMPANY);
    }

    static ProjectionSettings settings(MarketModel market, CompanyModel company) {
        return new ProjectionSettings(market, company, 24, 60, 2000, 20_000, 1, 4 / 15.5, 26 / 15.5, 2, 0.05);
    }

    /** The same conduct without what the calendar of the advice does not know. */
    static CompanyModel plain() {
        return new CompanyModel(0, 0, 0, 2, 3, 0, 0, 6, 1.3, 0, 3, 0, 12);
    }
}
