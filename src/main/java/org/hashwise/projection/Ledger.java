package org.hashwise.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cash and coins of one company. They change by entries alone, so that what is there at the end is what was there at the
 * beginning and the sum of the entries. Not safe for use by several threads.
 */
final class Ledger {

    /** The reason for an entry. */
    enum EntryType {
        /** Coins that were mined. */
        MINED,
        /** Coins sold by policy. */
        SOLD,
        /** Coins sold because cash did not suffice. */
        FORCED_SALE,
        /** Power, site costs, overhead and interest. */
        COSTS,
        /** New machines for worn ones. */
        MACHINES,
        /** Debt that fell due. */
        DEBT,
        /** The own share of a building, before its first rent. */
        OWN_SHARE,
        /** Rent after debt service. */
        RENT,
        /** Agreed credit that was drawn. */
        DRAWN,
        /** Shares that were issued. */
        ISSUED,
        /** Coins bought with the proceeds. */
        BOUGHT,
        /** A loan on pledged coins, or a part of it, repaid from cash. */
        LOAN_REPAID,
        /** Pledged coins that a lender sold; the proceeds went to the loan. */
        LIQUIDATED,
        /** Pledged coins sold to repay their loan, and what was left of the proceeds. */
        LOAN_CLOSED
    }

    /** Amounts that an entry adds to cash, and to free and pledged coins together; negative for what goes out. */
    record Entry(int month, EntryType kind, double usd, double btc) {}

    private final @Nullable List<Entry> entries;
    private int month;
    private double cashUsd;
    private double freeBtc;
    private double pledgedBtc;

    /** @param keepsEntries whether the entries are kept, which takes time */
    Ledger(double cashUsd, double freeBtc, double pledgedBtc, boolean keepsEntries) {
        this.cashUsd = cashUsd;
        this.freeBtc = freeBtc;
        this.pledgedBtc = pledgedBtc;
        this.entries = keepsEntries ? new ArrayList<>() : null;
    }

    double cashUsd() {
        return cashUsd;
    }

    double freeBtc() {
        return freeBtc;
    }

    double pledgedBtc() {
        return pledgedBtc;
    }

    /** The entries so far; none when they are not kept. */
    List<Entry> entries() {
        return entries == null ? List.of() : List.copyOf(entries);
    }

    /** Entries from now on belong to this month. */
    void begin(int number) {
        month = number;
    }

    void mine(double btc) {
        freeBtc += btc;
        enter(EntryType.MINED, 0, btc);
    }

    /** Pays an amount from cash; a negative one is received. */
    void pay(EntryType kind, double usd) {
        cashUsd -= usd;
        enter(kind, -usd, 0);
    }

    /** Sells free coins for cash. */
    void sell(EntryType kind, double btc, double priceUsd, double slippage) {
        double proceeds = btc * priceUsd * (1 - slippage);
        freeBtc -= btc;
        cashUsd += proceeds;
        enter(kind, proceeds, -btc);
    }

    /** Buys coins. */
    void buy(double usd, double priceUsd) {
        double btc = usd / priceUsd;
        cashUsd -= usd;
        freeBtc += btc;
        enter(EntryType.BOUGHT, -usd, btc);
    }

    /** Makes all pledged coins free, because nothing is owed on them any more. */
    void release() {
        freeBtc += pledgedBtc;
        pledgedBtc = 0;
    }

    /** Gives free coins to the lender as security. */
    void pledge(double btc) {
        if (btc > 0) {
            freeBtc -= btc;
            pledgedBtc += btc;
        }
    }

    /** Removes pledged coins that the lender sold; their value went to the loan. */
    void liquidate(double btc) {
        pledgedBtc -= btc;
        enter(EntryType.LIQUIDATED, 0, -btc);
    }

    /** Removes all pledged coins, and adds what their sale left after the loan. */
    void closeLoan(double leftUsd) {
        enter(EntryType.LOAN_CLOSED, leftUsd, -pledgedBtc);
        cashUsd += leftUsd;
        pledgedBtc = 0;
    }

    private void enter(EntryType kind, double usd, double btc) {
        if (entries != null && (usd != 0 || btc != 0)) {
            entries.add(new Entry(month, kind, usd, btc));
        }
    }
}
