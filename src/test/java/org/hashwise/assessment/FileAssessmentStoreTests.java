package org.hashwise.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hashwise.assessment.StoreUnavailable.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Assessments in a file of our own. */
class FileAssessmentStoreTests extends AssessmentStoreTests {

    @TempDir
    private Path folder;

    @Override
    StoreSettings settings() {
        return StoreSettings.in(folder.resolve("data"));
    }

    @Override
    StoreSettings anotherStore() {
        return StoreSettings.in(folder.resolve("other"));
    }

    @Test
    void theFileIsMadeAtTheFirstUseAndSurvivesPowerCuts() {
        assertThat(folder.resolve("data")).doesNotExist();

        keep(SampleAssessments.assessment("A"));

        assertThat(folder.resolve("data/hashwise.db")).isRegularFile();
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).isEqualTo("2");
        assertThat(pragma("busy_timeout")).isEqualTo("10000");
    }

    private String pragma(String name) {
        return store.write(
                jdbc -> jdbc.sql("pragma " + name).query(String.class).single());
    }

    @Test
    void whatIsForgottenIsGoneFromTheFiles() throws IOException {
        StoredAssessment kept = keep(SampleAssessments.assessment("Unforgettable Mining"));
        assertThat(bytes()).contains("Unforgettable");

        assessments.forget(kept.assessment().id(), DeletionReason.REQUEST);

        assertThat(bytes()).doesNotContain("Unforgettable");
    }

    private String bytes() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder.resolve("data"))) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void aFullDiskKeepsNothingAndLosesNothing() {
        StoredAssessment kept = keep(SampleAssessments.assessment("A"));
        StoreIndicator health = new StoreIndicator(new StoreHealth(store));

        try (StoreFaults.Fault full = StoreFaults.full(store)) {
            assertThatThrownBy(() -> {
                        for (int each = 0; each < 1000; each++) {
                            keep(SampleAssessments.assessment("x".repeat(200)));
                        }
                    })
                    .isInstanceOfSatisfying(
                            StoreUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.FULL));

            assertThat(assessments.find(kept.assessment().id())).isEqualTo(kept);
            assertThat(audit().fault()).isNull();
        }

        Assessment later = SampleAssessments.assessment("Later");
        assertThat(keep(later).assessment()).isEqualTo(later);
        assertThat(audit().fault()).isNull();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whatCanOnlyBeReadIsRead() {
        StoredAssessment kept = keep(SampleAssessments.assessment("A"));
        StoreIndicator health = new StoreIndicator(new StoreHealth(store));

        try (StoreFaults.Fault reading = StoreFaults.readOnly(store)) {
            assertThatThrownBy(() -> keep(SampleAssessments.assessment("B")))
                    .isInstanceOfSatisfying(
                            StoreUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.READ_ONLY));

            assertThat(assessments.find(kept.assessment().id())).isEqualTo(kept);
        }
        try (StoreFaults.Fault reading = StoreFaults.readOnly(store)) {
            assertThat(health.health().getStatus()).isEqualTo(new Status("READ_ONLY"));
        }
        assertThat(keep(SampleAssessments.assessment("C")).receipt()).isNotNull();
        assertThat(audit().fault()).isNull();
    }

    @Test
    void aFolderThatCannotBeMadeIsNoReasonToFail() {
        // Nobody, whatever his rights, makes a folder below a file.
        Path file = folder.resolve("file");
        try {
            Files.createFile(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        try (Store nowhere = new Store(StoreSettings.in(file.resolve("data")))) {
            assertThatThrownBy(() -> nowhere.read(jdbc -> 1))
                    .isInstanceOfSatisfying(
                            StoreUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.UNREACHABLE));
            assertThat(new StoreIndicator(new StoreHealth(nowhere)).health().getStatus())
                    .isEqualTo(new Status("ADVICE_ONLY"));
        }
    }

    @Test
    void aFileThatIsOpenedOnlyForReadingIsRead() {
        StoredAssessment kept = keep(SampleAssessments.assessment("A"));
        store.close();

        try (Database database = FileDatabase.openToRead(folder.resolve("data/hashwise.db"))) {
            var jdbc = JdbcClient.create(database.reader());
            assertThat(Rows.find(jdbc, kept.assessment().id())).contains(kept.assessment());
            assertThatThrownBy(() -> Rows.insert(jdbc, SampleAssessments.assessment("B")))
                    .satisfies(
                            failure -> assertThat(StoreFailures.reason(failure)).contains(Reason.READ_ONLY));
        }
    }
}
