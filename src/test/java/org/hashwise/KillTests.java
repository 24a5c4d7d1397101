package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.hashwise.assessment.ChainReport;
import org.hashwise.assessment.ChainVerification;
import org.hashwise.assessment.Store;
import org.hashwise.assessment.StoreSettings;
import org.hashwise.assessment.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An acknowledged assessment survives: the program is killed at random moments while it keeps a hundred assessments a second. */
class KillTests {

    private static final int FEW = 1;
    private static final int MANY = 20;
    private static final int SHORTEST_MILLIS = 300;
    private static final int LONGEST_MILLIS = 1500;

    /** The rules packaged with the program, tested as it was built: it is ready sooner than with any others. */
    private static final Path RULES = Path.of("rules");

    @TempDir
    private Path folder;

    private final AssessmentWriter writes = new AssessmentWriter();
    private final Random random = new Random(20251201);

    @Test
    void whatAFileAcknowledgedSurvives() throws Exception {
        file(FEW);
    }

    @Test
    @Tag("long")
    void whatAFileAcknowledgedSurvivesManyKills() throws Exception {
        file(MANY);
    }

    @Test
    @Tag("long")
    void whatAServerAcknowledgedSurvivesManyKillsAndTheOtherInstanceServesIt() throws Exception {
        server(MANY);
    }

    private void file(int kills) throws Exception {
        StoreSettings store = StoreSettings.in(folder.resolve("data"));
        for (int kill = 0; kill < kills; kill++) {
            try (ServerProcess instance = start(store)) {
                writes.sendAgain(instance);
                writes.send(aWhile(), instance);
                instance.kill();
                writes.settle();
            }
        }
        try (RunningServer last = ServerInTest.start(store, RULES)) {
            writes.sendAgain(last);
            report("SQLite", kills, writes.found(last), store);
        }
    }

    private void server(int kills) throws Exception {
        StoreSettings store = TestServer.database();
        try (RunningServer survivor = ServerInTest.start(store, RULES)) {
            for (int kill = 0; kill < kills; kill++) {
                try (ServerProcess victim = start(store)) {
                    writes.send(aWhile(), victim, survivor);
                    victim.kill();
                    writes.send(Duration.ofMillis(SHORTEST_MILLIS), survivor);
                    writes.settle();
                    writes.sendAgain(survivor);
                }
            }
            report("PostgreSQL, two instances", kills, writes.found(survivor), store);
        }
    }

    private ServerProcess start(StoreSettings store) throws Exception {
        return ServerProcess.start(store, RULES, folder);
    }

    private Duration aWhile() {
        return Duration.ofMillis(SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS));
    }

    private void report(String name, int kills, int found, StoreSettings settings) {
        try (Store store = new Store(settings)) {
            ChainReport chain = new ChainVerification(store).run();
            long kept = count(store, "select count(*) from assessment");
            long companies = count(store, "select count(distinct company) from assessment");
            System.out.printf(
                    "%s: kills survived %d, writes acknowledged %d, found %d, links of the chain %d%n",
                    name, kills, writes.acknowledged(), found, chain.links());
            assertThat(found).isEqualTo(writes.acknowledged()).isGreaterThan(kills);
            // Whole and once, and nothing besides: each was acknowledged in the end.
            assertThat(kept).isEqualTo(companies).isEqualTo(writes.acknowledged());
            assertThat(chain.fault()).isNull();
            assertThat(chain.links()).isEqualTo(writes.acknowledged());
        }
    }

    private static long count(Store store, String query) {
        return store.read(jdbc -> jdbc.sql(query).query(Long.class).single());
    }
}
