package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions that are out of force leave nothing behind. */
class SwapMemoryTests {

    private static final int WARM_UP = 12;
    private static final long MEGABYTE = 1 << 20;

    /** What a swap leaves grows with each round; what other tests of the same virtual machine keep does not. */
    private static final int ROUNDS = 3;

    /** However many swaps there were. One edition that stays would take 0.7 MB of the heap and 0.2 MB of metaspace. */
    private static final long HEAP_BOUND = 8 * MEGABYTE;

    private static final long METASPACE_BOUND = 6 * MEGABYTE;

    private final List<WeakReference<Rulebook>> editions = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void thirtySwapsLeaveNothingBehind() {
        assertNothingIsLeftBehind(30);
    }

    @Test
    @Tag("long")
    void fiveHundredSwapsLeaveNothingBehind() {
        assertNothingIsLeftBehind(500);
    }

    private void assertNothingIsLeftBehind(int swaps) {
        SmallRules.write(SmallRules.edition(100), folder);
        ActiveRulebook rulebooks = new ActiveRulebook(
                new RulesLocation(Optional.of(folder)),
                Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
        swap(rulebooks, 1000, WARM_UP);
        collect();
        long heapGrowth = Long.MAX_VALUE;
        long metaspaceGrowth = Long.MAX_VALUE;
        for (int round = 1;
                round <= ROUNDS && (heapGrowth >= HEAP_BOUND || metaspaceGrowth >= METASPACE_BOUND);
                round++) {
            long heap = heap();
            long metaspace = metaspace();
            swap(rulebooks, 2000 * round, swaps);
            collect();
            heapGrowth = heap() - heap;
            metaspaceGrowth = metaspace() - metaspace;
            System.out.printf(
                    "After %d swaps: heap %+.1f MB, metaspace %+.1f MB%n",
                    swaps, (double) heapGrowth / MEGABYTE, (double) metaspaceGrowth / MEGABYTE);
        }

        assertThat(editions)
                .as("editions that are still in memory")
                .filteredOn(edition -> edition.get() != null)
                .hasSize(1);
        assertThat(heapGrowth).isLessThan(HEAP_BOUND);
        assertThat(metaspaceGrowth).isLessThan(METASPACE_BOUND);
    }

    private void swap(ActiveRulebook rulebooks, int first, int count) {
        for (int megawatts = first; megawatts < first + count; megawatts++) {
            rulebooks.take(RulebookReader.examine(SmallRules.edition(megawatts)));
            editions.add(new WeakReference<>(rulebooks.current()));
            try (ActiveRulebook.Lease lease = rulebooks.lease()) {
                assertThat(SmallRules.advice(rulebooks.current()).evidence())
                        .extracting(evidence -> evidence.text())
                        .containsExactly(SmallRules.sentence(megawatts));
            }
        }
    }

    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    // Classes are unloaded by a full collection, and what they leave by the next.
    private static void collect() {
        for (int times = 0; times < 3; times++) {
            System.gc();
        }
    }
}
