package org.hashwise.projection;

/**
 * Parameters of a company's behaviour in the projection; values and sources are in
 * {@code rules/parameters/projection.yaml}.
 *
 * @param cashFloorMonths months of cash overhead that are kept in cash by selling coins
 * @param slippage part of the value that a forced sale of coins costs
 */
public record CompanyModel(
        double cashFloorMonths,
        double slippage,
        Machines machines,
        Loans loans,
        Building building,
        Shares shares,
        Restructuring restructuring) {

    /**
     * Machines. The fleet of today is three cohorts of equal hashrate.
     *
     * @param spread by which the least and the most efficient cohort differ from the mean efficiency, as a part of it
     * @param wear part of the machines that fail in a year
     * @param newJPerTh efficiency of new machines, J/TH
     * @param usdPerTh price of new machines, USD per TH/s
     */
    public record Machines(double spread, double wear, double newJPerTh, double usdPerTh) {}

    /**
     * Loans on pledged coins, by their amount in relation to the value of the coins.
     *
     * @param loanToValue today when it is not stated, and the level to which a lender returns
     * @param callLevel at which the lender demands more coins or repayment
     * @param liquidationLevel at which the lender sells coins
     * @param penalty part of the loan that a liquidation adds to it
     */
    public record Loans(double loanToValue, double callLevel, double liquidationLevel, double penalty) {}

    /**
     * A building for a tenant.
     *
     * @param rentGrowth growth of the rent in a year
     * @param curve how the own share is spread until the first rent: 0 evenly, 1 by the S-curve 3x² − 2x³
     * @param clearingMonths months before the first capacity at which the machines leave the halls
     */
    public record Building(double rentGrowth, double curve, int clearingMonths) {}

    /**
     * New shares.
     *
     * @param perMonth shares issued in a month while they sell above the value of the coins, in relation to all shares
     * @param halfLifeMonths months in which a treasury company loses half of its premium over the coins
     * @param onPrice exponent by which the multiple follows the price of a coin
     */
    public record Shares(double perMonth, double halfLifeMonths, double onPrice) {}

    /**
     * A restructuring.
     *
     * @param overheadCut part of the overhead that it saves
     * @param overheadCutMonths months before it does
     * @param extensionMonths months by which it postpones debt that falls due
     */
    public record Restructuring(double overheadCut, int overheadCutMonths, int extensionMonths) {}
}
