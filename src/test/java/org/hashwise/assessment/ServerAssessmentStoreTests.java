package org.hashwise.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.hashwise.assessment.StoreUnavailable.FailureReason;
import org.junit.jupiter.api.Test;

/** Assessments in PostgreSQL. */
class ServerAssessmentStoreTests extends AssessmentStoreTests {

    private final StoreSettings settings = TestServer.database();

    @Override
    StoreSettings settings() {
        return settings;
    }

    @Override
    StoreSettings anotherStore() {
        return TestServer.database();
    }

    @Test
    void theChainDoesNotForkAmongInstancesEither() throws Exception {
        try (Store second = new Store(settings)) {
            Assessments others = new Assessments(second, Clock.systemUTC());
            List<String> ids = together(writer -> {
                Assessments mine = writer % 2 == 0 ? assessments : others;
                for (int each = 0; each < 10; each++) {
                    Assessment sample = SampleAssessments.assessment("A" + writer + each);
                    mine.add(sample, null, SampleAssessments.signing(sample));
                }
                return List.of();
            });
            assertThat(ids).isEmpty();
            assertThat(new ChainVerification(second).run()).isEqualTo(audit());
            assertThat(audit().fault()).isNull();
            assertThat(audit().links()).isEqualTo(80);
        }
    }

    @Test
    void aServerThatIsNotThereIsToldAsSuch() {
        StoreSettings nowhere = new StoreSettings(
                "jdbc:postgresql://127.0.0.1:1/none", "nobody", "nothing", Path.of("target", "never-used"));
        try (Store store = new Store(nowhere)) {
            assertThatThrownBy(() -> store.read(jdbc -> 1))
                    .isInstanceOfSatisfying(
                            StoreUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(FailureReason.UNREACHABLE));
        }
    }

    @Test
    void aServerThatOnlyReadsIsToldAsSuch() {
        StoredAssessment kept = keep(SampleAssessments.assessment("A"));
        store.write(jdbc -> jdbc.sql("alter database " + settings.url().replaceFirst(".*/", "")
                        + " set default_transaction_read_only = on")
                .update());
        try (Store reading = new Store(settings)) {
            Assessments there = new Assessments(reading, Clock.systemUTC());
            assertThat(there.find(kept.assessment().id())).isEqualTo(kept);
            Assessment sample = SampleAssessments.assessment("B");
            assertThatThrownBy(() -> there.add(sample, null, SampleAssessments.signing(sample)))
                    .isInstanceOfSatisfying(
                            StoreUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(FailureReason.READ_ONLY));
        }
    }
}
