package org.hashwise.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.hashwise.assessment.StoreUnavailable.FailureReason;
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
    void assessmentsOfAnEarlierSchemaGetTheirLinkToRead() throws Exception {
        Path file = Files.createDirectories(folder.resolve("data")).resolve("hashwise.db");
        Assessment old = SampleAssessments.assessment("Kept before");
        String source = "jdbc:sqlite:" + file;
        Flyway.configure()
                .dataSource(source, null, null)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(source);
                var row = connection.prepareStatement(
                        "insert into assessment (id, version, company, language, answers, created_at, changed_at)"
                                + " values (?, 1, 'Kept before', 'en', '{}', 0, 0)")) {
            row.setString(1, old.id());
            row.executeUpdate();
        }

        assertThat(assessments.idOf(ReadToken.of(old.id()))).isEqualTo(old.id());
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
                            refused -> assertThat(refused.reason()).isEqualTo(FailureReason.FULL));

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
                            refused -> assertThat(refused.reason()).isEqualTo(FailureReason.READ_ONLY));

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
        // A folder below a file cannot be made with any permissions.
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
                            refused -> assertThat(refused.reason()).isEqualTo(FailureReason.UNREACHABLE));
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
                            failure -> assertThat(StoreFailures.reason(failure)).contains(FailureReason.READ_ONLY));
        }
    }

    @Test
    void nobodyElseMayReadTheFilesWhateverTheirPermissionsWere() throws IOException {
        Path data = folder.resolve("data");
        keep(SampleAssessments.assessment("A"));
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(others(data)).isEmpty();

        store.close();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(data.resolve("hashwise.db"), PosixFilePermissions.fromString("rw-rw-rw-"));
        keep(SampleAssessments.assessment("B"));

        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(others(data)).isEmpty();
        Path backup = folder.resolve("backup.db");
        new Backups(store).save(backup);
        assertThat(permissions(backup)).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** The files that others may read, write or run. */
    private static List<Path> others(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> found = files.toList();
            assertThat(found).isNotEmpty();
            return found.stream()
                    .filter(file -> {
                        try {
                            return !permissions(file).endsWith("------");
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .toList();
        }
    }

    @Test
    void temporaryFilesOfProcessesThatEndedAreRemovedAtTheNextStart() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Process ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ended.waitFor();
        Path left = Files.createFile(data.resolve(".temporary-" + ended.pid() + "-1.db"));
        Path ours = Files.createFile(
                data.resolve(".temporary-" + ProcessHandle.current().pid() + "-1.db"));

        Path sameNumber = Files.createFile(
                data.resolve(".temporary-" + ProcessHandle.current().pid() + "-2.db"));
        Files.setLastModifiedTime(sameNumber, FileTime.from(Instant.EPOCH));

        keep(SampleAssessments.assessment("A"));

        assertThat(left).doesNotExist();
        assertThat(sameNumber).as("of an earlier process with our number").doesNotExist();
        assertThat(ours).exists();
    }

    @Test
    void aRestoreLeavesNoCopyBehindAndMakesNoneElsewhere() throws IOException {
        keep(SampleAssessments.assessment("A"));
        Path backup = folder.resolve("backup.db");
        new Backups(store).save(backup);

        try (Store other = new Store(anotherStore())) {
            new Backups(other).restore(backup, false);
            try (var files = Files.list(folder.resolve("other"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .allMatch(name -> name.startsWith("hashwise.db"));
            }
            assertThat(permissions(folder.resolve("other/hashwise.db"))).isEqualTo("rw-------");
        }
    }

    @Test
    void aDamagedFileIsOnlyReadFromTheFirstLookOn() throws IOException {
        for (int each = 0; each < 200; each++) {
            keep(SampleAssessments.assessment("Mine " + each));
        }
        store.close();
        Path file = folder.resolve("data/hashwise.db");
        overwrite(file, 0.5);

        StoreIndicator health = new StoreIndicator(new StoreHealth(store));
        assertThat(health.health().getStatus()).isNotEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("reason", "DAMAGED");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> keep(SampleAssessments.assessment("Later")))
                .isInstanceOfSatisfying(
                        StoreUnavailable.class,
                        refused -> assertThat(refused.reason()).isEqualTo(FailureReason.DAMAGED));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aBackupTakesThePlaceOfADamagedFileIfForced() throws IOException {
        keep(SampleAssessments.assessment("A"));
        Path backup = folder.resolve("backup.db");
        new Backups(store).save(backup);
        store.close();
        Path file = folder.resolve("data/hashwise.db");
        Files.writeString(file, "Not a database. ".repeat(1000));

        assertThatThrownBy(() -> new Backups(store).restore(backup, false)).isInstanceOf(BackupRefused.class);
        assertThat(new Backups(store).restore(backup, true).sound()).isTrue();

        assertThat(audit().fault()).isNull();
        assertThat(keep(SampleAssessments.assessment("B")).receipt()).isNotNull();
        assertThat(file.resolveSibling("hashwise.db.damaged")).content().startsWith("Not a database. ");
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws IOException {
        Path file = Files.createDirectories(folder.resolve("data")).resolve("hashwise.db");
        Files.writeString(file, "Not a database. ".repeat(1000));

        assertThatThrownBy(() -> keep(SampleAssessments.assessment("A")))
                .isInstanceOfSatisfying(
                        StoreUnavailable.class,
                        refused -> assertThat(refused.reason()).isEqualTo(FailureReason.DAMAGED));
        assertThat(new StoreIndicator(new StoreHealth(store)).health().getStatus())
                .isEqualTo(new Status("ADVICE_ONLY"));
        assertThat(file).content().startsWith("Not a database. ");
    }

    private static void overwrite(Path file, double part) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int from = (int) (bytes.length * part);
        Arrays.fill(bytes, from, Math.min(bytes.length, from + 20 * 4096), (byte) 0xA5);
        Files.write(file, bytes);
    }

    @Test
    void healthSaysThatTheDiskIsFullAsLongAsASaveWouldSayIt() {
        keep(SampleAssessments.assessment("A"));
        StoreHealth asked = new StoreHealth(store);

        try (StoreFaults.Fault full = StoreFaults.full(store)) {
            assertThatThrownBy(() -> {
                        for (int each = 0; each < 1000; each++) {
                            keep(SampleAssessments.assessment("x".repeat(200)));
                        }
                    })
                    .isInstanceOf(StoreUnavailable.class);
        }
        // The connection that failed is not used again.
        try (StoreFaults.Fault full = StoreFaults.full(store)) {
            assertThat(asked.problem()).isEqualTo(FailureReason.FULL);
        }
        try (StoreFaults.Fault full = StoreFaults.full(store)) {
            assertThat(new StoreHealth(store).problem()).isEqualTo(FailureReason.FULL);
        }

        assertThat(new StoreHealth(store).problem()).isNull();
        keep(SampleAssessments.assessment("Later"));
        assertThat(audit().fault()).isNull();
    }
}
