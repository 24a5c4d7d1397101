package org.hashwise.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guided by what an input reaches in the program, the fuzzer makes the next one; the long build lets it do so, in a process of its
 * own. Without its variable {@code JAZZER_FUZZ} the good inputs are read, and those in the resources that once
 * broke something. It runs once in a process, so one method has all readers: the first byte says which of them the rest is for.
 */
class ReaderFuzzTests {

    private static final List<FuzzTarget> TARGETS = FuzzTargets.all();

    @MethodSource("inputs")
    @FuzzTest(maxDuration = "20s")
    void isTakenOrRefused(byte[] input) throws Exception {
        if (input.length > 0) {
            FuzzTarget target = TARGETS.get(Byte.toUnsignedInt(input[0]) % TARGETS.size());
            target.reader().run(Arrays.copyOfRange(input, 1, input.length));
        }
    }

    static Stream<byte[]> inputs() {
        return IntStream.range(0, TARGETS.size())
                .boxed()
                .flatMap(index -> TARGETS.get(index).corpus().stream().map(input -> addressed(index, input)));
    }

    private static byte[] addressed(int index, byte[] input) {
        byte[] addressed = new byte[input.length + 1];
        addressed[0] = (byte) index;
        System.arraycopy(input, 0, addressed, 1, input.length);
        return addressed;
    }
}
