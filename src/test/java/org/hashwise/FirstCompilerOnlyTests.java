package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.hashwise.command.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short commands are left to the first JIT compiler; long ones and the server have both. */
class FirstCompilerOnlyTests {

    @AfterEach
    void removeDirective() throws JMException {
        diagnostic("compilerDirectivesClear");
    }

    @Test
    void theSecondCompilerLeavesOutAllMethods() throws JMException {
        assertThat(excludingCompilers()).isEmpty();

        FirstCompilerOnly.apply();

        assertThat(excludingCompilers()).containsExactly(" c2 directives:");
    }

    /** The compilers to which a directive denies all methods. */
    private static List<String> excludingCompilers() throws JMException {
        List<String> excluding = new ArrayList<>();
        String compiler = "";
        for (String line : diagnostic("compilerDirectivesPrint").lines().toList()) {
            compiler = line.endsWith("directives:") ? line : compiler;
            if (line.contains("Exclude:true")) {
                excluding.add(compiler);
            }
        }
        return excluding;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "check rules --format json",
                "check --casebook",
                "compare rules rules",
                "verify receipt.json"
            })
    void aCommandOfSecondsIsBrief(String line) {
        assertThat(isBrief(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --mutate",
                "check rules --mutate=POWER-01",
                "check --coverage",
                "screen file.csv",
                "replay",
                "mcp"
            })
    void aLongCommandIsNot(String line) {
        assertThat(isBrief(line)).isFalse();
    }

    @Test
    void aScreeningIsBriefIfItsFileIsSmall(@TempDir Path folder) throws IOException {
        Path few = Files.write(folder.resolve("few.csv"), new byte[1 << 20]);
        Path many = Files.write(folder.resolve("many.csv"), new byte[5 << 20]);

        assertThat(isBrief("screen " + few + " --out result.csv")).isTrue();
        assertThat(isBrief("screen --refused refused.csv " + many)).isFalse();
    }

    private static boolean isBrief(String line) {
        String[] words = line.split(" ");
        return Commands.isBrief(Commands.in(words).orElseThrow(), words);
    }

    private static String diagnostic(String command) throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), command, null, null);
    }
}
