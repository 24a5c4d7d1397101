package org.hashwise.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The market snapshots in order of their dates. Immutable. */
public final class MarketHistory {

    private final NavigableMap<LocalDate, MarketSnapshot> byDate = new TreeMap<>();

    public MarketHistory(Collection<MarketSnapshot> snapshots) {
        snapshots.forEach(snapshot -> byDate.put(snapshot.asOf(), snapshot));
    }

    /** The newest snapshot that is not after the day; empty when the day is before the first one. */
    public Optional<MarketSnapshot> asOf(LocalDate day) {
        return Optional.ofNullable(byDate.floorEntry(day)).map(Map.Entry::getValue);
    }

    /**
     * The newest snapshot that is not after the day, or the first when there is none.
     *
     * @throws java.util.NoSuchElementException when there is no snapshot at all
     */
    public MarketSnapshot nearest(LocalDate day) {
        return asOf(day).orElseGet(() -> byDate.get(byDate.firstKey()));
    }

    /** The newest snapshot of all; empty only when there is none. */
    public Optional<MarketSnapshot> newest() {
        return Optional.ofNullable(byDate.lastEntry()).map(Map.Entry::getValue);
    }

    /** The snapshots up to a day, that day included. */
    public MarketHistory until(LocalDate day) {
        return new MarketHistory(byDate.headMap(day, true).values());
    }

    /** This history with one more snapshot, which replaces one of the same date. */
    public MarketHistory with(MarketSnapshot snapshot) {
        Collection<MarketSnapshot> all = new ArrayList<>(byDate.values());
        all.add(snapshot);
        return new MarketHistory(all);
    }

    /** The snapshot of exactly this date. */
    public Optional<MarketSnapshot> on(LocalDate date) {
        return Optional.ofNullable(byDate.get(date));
    }

    /** The snapshots in order of date. */
    public Collection<MarketSnapshot> snapshots() {
        return java.util.Collections.unmodifiableCollection(byDate.values());
    }
}
