package org.hashwise.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.screening.ScreeningFiles.options;
import static org.hashwise.screening.ScreeningFiles.screening;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ShippedRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cost of a screening of many companies: processor time, and memory that does not grow with their number. */
@Tag("long")
class ScreeningScaleTests {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int ROWS_OF_CHUNK = 100;
    private static final long MIB = 1 << 20;

    private static final List<String> LINES =
            ShippedRules.rulebook().cases().stream().map(ScreeningFiles::line).toList();

    @BeforeAll
    static void compileRules() {
        ShippedRules.rulebook().verifyBytecodeBriefly();
    }

    @Test
    void memoryIsTheSameForAThousandAndAHundredThousandRows() throws Exception {
        usedNearTheEndOf(FEW);
        long few = usedNearTheEndOf(FEW);

        long many = usedNearTheEndOf(MANY);

        assertThat(Math.abs(many - few) / MIB).isLessThanOrEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHundredThousandRowsOfFewCompaniesTakeTwoProcessorsTenSeconds(boolean flips) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();

        ScreeningSummary summary = screened(MANY, flips, row -> {});

        Duration taken = Duration.ofNanos(system.getProcessCpuTime() - before);
        assertThat(summary.advised()).isEqualTo(MANY);
        assertThat(taken).isLessThan(Duration.ofSeconds(2 * 10));
    }

    private static long usedNearTheEndOf(int rows) throws Exception {
        long[] used = {0};
        screened(rows, false, row -> {
            if (row == rows - ROWS_OF_CHUNK) {
                System.gc();
                used[0] = Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory();
            }
        });
        return used[0];
    }

    private static ScreeningSummary screened(int rows, boolean flips, IntConsumer reading) throws Exception {
        try (RowSource source = JsonLinesSource.of(lines(rows, reading), false)) {
            return screening(options(Language.EN, false, flips))
                    .run(
                            source,
                            List.of(new Screening.ResultOutput(
                                    ScreeningFormat.NDJSON, false, OutputStream.nullOutputStream())));
        }
    }

    /** @param reading told the number of each row that begins a chunk, when that is read */
    @SuppressWarnings("JdkObsolete") // several streams are read one after the other only from an enumeration
    private static InputStream lines(int rows, IntConsumer reading) {
        var chunks = IntStream.range(0, rows / ROWS_OF_CHUNK)
                .map(chunk -> chunk * ROWS_OF_CHUNK)
                .mapToObj(first -> {
                    reading.accept(first);
                    return (InputStream) new ByteArrayInputStream(chunk(first));
                })
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return chunks.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return chunks.next();
            }
        });
    }

    private static byte[] chunk(int first) {
        return IntStream.range(first, first + ROWS_OF_CHUNK)
                .mapToObj(row -> LINES.get(row % LINES.size()) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
