package org.hashwise.economics;

import java.util.Arrays;
import java.util.List;

/** The questions that metrics and estimates read. */
enum Input {
    LISTED("company.listed"),
    BTC_PRICE("market.btcPriceUsd"),
    NETWORK_HASHRATE("market.networkHashrateEh"),
    BLOCK_SUBSIDY("market.blockSubsidyBtc"),
    TRANSACTION_FEE("market.transactionFeePercent"),
    HASHPRICE("market.hashpriceUsdPerPhDay"),
    HASHRATE("mining.hashrateEh"),
    EFFICIENCY("mining.fleetEfficiencyJPerTh"),
    POOL_FEE("mining.poolFeePercent"),
    SITE_OVERHEAD("mining.siteOverheadPercent"),
    CASH_OVERHEAD("mining.cashOverheadUsdPerMonth"),
    NON_CASH_COST("mining.nonCashCostUsdPerMonth"),
    REPORTED_CASH_COST("mining.reportedCashCostPerBtcUsd"),
    REPORTED_ALL_IN_COST("mining.reportedAllInCostPerBtcUsd"),
    ENERGIZED_MW("power.energizedMw"),
    PIPELINE_MW("power.pipelineMw"),
    LARGEST_SITE_MW("power.largestSiteMw"),
    POWER_PRICE("power.priceUsdPerKwh"),
    INTERCONNECTION("power.interconnection"),
    SITE_CONTROL("power.siteControl"),
    DEMAND_RESPONSE("power.demandResponseUsdPerYear"),
    CONVERSION_MONTHS("site.conversionMonths"),
    TENANT_STAGE("hosting.tenantStage"),
    CONTRACTED_MW("hosting.contractedMw"),
    LEASE("hosting.leaseUsdPerKwMonth"),
    CONTRACT_YEARS("hosting.contractYears"),
    CAPEX("hosting.capexUsdPerMw"),
    FUNDED_CAPEX("hosting.fundedCapexPercent"),
    JURISDICTIONS(Jurisdictions.QUESTION),
    PENDING_TAX("regulation.pendingTaxUsdPerKwh"),
    CASH("treasury.cashUsd"),
    BTC_HELD("treasury.btcHeld"),
    PLEDGED("treasury.pledgedPercent"),
    AVERAGE_BTC_COST("treasury.averageBtcCostUsd"),
    DEBT("treasury.debtUsd"),
    DEBT_DUE("treasury.debtDueIn12MonthsUsd"),
    DEBT_DUE_MONTHS("treasury.debtDueInMonths"),
    MONTHLY_BURN("treasury.monthlyCashBurnUsd"),
    MARKET_CAP("treasury.marketCapUsd"),
    INTEREST_RATE("treasury.interestRatePercent"),
    LOAN_TO_VALUE("treasury.loanLtvPercent"),
    UNDRAWN_CREDIT("treasury.undrawnCreditUsd"),
    POWER_CONTRACT("power.contract"),
    POWER_CONTRACT_YEARS("power.contractYearsLeft"),
    HORIZON("board.horizonMonths");

    /** The ids of all, by ordinal. */
    static final List<String> IDS = Arrays.stream(values()).map(Input::id).toList();

    private final String id;

    Input(String id) {
        this.id = id;
    }

    /** Returns whether every questionnaire must have the question; editions of release 1.0 lack those that came later. */
    boolean isRequired() {
        return switch (this) {
            case DEBT_DUE_MONTHS, INTEREST_RATE, LOAN_TO_VALUE, UNDRAWN_CREDIT, POWER_CONTRACT, POWER_CONTRACT_YEARS ->
                false;
            default -> true;
        };
    }

    String id() {
        return id;
    }
}
