package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
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
    @ValueSource(strings = {"check --mutate", "check rules --mutate=POWER-01", "check --coverage", "replay", "mcp"})
    void aLongCommandIsNot(String line) {
        assertThat(isBrief(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"companies.ndjson", "companies.csv", "companies.xlsx"})
    void aScreeningOfFewCompaniesIsBrief(String name, @TempDir Path folder) throws IOException {
        Path few = companies(folder.resolve(name), 5_000);
        Path many = companies(folder.resolve("many-" + name), 20_000);

        assertThat(isBrief("screen " + few + " --out result.csv")).isTrue();
        assertThat(isBrief("screen --refused refused.csv " + many)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"companies.ndjson", "companies.csv", "companies.xlsx"})
    void withoutFlipsOneOfMoreIs(String name, @TempDir Path folder) throws IOException {
        Path many = companies(folder.resolve(name), 150_000);
        Path more = companies(folder.resolve("more-" + name), 300_000);

        assertThat(isBrief("screen --no-flips " + many)).isTrue();
        assertThat(isBrief("screen --no-flips " + more)).isFalse();
        assertThat(isBrief("screen --no-flips --detail brief " + many)).isTrue();
        assertThat(isBrief("screen --no-flips --detail full " + many)).isFalse();
        assertThat(isBrief("screen --no-flips --detail=full " + many)).isFalse();
        assertThat(isBrief("screen --no-flips --views lender,growth " + many)).isFalse();
        assertThat(isBrief("screen --no-flips --overlay overlay.json " + many)).isFalse();
        assertThat(isBrief("screen --no-flips --detail little " + many)).isFalse();
    }

    @Test
    void theResultOfAnEarlierScreeningDoesNotCount(@TempDir Path folder) throws IOException {
        Path few = companies(folder.resolve("few.csv"), 5_000);
        Path result = companies(folder.resolve("result.csv"), 500_000);

        assertThat(isBrief("screen " + few + " --out " + result)).isTrue();
    }

    /** A file whose first lines, and whose length, are those of so many companies; it takes little space. */
    private static Path companies(Path file, int count) throws IOException {
        boolean workbook = file.toString().endsWith(".xlsx");
        String line = "x".repeat(workbook ? 94 : 999) + "\n";
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.writeBytes(line.repeat(100));
            sparse.setLength((long) count * line.length());
        }
        return file;
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
