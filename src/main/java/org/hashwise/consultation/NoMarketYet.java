package org.hashwise.consultation;

import java.time.LocalDate;
import java.util.List;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;

/** Exception: the requested day is before the first market snapshot. */
public final class NoMarketYet extends RuntimeException {

    private final transient LocalDate asked;
    private final transient LocalDate first;
    private final transient Language language;

    /** @param language the one that the request asks for */
    public NoMarketYet(LocalDate asked, MarketHistory markets, Language language) {
        this(asked, markets.snapshots().iterator().next().asOf(), language);
    }

    private NoMarketYet(LocalDate asked, LocalDate first, Language language) {
        super(asked + " is before " + first);
        this.asked = asked;
        this.first = first;
        this.language = language;
    }

    public LocalDate asked() {
        return asked;
    }

    /** The day of the first snapshot. */
    public LocalDate first() {
        return first;
    }

    public Language language() {
        return language;
    }

    /** The problem of the field {@code asOf}, which suggests the day of the first snapshot. */
    public Problem problem() {
        return new Problem(
                "asOf", asked.toString(), Problem.Code.BEFORE_FIRST_SNAPSHOT, List.of(first), first.toString());
    }
}
