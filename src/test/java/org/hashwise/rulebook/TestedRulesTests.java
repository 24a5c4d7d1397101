package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hashwise.rulebook.files.PackedYaml;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mark of the edition whose test cases a start need not run again. */
class TestedRulesTests {

    private static final String PARAMETERS = "parameters/extra.yaml";

    @TempDir
    private Path folder;

    @Test
    void theShippedEditionWasTestedAndAnEditOfItWasNot() {
        RulebookFiles shipped = ShippedRules.files();

        assertThat(TestedRules.include(shipped.fingerprint())).isTrue();
        assertThat(TestedRules.include(with(shipped, PARAMETERS, "topic: power-access\nthresholds: []\n")
                        .fingerprint()))
                .isFalse();
    }

    @Test
    void anEditionWithoutProblemsIsMarkedAsTested() throws IOException {
        RulebookFiles shipped = ShippedRules.files();

        test(shipped);

        assertThat(tested()).hasContent(shipped.fingerprint());
        assertThat(folder.resolve("classes").resolve(PackedYaml.RESOURCE)).isNotEmptyFile();
    }

    @Test
    void anEditionWithAWarningIsNotMarked() throws IOException {
        test(with(ShippedRules.files(), PARAMETERS, """
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

        assertThat(tested()).doesNotExist();
    }

    @Test
    void brokenRulesAreLeftToTheStartAndAnEarlierMarkGoes() throws IOException {
        Files.createDirectories(tested().getParent());
        Files.writeString(tested(), "sha256:earlier");

        test(SmallRules.broken(100));

        assertThat(tested()).doesNotExist();
    }

    private static RulebookFiles with(RulebookFiles files, String path, String text) {
        return files.with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void test(RulebookFiles files) throws IOException {
        Path rules = folder.resolve("rules");
        SmallRules.write(files, rules);
        TestedRules.main(rules.toString(), folder.resolve("classes").toString());
    }

    private Path tested() {
        return folder.resolve("classes/tested-rules/edition.txt");
    }
}
