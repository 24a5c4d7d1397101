package org.hashwise.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.Projections.MarketScenario;
import org.hashwise.projection.Calibration;
import org.hashwise.projection.Projection;
import org.hashwise.projection.Projection.AdviceAt;
import org.hashwise.projection.Projection.Break;
import org.hashwise.projection.Projection.Comparison;
import org.hashwise.projection.Projection.Events;
import org.hashwise.projection.Projection.Example;
import org.hashwise.projection.Projection.ForcedSale;
import org.hashwise.projection.Projection.Outlook;
import org.hashwise.projection.Projection.Trigger;
import org.hashwise.projection.Quantiles;

/**
 * A projection with one of everything that is drawn: holding loses five points of survival a month from month 3 on, AI hosting none.
 */
final class SampleProjection {

    private static final int MONTHS = 12;

    /** That of no casebook. */
    static final Calibration CALIBRATION = new Calibration(
            18, new Calibration.Figure(0.25, 17, 14, 12, 13), new Calibration.Figure(0.5, 19, 15, 10, 16));

    private SampleProjection() {}

    static Projection of(MarketScenario scenario) {
        TreeMap<Strategy, Outlook> strategies = new TreeMap<>();
        for (Strategy strategy : Strategy.values()) {
            strategies.put(strategy, outlook(strategy));
        }
        return new Projection(
                MONTHS,
                2_000,
                1,
                LocalDate.of(2025, 11, 30),
                new Projection.Market(List.of(), List.of()),
                strategies,
                List.of(new Comparison(Strategy.AI_HOSTING, Strategy.HOLD, 69)),
                List.of(new Trigger(
                        "market.btcPriceUsd", "BELOW", 59_800, 2, Strategy.RESTRUCTURE, 18, 3, 7, 62_800, 4)),
                1.118,
                new Events(null, 8, null, 8, 11),
                scenario == MarketScenario.NEUTRAL ? CALIBRATION : null);
    }

    private static Outlook outlook(Strategy strategy) {
        boolean holding = strategy == Strategy.HOLD;
        List<Double> survival = new ArrayList<>();
        List<Quantiles> liquidity = new ArrayList<>();
        for (int month = 0; month <= MONTHS; month++) {
            survival.add(holding ? 100.0 - 5 * Math.max(0, month - 2) : 100.0);
            double middle = holding ? 5e6 : 7e6;
            liquidity.add(new Quantiles(month, middle - 2e6, middle - 1e6, middle, middle + 1e6, middle + 2e6));
        }
        List<Double> flat =
                IntStream.rangeClosed(0, MONTHS).mapToObj(month -> 5e6).toList();
        return new Outlook(
                liquidity,
                liquidity,
                survival,
                holding ? 5 : null,
                holding ? 5 : null,
                holding ? new ForcedSale(34, 5, 80) : new ForcedSale(0, null, 0),
                holding ? List.of(new Break("DEBT_DUE", 50)) : List.of(),
                IntStream.rangeClosed(0, MONTHS)
                        .mapToObj(month -> new AdviceAt(
                                month,
                                month < 6 ? Strategy.AI_HOSTING : Strategy.RESTRUCTURE,
                                Strategy.AI_HOSTING,
                                Strategy.AI_HOSTING))
                        .toList(),
                List.of(new Example(flat, flat), new Example(flat, flat), new Example(flat, flat)));
    }
}
