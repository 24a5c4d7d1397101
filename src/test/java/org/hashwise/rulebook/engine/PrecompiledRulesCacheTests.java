package org.hashwise.rulebook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped rules come compiled; what the engine says of them is held against the dry run elsewhere. */
class PrecompiledRulesCacheTests {

    private static final RulebookContents CONTENTS = ShippedRules.contents();

    @TempDir
    private Path classes;

    @Test
    void theShippedRulesAreFoundAsTheyAreAndNoOthers() {
        Map<String, String> facts = FactClassGenerator.of(CONTENTS.questionnaire());
        String drl = DrlWriter.drl(CONTENTS);

        assertThat(PrecompiledRulesCache.find(facts, drl)).isPresent();
        assertThat(PrecompiledRulesCache.find(facts, drl + " ")).isEmpty();
        assertThat(PrecompiledRulesCache.find(Map.of(), drl)).isEmpty();
    }

    @Test
    void theyDecideAsThoseThatAreCompiledNow() {
        // Without most rows of the regulation table the text is another one, so that it is compiled.
        RulebookContents fewer =
                CONTENTS.with(RuleRole.GRADING, CONTENTS.grading().subList(0, 1));
        try (CompiledRules ready = CompiledRules.of(CONTENTS);
                CompiledRules now = CompiledRules.of(fewer)) {
            CONTENTS.cases().forEach(study -> {
                Situation company = ShippedRules.situation(study);
                assertThat(ids(ready.evaluate(company))).isEqualTo(ids(now.evaluate(company)));
                assertThat(ready.evaluate(company).decisions())
                        .isEqualTo(now.evaluate(company).decisions());
            });
        }
    }

    private static List<String> ids(Findings findings) {
        return findings.effects().stream()
                .map(effect -> effect.rule().id() + effect.form() + effect.strategy())
                .toList();
    }

    @Test
    void oneIsKeptAtATimeAndRunsOnTheOldestJava() throws IOException {
        Map<String, String> facts = FactClassGenerator.of(CONTENTS.questionnaire());
        PrecompiledRulesCache.keep(classes, facts, "package org.hashwise.policy;\n");
        byte[] first = Files.readAllBytes(onlyFile());
        PrecompiledRulesCache.keep(classes, facts, "package org.hashwise.policy;\n\n");

        Path second = onlyFile();
        assertThat(first).isNotEmpty();
        try (var jar = new java.util.jar.JarFile(second.toFile())) {
            assertThat(jar.stream().filter(entry -> entry.getName().endsWith(".class")))
                    .isNotEmpty()
                    .allSatisfy(entry -> {
                        byte[] head = jar.getInputStream(entry).readNBytes(8);
                        assertThat(head[7]).as(entry.getName()).isLessThanOrEqualTo((byte) 61); // Java 17
                    });
        }
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(classes.resolve("compiled-rules"))) {
            return files.reduce((one, another) -> {
                        throw new AssertionError(one + " and " + another);
                    })
                    .orElseThrow();
        }
    }
}
