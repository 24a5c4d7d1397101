package org.hashwise.api;

import java.time.LocalDate;
import java.util.List;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.MarketAge;
import org.hashwise.consultation.FlipItem;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;

/** Flips as JSON, with the age of the market values. */
record FlipsResponse(List<FlipItem> flips, MarketAgeItem market) {

    static FlipsResponse of(List<Flip> flips, MarketAge age, Language language, Wording wording) {
        return new FlipsResponse(
                flips.stream()
                        .map(flip -> FlipItem.of(flip, age, language, wording))
                        .toList(),
                MarketAgeItem.of(age, language, wording));
    }

    record MarketAgeItem(
            LocalDate asOf, long ageDays, List<TypicalMoveItem> typicalMoves, int coveredFlips, String text) {
        static MarketAgeItem of(MarketAge age, Language language, Wording wording) {
            return new MarketAgeItem(
                    age.asOf(),
                    age.days(),
                    age.moves().stream().map(TypicalMoveItem::of).toList(),
                    age.covered().size(),
                    wording.marketAge(age, language));
        }
    }

    record TypicalMoveItem(
            String id, Number lowPercent, Number highPercent, LocalDate measuredFrom, LocalDate measuredTo) {
        static TypicalMoveItem of(MarketAge.TypicalMove move) {
            return new TypicalMoveItem(
                    move.id(),
                    percent(move.move().low()),
                    percent(move.move().high()),
                    move.volatility().from(),
                    move.volatility().to());
        }

        // A measured volatility has no further significant digits.
        private static Number percent(double part) {
            return Plain.number(Math.round(1000 * part) / 10.0);
        }
    }
}
