package org.hashwise.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.hashwise.assessment.Editions;
import org.hashwise.assessment.Store;
import org.hashwise.assessment.StoreSettings;
import org.hashwise.assessment.TestServer;
import org.hashwise.consultation.SmallReceipts;
import org.hashwise.rulebook.PackedFiles;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as somebody types it. */
class VerifyCommandTests {

    private static String issued;

    @TempDir
    private static Path rules;

    @TempDir
    private Path folder;

    private String said = "";
    private Path file;

    @BeforeAll
    static void issueAReceipt() {
        SmallRules.write(SmallRules.edition(300), rules);
        issued = new SmallReceipts().issue(300, SmallReceipts.request(9000)).body();
    }

    @BeforeEach
    void nameAFile() {
        file = folder.resolve("receipt.json");
    }

    @Test
    void aReceiptIsReproduced() throws IOException {
        assertThat(verify(issued, "--rules", rules.toString())).isZero();
        assertThat(said).isEqualTo("reproduced\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "server"})
    void itsRulesAreFoundInTheArchiveOfAStore(String kind) throws IOException {
        StoreSettings settings = kind.equals("file") ? StoreSettings.in(folder) : TestServer.database();
        RulebookFiles edition = SmallRules.edition(300);
        try (Store store = new Store(settings)) {
            new Editions(store, SmallReceipts.CLOCK).keep(edition.fingerprint(), PackedFiles.pack(edition));
        }
        String place = settings.isServer()
                ? settings.url() + "?user=" + settings.user() + "&password=" + settings.password()
                : folder.toString();

        assertThat(verify(issued, "--data", place)).isZero();
        assertThat(said).isEqualTo("reproduced\n");

        String unknown = issued.replace(edition.fingerprint(), "sha256:" + "0".repeat(64));
        assertThat(verify(unknown, "--data", place)).isEqualTo(1);
        assertThat(said).contains(settings.isServer() ? settings.url() : place).doesNotContain("password=");
    }

    @Test
    void aStoreThatCannotBeReachedIsMisuse() throws IOException {
        assertThat(verify(issued, "--data", "jdbc:postgresql://127.0.0.1:1/none?user=a&password=secret"))
                .isEqualTo(2);
        assertThat(said).contains("127.0.0.1").doesNotContain("secret", "Exception");
    }

    @Test
    void theFirstDifferenceIsTold() throws IOException {
        assertThat(verify(issued.replace("Large from 300 MW.", "Large from 301 MW."), "--rules=" + rules))
                .isEqualTo(1);
        assertThat(said)
                .startsWith("hash mismatch")
                .contains("difference at $.advice.evidence[0].text: \"Large from 301 MW.\" in the receipt, "
                        + "\"Large from 300 MW.\" now")
                .doesNotContain("reproduced");
    }

    @Test
    void anEditionThatIsNotAtHandIsNamedWithThePlacesLookedAt() throws IOException {
        assertThat(verify(issued)).isEqualTo(1);
        assertThat(said)
                .contains(SmallRules.edition(300).fingerprint())
                .contains("  rules (sha256:", "  the program itself (sha256:")
                .doesNotContain("reproduced", "hash mismatch");

        assertThat(verify(issued, "--rules", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(said).contains("none (nothing)");
    }

    @Test
    void aChangedFingerprintIsAHashMismatchBeforeAllElse() throws IOException {
        String edition = SmallRules.edition(300).fingerprint();
        assertThat(verify(issued.replace(edition, edition.replace(edition.charAt(9), '0') + "0")))
                .isEqualTo(1);
        assertThat(said).startsWith("hash mismatch").contains("difference at $.hash: \"sha256:");
    }

    @Test
    void whatIsNoReceiptIsSaid() throws IOException {
        assertThat(verify("{ \"format\": 1,\n oops }")).isEqualTo(1);
        assertThat(said).contains("is not JSON from line 2");

        assertThat(verify("{ \"format\": 1, \"version\": \"x\" }")).isEqualTo(1);
        assertThat(said).contains("is not a receipt:", "  version cannot be x", "  hash is missing");
    }

    @Test
    void aReceiptThatWasCutShortIsSaid() throws IOException {
        assertThat(verify(issued.substring(0, issued.length() / 2))).isEqualTo(1);
        assertThat(said).contains("is not JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "receipt.json --rules", "--rules x", "receipt.json --color", "receipt.json --data= "})
    void argumentsThatMakeNoSenseAreMisuse(String arguments) {
        List<String> words = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
        assertThat(run(words)).isEqualTo(2);
        assertThat(said).startsWith("usage: verify");
    }

    @Test
    void aFileThatIsNotThereIsMisuse() {
        assertThat(run(List.of(file.toString()))).isEqualTo(2);
        assertThat(said).contains("There is no readable file");
    }

    private int verify(String receipt, String... options) throws IOException {
        Files.writeString(file, receipt);
        List<String> arguments = new java.util.ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    private int run(List<String> arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = new VerifyCommand(Clock.systemUTC())
                .run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }
}
