package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Ten minutes of mixed visitors at four fifths of what the server can take, while analysts save every 20 seconds: nobody
 * gets an error, and nothing grows. {@code -Dhashwise.soak=PT2M} makes it shorter.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@Tag("long")
class SoakTests {

    private static final Duration LENGTH = Duration.parse(System.getProperty("hashwise.soak", "PT10M"));
    private static final Duration MEASURING = Duration.ofSeconds(20);
    private static final double SHARE_OF_CAPACITY = 0.8;
    private static final int SECONDS_BETWEEN_SAVES = 20;
    private static final double MEGABYTE = 1 << 20;

    /** However long it takes. An edition that stays would take several megabytes every 20 seconds. */
    private static final double HEAP_BOUND = 24;

    private static final double METASPACE_BOUND = 12;

    private static final String SAVED = "parameters/power-access.yaml";
    private static final Path FOLDER = SmallRules.folder();

    @Autowired
    private ActiveRulebook rulebooks;

    @LocalServerPort
    private int port;

    private final Set<String> editions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger saves = new AtomicInteger();

    @DynamicPropertySource
    static void aHouseOfOurOwn(DynamicPropertyRegistry registry) {
        SmallRules.write(ShippedRules.files(), FOLDER);
        registry.add("hashwise.rules", FOLDER::toString);
        registry.add("hashwise.data", () -> SmallRules.folder().toString());
    }

    @Test
    void nothingFailsAndNothingGrows() throws Exception {
        try (LoadGenerator load = new LoadGenerator(port)) {
            load.visit(MEASURING, Double.MAX_VALUE);
            LoadGenerator.Figures capacity = load.visit(MEASURING, Double.MAX_VALUE);
            double rate = capacity.perSecond() * SHARE_OF_CAPACITY;
            System.out.printf("Soak: capacity %s%n", capacity);

            ScheduledExecutorService analysts = Executors.newSingleThreadScheduledExecutor();
            Future<?> saving = analysts.scheduleAtFixedRate(
                    this::save, SECONDS_BETWEEN_SAVES, SECONDS_BETWEEN_SAVES, TimeUnit.SECONDS);
            try {
                // A fifth of the time is for what comes once: compiled methods, filled caches, a second edition.
                LoadGenerator.Figures first = load.visit(LENGTH.dividedBy(5), rate);
                double heap = heap();
                double metaspace = metaspace();
                LoadGenerator.Figures rest = load.visit(LENGTH.multipliedBy(4).dividedBy(5), rate);
                double heapGrowth = heap() - heap;
                double metaspaceGrowth = metaspace() - metaspace;
                System.out.printf(
                        "Soak: at %.0f a second for %s: %s, then %s; %d editions in force of %d saved; "
                                + "heap %.1f MB %+.1f MB, metaspace %.1f MB %+.1f MB%n",
                        rate,
                        LENGTH,
                        first,
                        rest,
                        editions.size(),
                        saves.get(),
                        heap,
                        heapGrowth,
                        metaspace,
                        metaspaceGrowth);

                assertThat(load.failures()).isEmpty();
                assertThat(saving).as("no save failed").isNotDone();
                assertThat(rulebooks.draft()).isEmpty();
                assertThat(editions.size()).isGreaterThan(saves.get() / 2);
                assertThat(heapGrowth).isLessThan(HEAP_BOUND);
                assertThat(metaspaceGrowth).isLessThan(METASPACE_BOUND);
            } finally {
                analysts.shutdownNow();
            }
        }
    }

    // A remark more makes another edition that advises the same.
    private void save() {
        editions.add(rulebooks.current().edition());
        String text = ShippedRules.files().text(SAVED) + "# saved " + saves.incrementAndGet() + "\n";
        SmallRules.write(ShippedRules.files().with(SAVED, text.getBytes(StandardCharsets.UTF_8)), FOLDER);
    }

    private static double heap() {
        collect();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static double metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().equals("Metaspace"))
                        .map(MemoryPoolMXBean::getUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / MEGABYTE;
    }

    // Classes are unloaded by a full collection, and what they leave by the next.
    private static void collect() {
        for (int times = 0; times < 3; times++) {
            System.gc();
        }
    }
}
