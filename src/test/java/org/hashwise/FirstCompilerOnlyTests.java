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
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({"few.ndjson, 3", "few.csv, 1", "few.xlsx, 0.5"})
    void aScreeningOfFewCompaniesIsBrief(String name, double mebibytes, @TempDir Path folder) throws IOException {
        Path few = sized(folder.resolve(name), mebibytes);
        Path many = sized(folder.resolve("many-" + name), 4 * mebibytes);

        assertThat(isBrief("screen " + few + " --out result.csv")).isTrue();
        assertThat(isBrief("screen --refused refused.csv " + many)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"many.ndjson, 100", "many.csv, 30", "many.xlsx, 20"})
    void withoutFlipsOneOfMoreIs(String name, double mebibytes, @TempDir Path folder) throws IOException {
        Path many = sized(folder.resolve(name), mebibytes);
        Path more = sized(folder.resolve("more-" + name), 2 * mebibytes);

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
        Path few = sized(folder.resolve("few.csv"), 1);
        Path result = sized(folder.resolve("result.csv"), 100);

        assertThat(isBrief("screen " + few + " --out " + result)).isTrue();
    }

    /** A file of this length, which takes no space. */
    private static Path sized(Path file, double mebibytes) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((long) (mebibytes * (1 << 20)));
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
