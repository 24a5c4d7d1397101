package org.hashwise.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Spoiled copies of good inputs, the same ones in every build: what a coverage-guided run would start from. It is no
 * stand-in for such a run, and finds within seconds what somebody has just broken.
 */
public final class SpoiledInputs {

    private static final int MOST_CHANGES = 4;
    private static final List<String> PIECES = List.of(
            "",
            "\0",
            "\n",
            "\r",
            "\t",
            "\"",
            "'",
            "\\",
            "\\ud800",
            "\u2028",
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            ":",
            ",",
            ";",
            "- ",
            "#",
            "&a ",
            "*a",
            "!!",
            "%",
            "|",
            ">",
            "null",
            "true",
            "0",
            "-0",
            "-1",
            "1e999",
            "-1e-999",
            "NaN",
            "0x10",
            "99999999999999999999",
            "1e309",
            "2025-02-30",
            "+999999999-01-01",
            "éa\u0300",
            "\uFEFF");

    private final List<byte[]> corpus;
    private final Random random;

    private SpoiledInputs(List<byte[]> corpus, long seed) {
        this.corpus = List.copyOf(corpus);
        this.random = new Random(seed);
    }

    /** The check that is tried on each input. */
    @FunctionalInterface
    public interface Check {
        void run(byte[] input) throws Exception;
    }

    /** Tries the good inputs, then so many spoiled ones, and reports one input for each way in which that fails. */
    public static void allHold(List<byte[]> corpus, int count, Check check) {
        SpoiledInputs mutants = new SpoiledInputs(corpus, 6);
        Map<String, String> inputByFailure = new LinkedHashMap<>();
        Stream.concat(corpus.stream(), Stream.generate(mutants::next).limit(count))
                .forEach(input -> {
                    try {
                        check.run(input);
                    } catch (Exception | AssertionError | StackOverflowError failure) {
                        String place = Stream.of(failure.getStackTrace())
                                .filter(frame -> frame.getClassName().startsWith("org.hashwise"))
                                .map(frame -> " at " + frame)
                                .findFirst()
                                .orElse("");
                        inputByFailure.putIfAbsent(failure + place, new String(input, StandardCharsets.UTF_8));
                    }
                });
        assertThat(inputByFailure).isEmpty();
    }

    /** So many spoiled copies of good inputs. */
    public static Stream<byte[]> of(List<byte[]> corpus, int count) {
        return Stream.generate(new SpoiledInputs(corpus, 7)::next).limit(count);
    }

    private byte[] next() {
        byte[] input = any();
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] any() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private byte[] changed(byte[] input) {
        int at = random.nextInt(input.length + 1);
        int end = Math.min(input.length, at + random.nextInt(1 + random.nextInt(40)));
        return switch (random.nextInt(6)) {
            case 0 ->
                joined(input, at, PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8), at);
            case 1 ->
                joined(input, at, PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8), end);
            case 2 -> joined(input, at, new byte[] {(byte) random.nextInt(256)}, Math.min(input.length, at + 1));
            case 3 -> joined(input, at, new byte[0], end);
            case 4 -> joined(input, at, slice(input, at, end), at);
            default -> joined(input, at, slice(any(), 0, Integer.MAX_VALUE), input.length);
        };
    }

    private byte[] slice(byte[] input, int from, int to) {
        int end = Math.min(to, input.length);
        int start = Math.min(from, end);
        int first = to == Integer.MAX_VALUE && end > 0 ? random.nextInt(end) : start;
        return java.util.Arrays.copyOfRange(input, first, end);
    }

    /** The input up to one place, then the middle, then the input from another place on. */
    private static byte[] joined(byte[] input, int to, byte[] middle, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(input, 0, to);
        joined.writeBytes(middle);
        joined.write(input, from, input.length - from);
        return joined.toByteArray();
    }
}
