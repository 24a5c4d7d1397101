package org.hashwise.feed;

import java.util.List;
import org.hashwise.market.MarketSnapshot;

/**
 * A snapshot made of what files state, before it is compared with the snapshots in force.
 *
 * @param place where its first value was read
 * @param subsidyScheduled BTC per block by the schedule of halvings
 */
record ParsedSnapshot(MarketSnapshot snapshot, Place place, double subsidyScheduled, List<Remark> remarks) {

    ParsedSnapshot {
        remarks = List.copyOf(remarks);
    }
}
