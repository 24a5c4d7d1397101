package org.hashwise.screening;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of JSON in UTF-8 (NDJSON). Blank lines, and those that hold only why another one was refused, are skipped; a line that is too long is refused by itself. */
final class JsonLinesSource implements RowSource {

    private static final int CHUNK = 16 << 10;

    private final InputStream bytes;
    private final boolean ignoresUnknown;
    private final byte[] chunk = new byte[CHUNK];
    private int position;
    private int end;
    private long line;
    private long rows;
    private boolean ended;

    private @Nullable SourceRow first;

    private JsonLinesSource(InputStream bytes, boolean ignoresUnknown) {
        this.bytes = bytes;
        this.ignoresUnknown = ignoresUnknown;
    }

    /**
     * Reads the first line.
     *
     * @param ignoresUnknown see {@link JsonRow}
     * @throws UnreadableFile when there is none
     */
    static JsonLinesSource of(InputStream bytes, boolean ignoresUnknown) throws IOException, UnreadableFile {
        JsonLinesSource source = new JsonLinesSource(bytes, ignoresUnknown);
        source.first = source.read();
        if (source.first == null) {
            throw new UnreadableFile("no-lines");
        }
        return source;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        SourceRow read = first;
        first = null;
        return read == null ? read() : read;
    }

    private @Nullable SourceRow read() throws IOException {
        while (!ended) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            boolean excessive = readLine(text);
            if (excessive) {
                rows++;
                return RefusedRow.of(line, "long-line", line, ScreeningLimits.ROW_CHARACTERS);
            }
            byte[] json = text.toByteArray();
            if (isBlank(json) || ReturnedLine.isRemark(json)) {
                continue;
            }
            if (++rows > ScreeningLimits.ROWS) {
                ended = true;
                return RefusedRow.of(line, "many-rows", ScreeningLimits.ROWS);
            }
            return new JsonRow(line, withoutMark(json), ignoresUnknown);
        }
        return null;
    }

    /** Reads to the end of the line; whether it was too long. */
    private boolean readLine(ByteArrayOutputStream text) throws IOException {
        line++;
        boolean excessive = false;
        while (true) {
            if (position == end) {
                end = Math.max(bytes.read(chunk), 0);
                position = 0;
                if (end == 0) {
                    ended = true;
                    return excessive;
                }
            }
            int stop = position;
            while (stop < end && chunk[stop] != '\n') {
                stop++;
            }
            excessive |= text.size() + stop - position > ScreeningLimits.ROW_CHARACTERS;
            if (!excessive) {
                text.write(chunk, position, stop - position);
            }
            position = Math.min(stop + 1, end);
            if (stop < end) {
                return excessive;
            }
        }
    }

    private byte[] withoutMark(byte[] json) {
        boolean marked = line == 1
                && json.length > 2
                && (json[0] & 0xFF) == 0xEF
                && (json[1] & 0xFF) == 0xBB
                && (json[2] & 0xFF) == 0xBF;
        return marked ? Arrays.copyOfRange(json, 3, json.length) : json;
    }

    private static boolean isBlank(byte[] json) {
        for (byte each : json) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<String> headers() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
