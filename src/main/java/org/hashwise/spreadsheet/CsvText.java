package org.hashwise.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a CSV file, without byte order mark and without a line {@code sep=;}. Its separator is the one that the headers have
 * in common with the line after them; its character set is found by {@link DetectedText}. Not thread-safe.
 */
public final class CsvText extends Reader {

    /** Replacement of bytes that are not of the character set. */
    public static final char REPLACEMENT = '\uFFFD';

    private static final int BEGINNING = 64 << 10;

    /** The number of lines of headers and a row. */
    private static final int FEWEST_LINES = 2;

    /** The number of lines in which the headers are looked for, below titles. A judgement. */
    private static final int MOST_LINES = 10;

    /** Of those that fit as well as each other, the first one: texts and numbers have commas most often. */
    private static final String SEPARATORS = "\t|;,";

    private final DetectedText source;
    private final StringBuilder beginning = new StringBuilder();
    private final char separator;
    private final int skipped;
    private int taken;

    private CsvText(DetectedText source, Arrival arrival) throws IOException {
        this.source = source;
        List<int[]> lines = readLines(arrival);
        int end = endOfLine(0);
        String first = beginning.substring(0, end);
        if (isSeparatorLine(first)) {
            separator = first.replace("\"", "").charAt(4);
            skipped = 1;
            taken = Math.min(beginning.length(), beginning.indexOf("\r\n", end) == end ? end + 2 : end + 1);
        } else {
            separator = separator(lines);
            skipped = 0;
        }
    }

    /**
     * Reads as far as the line after the headers.
     *
     * @param stated the character set, if it is known; a byte order mark counts more
     */
    public static CsvText of(InputStream bytes, @Nullable Charset stated) throws IOException {
        return of(bytes, stated, Arrival.COMPLETE);
    }

    /** The same for a file that may still be being sent; what does not arrive in time is not looked at. */
    public static CsvText of(InputStream bytes, @Nullable Charset stated, Arrival arrival) throws IOException {
        return new CsvText(new DetectedText(bytes, stated), arrival);
    }

    public char separator() {
        return separator;
    }

    /** The character set, as far as it is known by now. */
    public Charset charset() {
        return source.charset();
    }

    /** Returns whether the file begins with a byte order mark. */
    public boolean isMarked() {
        return source.isMarked();
    }

    /** Lines before the text: 1 for a line that names the separator, else 0. */
    int skipped() {
        return skipped;
    }

    /** Returns whether the file is a workbook: an archive, or a file of an Excel before 2007. */
    public boolean isWorkbook() {
        return beginning.indexOf("PK\u0003\u0004") == 0 || beginning.indexOf("\u00D0\u00CF\u0011\u00E0") == 0;
    }

    /** Returns whether the file begins as objects of JSON do. */
    public boolean isJson() {
        return beginning.toString().stripLeading().matches("(?s)(\\[\\s*)?\\{.*");
    }

    // No more than is needed: what follows may not have been sent yet.
    private List<int[]> readLines(Arrival arrival) throws IOException {
        char[] chunk = new char[8192];
        List<int[]> lines = new ArrayList<>();
        boolean ended = false;
        while (!ended
                && !isEnough(lines)
                && beginning.length() < BEGINNING
                && (lines.size() < FEWEST_LINES || arrival.awaits(source::ready))) {
            int count = source.read(chunk, 0, Math.min(chunk.length, BEGINNING - beginning.length()));
            ended = count < 0;
            beginning.append(chunk, 0, Math.max(count, 0));
            lines = counts(ended);
        }
        return lines;
    }

    private boolean isEnough(List<int[]> lines) {
        return lines.size() >= MOST_LINES
                || headers(lines) < lines.size() - 1
                || (endOfLine(0) + 1 < beginning.length() && isSeparatorLine(beginning.substring(0, endOfLine(0))));
    }

    private static boolean isSeparatorLine(String line) {
        return line.matches("(?i)\"?sep=.\"?");
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < beginning.length() && beginning.charAt(end) != '\n' && beginning.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** The number of each separator in each line that is not blank, outside of quotation marks. */
    private List<int[]> counts(boolean ended) {
        List<int[]> lines = new ArrayList<>();
        int[] line = new int[SEPARATORS.length()];
        boolean quoted = false;
        boolean blank = true;
        for (int at = 0; at < beginning.length() && lines.size() < MOST_LINES; at++) {
            char sign = beginning.charAt(at);
            quoted ^= sign == '"';
            int known = SEPARATORS.indexOf(sign);
            if (!quoted && (sign == '\n' || sign == '\r')) {
                if (!blank) {
                    lines.add(line);
                }
                line = new int[SEPARATORS.length()];
                blank = true;
            } else if (!quoted && known >= 0) {
                line[known]++;
            }
            blank &= Character.isWhitespace(sign);
        }
        if (!blank && (ended || beginning.length() >= BEGINNING) && lines.size() < MOST_LINES) {
            lines.add(line);
        }
        return lines;
    }

    /** The first line with three cells or more; their number when there is none. */
    private static int headers(List<int[]> lines) {
        return IntStream.range(0, lines.size())
                .filter(number -> IntStream.of(lines.get(number)).anyMatch(count -> count > 1))
                .findFirst()
                .orElse(lines.size());
    }

    private static char separator(List<int[]> lines) {
        int headers = headers(lines);
        if (headers == lines.size()) { // two columns, or one
            headers = IntStream.range(0, lines.size())
                    .filter(number -> IntStream.of(lines.get(number)).anyMatch(count -> count > 0))
                    .findFirst()
                    .orElse(headers);
        }
        int best = SEPARATORS.indexOf(',');
        long most = 0;
        for (int known = 0; known < SEPARATORS.length() && headers < lines.size(); known++) {
            int count = lines.get(headers)[known];
            int next = headers + 1 < lines.size() ? lines.get(headers + 1)[known] : count;
            // What both lines have; then whether they have the same; then what one of them has.
            long fit = ((long) Math.min(count, next) << 32) + (count == next ? 1L << 31 : 0) + Math.max(count, next);
            if (Math.max(count, next) > 0 && fit > most) {
                most = fit;
                best = known;
            }
        }
        return SEPARATORS.charAt(best);
    }

    @Override
    public boolean ready() throws IOException {
        return taken < beginning.length() || source.ready();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (taken == beginning.length()) {
            return source.read(target, offset, length);
        }
        int count = Math.min(length, beginning.length() - taken);
        beginning.getChars(taken, taken + count, target, offset);
        taken += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
