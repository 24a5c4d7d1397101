package org.hashwise.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.feed.FeedProblem.Code;

/** The values that files state, by date. Collects problems as it is filled. */
final class MarketTable {

    /** Many decades of days; more is not a series of market values. */
    private static final int MOST_ROWS = 50_000;

    private final SortedMap<LocalDate, Map<MarketField, Reading>> byDate = new TreeMap<>();
    private final Map<MarketField, Reading> undated = new EnumMap<>(MarketField.class);
    private final Set<LocalDate> incomplete = new HashSet<>();
    private final List<FeedProblem> problems = new ArrayList<>();
    private boolean series;
    private String file = "";

    /** Notes the name of a file that is read. */
    void begin(String name) {
        file = file.isEmpty() ? name : file;
    }

    /** The first of the files. */
    Place first() {
        return Place.of(file);
    }

    /** Notes the value of a day. A value that was stated before for the day is kept: names are in order of preference. */
    void put(LocalDate date, MarketField field, Reading reading) {
        byDate.computeIfAbsent(date, day -> new EnumMap<>(MarketField.class)).putIfAbsent(field, reading);
    }

    /** Notes the later of two values of one day. */
    void putLatest(LocalDate date, MarketField field, Reading reading) {
        byDate.computeIfAbsent(date, day -> new EnumMap<>(MarketField.class)).put(field, reading);
    }

    /** Notes a value of recent days without a date; it counts for the newest date. */
    void putUndated(MarketField field, Reading reading) {
        undated.put(field, reading);
    }

    /** Notes that a value of a day could not be read, so that it is not called missing as well. */
    void markIncomplete(LocalDate date) {
        incomplete.add(date);
    }

    boolean isIncomplete(LocalDate date) {
        return incomplete.contains(date);
    }

    void problem(Code code, Place place, Object... arguments) {
        problems.add(FeedProblem.of(code, place, arguments));
    }

    /** Returns whether so many rows of a file are read; more are a problem. */
    boolean accepts(int rows, Place place) {
        if (rows > MOST_ROWS) {
            problem(Code.SYNTAX, place, FeedMessages.of("syntax.rows", MOST_ROWS));
            return false;
        }
        return true;
    }

    /** The problems so far, in the order of the files. */
    List<FeedProblem> problems() {
        return List.copyOf(problems);
    }

    /** Notes that a file holds the series of a publisher, of which not each date becomes a snapshot. */
    void markSeries() {
        series = true;
    }

    boolean isSeries() {
        return series;
    }

    /** The values by date; those without a date are among those of the newest. */
    SortedMap<LocalDate, Map<MarketField, Reading>> byDate() {
        SortedMap<LocalDate, Map<MarketField, Reading>> all = new TreeMap<>(byDate);
        if (!all.isEmpty()) {
            LocalDate newest = all.lastKey();
            Map<MarketField, Reading> values = new EnumMap<>(undated);
            values.putAll(all.get(newest));
            all.put(newest, values);
        }
        return Collections.unmodifiableSortedMap(all);
    }
}
