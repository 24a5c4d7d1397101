package org.hashwise.market;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All snapshots by date. */
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

    public Collection<MarketSnapshot> snapshots() {
        return java.util.Collections.unmodifiableCollection(byDate.values());
    }
}
