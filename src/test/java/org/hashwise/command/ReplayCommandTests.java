package org.hashwise.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashwise.assessment.Assessment;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.Editions;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.Store;
import org.hashwise.assessment.StoreSettings;
import org.hashwise.assessment.TestServer;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.SmallReceipts;
import org.hashwise.rulebook.PackedFiles;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An analyst has raised the size from which a site is large; the store knows companies of either side. */
class ReplayCommandTests {

    private static final RulebookFiles THEN = SmallRules.edition(100);
    private static final RulebookFiles TODAY = SmallRules.edition(500);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final SmallReceipts receipts = new SmallReceipts();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"file", "server"})
    void thoseOfEveryOwnerThatTodaysRulesAnswerOtherwiseAreListed(String kind) throws IOException {
        StoreSettings store = store(kind);
        keep(store, "Small", "ada", 50);
        String changes = keep(store, "Middle", "bob", 250);
        keep(store, "Large", null, 900);

        assertThat(replay(store)).isZero();

        assertThat(said())
                .contains("3 assessments are saved.", "one gets another recommendation", "becomes HOLD")
                .contains("Middle, 2025-12-01, version 1: " + changes)
                .doesNotContain("Small", "Large");
    }

    @Test
    void withTheRulesOfThenNothingChanges() throws IOException {
        StoreSettings store = store("file");
        keep(store, "Middle", "bob", 250);

        assertThat(replay(store, "--rules", "then", "--market=then")).isZero();

        assertThat(said())
                .contains("the rules of then", "none gets another recommendation")
                .doesNotContain("Middle");
    }

    @Test
    void rulesThatNobodyKeptAreSaid() throws IOException {
        StoreSettings store = store("file");
        keepWithoutRules(store, "Middle", "bob", 250, THEN);

        assertThat(replay(store, "--rules=then")).isZero();

        assertThat(said()).contains("not in the archive", "Middle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "server"})
    void anEmptyStoreSaysSo(String kind) throws IOException {
        StoreSettings store = store(kind);
        try (Store opened = new Store(store)) {
            assertThat(new Editions(opened, SmallReceipts.CLOCK).edition("sha256:none"))
                    .isEmpty();
        }

        assertThat(replay(store)).isZero();
        assertThat(said()).isEqualToIgnoringNewLines("No assessments are saved.");
    }

    @Test
    void whereThereIsNoStoreNoneIsMade() throws IOException {
        StoreSettings store = store("file");

        assertThat(replay(store)).isEqualTo(1);
        assertThat(said()).contains("There is no store in " + store.folder());
        assertThat(store.folder()).isEmptyDirectory();
    }

    @Test
    void manyEditionsOfThePastAreOpenedOneAfterAnother() throws IOException {
        StoreSettings store = store("file");
        for (int megawatts = 100; megawatts <= 600; megawatts += 100) {
            keep(store, "Past " + megawatts, "bob", 250, SmallRules.edition(megawatts));
        }

        assertThat(replay(store, "--rules=then")).isZero();
        assertThat(said()).contains("6 assessments are saved.", "none gets another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rules=tomorrow", "--market", "everything", "--format=json"})
    void whatMakesNoSenseIsToldHow(String argument) throws IOException {
        assertThat(replay(store("file"), argument)).isEqualTo(2);
        assertThat(said()).contains("Usage: replay");
    }

    @Test
    void rulesWithErrorsAnswerNothing() throws IOException {
        StoreSettings store = store("file");
        keep(store, "Middle", "bob", 250);
        SmallRules.write(SmallRules.broken(100), folder.resolve("rules"));

        assertThat(run(store, List.of())).isEqualTo(1);
        assertThat(said()).contains("The rules have errors", "error[");
    }

    private int replay(StoreSettings store, String... arguments) {
        SmallRules.write(TODAY, folder.resolve("rules"));
        return run(store, List.of(arguments));
    }

    private int run(StoreSettings store, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.add("--hashwise.rules=" + folder.resolve("rules"));
        all.add("--hashwise.data=" + store.folder());
        if (store.isServer()) {
            all.add("--spring.datasource.url=" + store.url());
            all.add("--spring.datasource.username=" + store.user());
            all.add("--spring.datasource.password=" + store.password());
        }
        return new ReplayCommand(SmallReceipts.CLOCK).run(all, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private StoreSettings store(String kind) throws IOException {
        return kind.equals("file")
                ? StoreSettings.in(Files.createTempDirectory(folder, "data"))
                : TestServer.database();
    }

    private String keep(StoreSettings settings, String company, String owner, double megawatts) {
        return keep(settings, company, owner, megawatts, THEN);
    }

    private String keep(StoreSettings settings, String company, String owner, double megawatts, RulebookFiles edition) {
        String id = keepWithoutRules(settings, company, owner, megawatts, edition);
        try (Store store = new Store(settings)) {
            new Editions(store, SmallReceipts.CLOCK).keep(edition.fingerprint(), PackedFiles.pack(edition));
        }
        return id;
    }

    private String keepWithoutRules(
            StoreSettings settings, String company, String owner, double megawatts, RulebookFiles edition) {
        Consultation.Request sample = SmallReceipts.request(megawatts);
        Consultation.Request request =
                new Consultation.Request(company, sample.asOf(), sample.language(), sample.answers());
        String id = String.format("%032x", company.hashCode());
        Assessment assessment = new Assessment(
                id,
                1,
                owner,
                company,
                request.asOf(),
                request.language(),
                request.answers(),
                SmallReceipts.ISSUED,
                SmallReceipts.ISSUED);
        Receipt receipt = receipts.issue(edition, request, id, 1);
        try (Store store = new Store(settings)) {
            new Assessments(store, SmallReceipts.CLOCK).add(assessment, null, previous -> receipt);
        }
        return id;
    }
}
