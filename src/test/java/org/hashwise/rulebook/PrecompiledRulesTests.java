package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start need not do again was done with exactly these files, and with no others. */
class PrecompiledRulesTests {

    @TempDir
    private Path folder;

    @Test
    void theShippedEditionWasTriedAndAnEditOfItWasNot() {
        RulebookFiles shipped = ShippedRules.files();
        RulebookFiles edited = shipped.with("edited.md", "More.".getBytes(StandardCharsets.UTF_8))
                .with("parameters/power-access.yaml", "#".getBytes(StandardCharsets.UTF_8));

        assertThat(PrecompiledRules.isTried(shipped.fingerprint())).isTrue();
        assertThat(PrecompiledRules.isTried(edited.fingerprint())).isFalse();
    }

    @Test
    void rulesOfWhichSomethingIsToBeSaidAreNotMarkedAsTried() throws IOException {
        Path rules = folder.resolve("rules");
        SmallRules.write(SmallRules.edition(100), rules);
        Path classes = folder.resolve("classes");

        PrecompiledRules.main(rules.toString(), classes.toString());

        boolean warned;
        try (Rulebook rulebook = RulebookReader.read(SmallRules.edition(100))) {
            warned = !rulebook.warnings().isEmpty();
        }
        assertThat(Files.exists(classes.resolve("compiled-rules/tried.txt"))).isEqualTo(!warned);
        assertThat(classes.resolve("compiled-rules")).isNotEmptyDirectory();
    }
}
