package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start need not do again was done with exactly these files, and with no others. */
class PrecompiledRulesTests {

    private static final String PARAMETERS = "parameters/extra.yaml";

    @TempDir
    private Path folder;

    @Test
    void theShippedEditionWasTriedAndAnEditOfItWasNot() {
        RulebookFiles shipped = ShippedRules.files();

        assertThat(PrecompiledRules.isTried(shipped.fingerprint())).isTrue();
        assertThat(PrecompiledRules.isTried(with(shipped, PARAMETERS, "topic: power-access\nthresholds: []\n")
                        .fingerprint()))
                .isFalse();
    }

    @Test
    void anEditionWithoutRemarksIsMarkedAsTried() throws IOException {
        RulebookFiles shipped = ShippedRules.files();

        compile(shipped);

        assertThat(tried()).hasContent(shipped.fingerprint());
    }

    @Test
    void anEditionOfWhichSomethingIsToBeSaidIsCompiledAndNotMarked() throws IOException {
        compile(with(ShippedRules.files(), PARAMETERS, """
                topic: power-access
                thresholds:
                  - name: nobodyReadsThis
                    value: 1
                    unit: MW
                    meaning:
                      en: "Read by no rule"
                      fr: "Lu par aucune règle"
                    source: "Judgement: an example"
                    date: 2025-12-01
                    reviewBy: 2099-12-01
                """));

        assertThat(tried()).doesNotExist();
        assertThat(folder.resolve("classes/compiled-rules")).isNotEmptyDirectory();
    }

    @Test
    void brokenRulesAreLeftToTheStartAndAnEarlierMarkGoes() throws IOException {
        Files.createDirectories(tried().getParent());
        Files.writeString(tried(), "sha256:earlier");

        compile(SmallRules.broken(100));

        assertThat(tried()).doesNotExist();
    }

    private static RulebookFiles with(RulebookFiles files, String path, String text) {
        return files.with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void compile(RulebookFiles files) throws IOException {
        Path rules = folder.resolve("rules");
        SmallRules.write(files, rules);
        PrecompiledRules.main(rules.toString(), folder.resolve("classes").toString());
    }

    private Path tried() {
        return folder.resolve("classes/compiled-rules/tried.txt");
    }
}
