package org.hashwise.projection;

import org.hashwise.economics.Operations;

/** Builder of the figures of a company for tests: without a call to a method it owns nothing and owes nothing. */
final class SampleOperations {

    static final double PRICE = 80_500;

    private double cashUsd;
    private double freeBtc;
    private double pledgedBtc;
    private double loanToValue;
    private double debtUsd;
    private double debtDueUsd;
    private int debtDueMonth;
    private double overheadUsd;
    private double btcPerMonth;
    private double runningCostUsd;
    private double ownShareUsd;
    private double rentUsd;
    private double interestUsd;
    private double marketCapUsd;

    SampleOperations cash(double usd) {
        cashUsd = usd;
        return this;
    }

    SampleOperations coins(double free) {
        freeBtc = free;
        return this;
    }

    /** Pledged coins, and a loan on them. */
    SampleOperations pledged(double btc, double ofValue) {
        pledgedBtc = btc;
        loanToValue = ofValue;
        debtUsd = btc * PRICE * ofValue;
        return this;
    }

    SampleOperations due(double usd, int month) {
        debtDueUsd = usd;
        debtDueMonth = month;
        return this;
    }

    SampleOperations overhead(double usdPerMonth) {
        overheadUsd = usdPerMonth;
        return this;
    }

    /** Machines of 1 EH/s and 20 J/TH whose running cost is power. */
    SampleOperations mining(double btc, double powerUsd) {
        btcPerMonth = btc;
        runningCostUsd = powerUsd;
        return this;
    }

    /** A building with its first rent after six months. */
    SampleOperations building(double ownShare, double rentPerMonth, double interestPerMonth) {
        ownShareUsd = ownShare;
        rentUsd = rentPerMonth;
        interestUsd = interestPerMonth;
        return this;
    }

    SampleOperations marketCap(double usd) {
        marketCapUsd = usd;
        return this;
    }

    Operations build() {
        double revenue = btcPerMonth * PRICE;
        double profit = Math.max(0, revenue - runningCostUsd);
        return new Operations(
                PRICE,
                36,
                cashUsd,
                freeBtc,
                pledgedBtc,
                btcPerMonth,
                1_000_000,
                20,
                overheadUsd,
                overheadUsd - profit,
                revenue,
                runningCostUsd,
                runningCostUsd,
                true,
                1_000,
                debtUsd,
                debtDueUsd,
                debtDueMonth,
                0,
                0,
                loanToValue,
                false,
                true,
                ownShareUsd,
                6,
                rentUsd,
                0,
                interestUsd,
                0,
                marketCapUsd);
    }
}
