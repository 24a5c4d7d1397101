package org.hashwise.projection;

/**
 * Parameters of a company's conduct in the projection; values and sources are in
 * {@code rules/parameters/projection.yaml}.
 *
 * @param cashFloorMonths months of cash overhead that are kept in cash by selling coins
 * @param slippage part of the value that a forced sale of coins costs
 * @param loanToValue loan on pledged coins in relation to their value, to which a lender returns after a sale
 * @param callLevel loan to value at which the lender demands more coins
 * @param liquidationLevel loan to value at which the lender sells coins
 * @param rentGrowth growth of the rent in a year
 * @param issuancePerMonth shares that a treasury company issues in a month while it trades above its coins, in relation to
 *     its market value
 * @param mnavHalfLifeMonths months in which half of a premium over the coins is lost
 * @param mnavOnPrice exponent by which the multiple follows the price of a coin
 * @param overheadCut part of the overhead that a restructuring saves
 * @param overheadCutMonths months before it does
 * @param fleetWear part of the machines that fail in a year and are not replaced
 * @param maturityExtensionMonths months by which a restructuring postpones debt that falls due
 */
public record CompanyModel(
        double cashFloorMonths,
        double slippage,
        double loanToValue,
        double callLevel,
        double liquidationLevel,
        double rentGrowth,
        double issuancePerMonth,
        double mnavHalfLifeMonths,
        double mnavOnPrice,
        double overheadCut,
        int overheadCutMonths,
        double fleetWear,
        int maturityExtensionMonths) {}
