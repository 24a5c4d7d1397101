package org.hashwise.memo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.hashwise.advice.Situation;
import org.hashwise.consultation.Plain;
import org.hashwise.economics.BuildingCost;
import org.hashwise.economics.Economics;
import org.hashwise.economics.LiquidityCalendar;
import org.hashwise.economics.LiquidityCalendar.Month;
import org.hashwise.economics.LiquidityCalendar.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The bridge from the liquid funds of today to those at the months that decide, at the market of the day, in whole USD.
 *
 * @param building null when no option builds
 * @param spans those of the recommendation first, by month
 */
public record Bridge(@Nullable BuildingSum building, List<Span> spans) {

    public Bridge {
        spans = List.copyOf(spans);
    }

    /** The reason for a month in the bridge. */
    public enum Event {
        RUNS_OUT,
        DEBT_DUE,
        FIRST_RENT,
        LOWEST
    }

    /**
     * Sources of the money for the building; they add up to the total.
     *
     * @param committedUsd what others have committed already
     * @param loansUsd what lenders have yet to commit
     * @param ownShareUsd the company's own money
     */
    public record BuildingSum(Number totalUsd, Number committedUsd, Number loansUsd, Number ownShareUsd) {}

    /**
     * The months from today to one; what goes out is negative, so that opening and all flows add up to closing.
     *
     * @param building whether the building for an AI tenant is part of it
     * @param month at whose end it closes
     */
    public record Span(
            boolean building,
            int month,
            List<Event> events,
            Number openingUsd,
            Number miningUsd,
            Number debtDueUsd,
            Number ownShareUsd,
            Number rentUsd,
            Number closingUsd) {
        public Span {
            events = List.copyOf(events);
        }
    }

    /** The month in which money ends for the recommendation; null when it does not within two years. */
    public @Nullable Integer runsOut() {
        return spans.stream()
                .filter(span -> span.events().contains(Event.RUNS_OUT))
                .map(Span::month)
                .findFirst()
                .orElse(null);
    }

    /** @return null when no money is missing and nothing is built */
    static @Nullable Bridge of(Situation situation, List<Memo.Option> options) {
        Memo.Liquidity recommended = options.stream()
                .filter(Memo.Option::recommended)
                .map(Memo.Option::liquidity)
                .findFirst()
                .orElse(null);
        if (recommended == null) {
            return null;
        }
        boolean builds = recommended.building();
        List<Span> spans = new ArrayList<>(spans(situation, builds, true));
        boolean differs = options.stream()
                .map(Memo.Option::liquidity)
                .anyMatch(liquidity -> liquidity != null && liquidity.building() != builds);
        if (differs) {
            spans.addAll(spans(situation, !builds, false));
        }
        if (spans.isEmpty()) {
            return null;
        }
        return new Bridge(spans.stream().anyMatch(Span::building) ? building(situation) : null, spans);
    }

    private static @Nullable BuildingSum building(Situation situation) {
        BuildingCost cost = Economics.building(situation, situation.jurisdictions());
        return cost.totalUsd() == 0
                ? null
                : new BuildingSum(
                        dollars(cost.totalUsd()),
                        dollars(cost.committedUsd()),
                        dollars(cost.loansUsd()),
                        dollars(cost.ownShareUsd()));
    }

    private static List<Span> spans(Situation situation, boolean builds, boolean recommended) {
        LiquidityCalendar calendar =
                Economics.calendar(situation, situation.jurisdictions(), Scenario.MARKET_OF_THE_DAY, builds);
        Map<Integer, List<Event>> events = new TreeMap<>();
        List<Month> months = calendar.months(Options.TWO_YEARS);
        if (recommended) {
            months.stream()
                    .filter(month -> month.closingUsd() < 0)
                    .findFirst()
                    .ifPresent(month -> note(events, month.number(), Event.RUNS_OUT));
            if (builds) {
                note(events, calendar.monthsToFirstRent(), Event.FIRST_RENT);
            }
        }
        if (!builds && calendar.debtDueShortfallUsd() > 0) {
            note(events, calendar.debtDueMonth(), Event.DEBT_DUE);
        }
        double lowest = calendar.lowestUsd(Options.TWO_YEARS);
        if (lowest < 0) {
            months.stream()
                    .filter(month -> month.closingUsd() == lowest)
                    .findFirst()
                    .ifPresent(month -> note(events, month.number(), Event.LOWEST));
        }
        return events.entrySet().stream()
                .map(entry -> span(calendar, builds, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void note(Map<Integer, List<Event>> events, int month, Event event) {
        events.computeIfAbsent(month, absent -> new ArrayList<>()).add(event);
    }

    private static Span span(LiquidityCalendar calendar, boolean builds, int last, List<Event> events) {
        List<Month> months = calendar.months(last);
        return new Span(
                builds,
                last,
                events,
                dollars(calendar.openingUsd()),
                sum(months, Month::miningUsd),
                sum(months, Month::debtDueUsd),
                sum(months, Month::ownShareUsd),
                sum(months, Month::rentUsd),
                dollars(calendar.closingUsd(last)));
    }

    private static Number sum(List<Month> months, ToDoubleFunction<Month> flow) {
        return dollars(months.stream().mapToDouble(flow).sum());
    }

    private static Number dollars(double usd) {
        return Plain.number(usd, 0);
    }
}
