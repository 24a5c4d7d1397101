package org.hashwise.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.hashwise.assessment.FilledStore;
import org.hashwise.assessment.StoreSettings;
import org.hashwise.assessment.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreCommandTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"file, file", "file, server", "server, file", "server, server"})
    void whatOneStoreSavedAnotherTakes(String from, String to) throws IOException {
        StoreSettings source = settings(from);
        Path file = folder.resolve("backup.db");
        List<String> kept;
        try (FilledStore filled = new FilledStore(source)) {
            filled.fill();
            assertThat(run(StoreCommand.backup(), source, file.toString())).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("5 links of the chain, 3 receipts");
            kept = filled.all();
            assertThat(run(StoreCommand.backup(), source, file.toString())).isEqualTo(1);
        }
        assertThat(folder.resolve("backup.db.part")).doesNotExist();

        StoreSettings target = settings(to);
        assertThat(run(StoreCommand.restore(), target, file.toString())).isZero();

        try (FilledStore restored = new FilledStore(target)) {
            assertThat(restored.all()).isEqualTo(kept);
            assertThat(restored.isSound()).isTrue();
            restored.fill();
            assertThat(restored.isSound()).isTrue();
            assertThat(run(StoreCommand.restore(), target, file.toString())).isEqualTo(1);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("With --force");
            assertThat(restored.all()).hasSizeGreaterThan(kept.size());
            assertThat(run(StoreCommand.restore(), target, file.toString(), "--force"))
                    .isZero();
            assertThat(restored.all()).isEqualTo(kept);
        }
    }

    @Test
    void whatWasAlteredIsNotTaken() throws Exception {
        StoreSettings source = settings("file");
        Path file = folder.resolve("backup.db");
        try (FilledStore filled = new FilledStore(source)) {
            filled.fill();
        }
        run(StoreCommand.backup(), source, file.toString());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("update receipt set body = replace(body, '12.8', '12.9')");
        }

        StoreSettings target = settings("file");
        assertThat(run(StoreCommand.restore(), target, file.toString(), "--force"))
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("link 1 was altered");
    }

    @Test
    void whatIsNoBackupIsNotTaken() throws IOException {
        StoreSettings target = settings("file");

        assertThat(run(StoreCommand.restore(), target, folder.resolve("none").toString()))
                .isEqualTo(1);
        Path text = Files.writeString(folder.resolve("text"), "Not a database at all, but long enough. ".repeat(50));
        assertThat(run(StoreCommand.restore(), target, text.toString())).isEqualTo(1);
        assertThat(run(StoreCommand.backup(), target, folder.resolve("new").toString()))
                .isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("there is no file", "is not a backup of Hashwise", "there is no store yet");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void whatMakesNoSenseIsToldHow() {
        assertThat(StoreCommand.backup().run(List.of(), new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(StoreCommand.restore().run(List.of("a", "b"), new PrintStream(out)))
                .isEqualTo(2);
        assertThat(StoreCommand.backup().run(List.of("a", "--force"), new PrintStream(out)))
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: backup <file>", "Usage: restore <file>");
    }

    private StoreSettings settings(String kind) throws IOException {
        return kind.equals("file")
                ? StoreSettings.in(Files.createTempDirectory(folder, "data"))
                : TestServer.database();
    }

    private int run(StoreCommand command, StoreSettings settings, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--hashwise.data=" + settings.folder());
        if (settings.isServer()) {
            all.add("--spring.datasource.url=" + settings.url());
            all.add("--spring.datasource.username=" + settings.user());
            all.add("--spring.datasource.password=" + settings.password());
        }
        return command.run(all, new PrintStream(out, true, StandardCharsets.UTF_8));
    }
}
