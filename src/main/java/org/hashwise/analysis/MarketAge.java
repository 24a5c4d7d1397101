package org.hashwise.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hashwise.advice.Situation;
import org.hashwise.market.MarketHistory;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.market.Volatility;
import org.hashwise.questionnaire.Answer;

/**
 * The age of the market values that an advice rests on, with the flips that lie within the moves that are typical for that age.
 *
 * @param asOf date of the market snapshot
 * @param days from that date to the day of the advice
 * @param moves of the values that the company did not give itself; none when the snapshot is of the day itself, or when there
 *     are too few snapshots to measure a volatility
 * @param covered the flips that a typical move reaches, the nearest first
 */
public record MarketAge(LocalDate asOf, long days, List<TypicalMove> moves, List<Flip> covered) {

    private static final List<String> MOVING = List.of(MarketSnapshot.BTC_PRICE, MarketSnapshot.NETWORK_HASHRATE);

    public MarketAge {
        moves = List.copyOf(moves);
        covered = List.copyOf(covered);
    }

    /**
     * The move of one market value that is typical for the age: one standard deviation of its log return down and up.
     *
     * @param id question id of the value
     * @param volatility that the move follows from, measured on the snapshots up to the one that is used
     */
    public record TypicalMove(String id, Volatility.Move move, Volatility volatility) {
        boolean covers(Flip flip) {
            return flip.id().equals(id)
                    && flip.current() instanceof Answer.Number from
                    && flip.at() instanceof Answer.Number to
                    && move.covers(from.value(), to.value());
        }
    }

    /**
     * Compares flips with the moves that are typical for the age of the market values.
     *
     * @param history the snapshots of the edition that advises; those after the one that is used are not looked at
     * @param flips of the same company, the nearest first
     */
    public static MarketAge of(Situation situation, MarketHistory history, List<Flip> flips) {
        LocalDate asOf = situation.market().asOf();
        long days = ChronoUnit.DAYS.between(asOf, situation.asOf());
        List<TypicalMove> moves = new ArrayList<>();
        if (days > 0) {
            MarketHistory known = history.until(asOf);
            for (String id : MOVING) {
                if (!situation.isAnswered(id)) {
                    Volatility.of(known, id)
                            .ifPresent(volatility ->
                                    moves.add(new TypicalMove(id, volatility.typicalMove((double) days), volatility)));
                }
            }
        }
        List<Flip> covered = flips.stream()
                .filter(flip -> moves.stream().anyMatch(move -> move.covers(flip)))
                .toList();
        return new MarketAge(asOf, days, moves, covered);
    }

    /** Returns whether a typical move reaches the flip. */
    public boolean covers(Flip flip) {
        return covered.contains(flip);
    }
}
