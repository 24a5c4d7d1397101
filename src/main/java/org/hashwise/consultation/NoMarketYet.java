package org.hashwise.consultation;

import java.time.LocalDate;

/** Advice was asked for a day before the first market snapshot. */
public final class NoMarketYet extends RuntimeException {

    private final transient LocalDate asked;
    private final transient LocalDate first;

    public NoMarketYet(LocalDate asked, LocalDate first) {
        super(asked + " is before " + first);
        this.asked = asked;
        this.first = first;
    }

    public LocalDate asked() {
        return asked;
    }

    public LocalDate first() {
        return first;
    }
}
