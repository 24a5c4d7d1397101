package org.hashwise.spreadsheet;

import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reader of a CSV file (RFC 4180 with any separator, and spaces around cells left out) row by row as it arrives. Not thread-safe.
 */
public final class CsvReader implements Closeable {

    private static final int BUFFER = 8192;

    private final Bounded text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int mostColumns;
    private final int skipped;
    private long lines;

    /**
     * @param file closed with the reader
     * @param mostColumns further cells of a row are left out, but for one, by which a row is found to be too long
     * @param mostCharacters of one row; a longer one, such as one whose quotation mark is never closed, ends the file
     */
    public CsvReader(CsvText file, int mostColumns, int mostCharacters) throws IOException {
        this.text = new Bounded(file, mostCharacters);
        this.skipped = file.skipped();
        this.lines = skipped;
        this.mostColumns = mostColumns;
        this.parser = CSVParser.builder()
                .setReader(this.text)
                .setFormat(CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(file.separator())
                        .setIgnoreSurroundingSpaces(true)
                        .setIgnoreEmptyLines(false)
                        .get())
                .get();
        this.records = parser.iterator();
    }

    /**
     * The next row; null at the end of the file.
     *
     * @throws CsvMalformed when the rest of the file cannot be read
     */
    public @Nullable SheetRow next() throws IOException {
        long first = lines + 1;
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            text.begin();
            lines = Math.max(first, skipped + parser.getCurrentLineNumber());
            List<SheetCell> cells = new ArrayList<>();
            for (int column = 0; column < Math.min(record.size(), mostColumns + 1); column++) {
                if (record.get(column).indexOf('\0') >= 0) {
                    throw new CsvMalformed(first, CsvMalformed.RowFault.NUL);
                }
                cells.add(SheetCell.text(record.get(column)));
            }
            return new SheetRow(first, cells);
        } catch (UncheckedIOException failure) {
            throw refusal(first, Objects.requireNonNull(failure.getCause()));
        }
    }

    // What the parser itself objects to is a plain IOException; one of the stream below is of a class of its own.
    private IOException refusal(long line, IOException failure) {
        if (text.isExceeded()) {
            return new CsvMalformed(line, CsvMalformed.RowFault.TOO_LONG);
        }
        return text.hasFailed() ? failure : new CsvMalformed(line, CsvMalformed.RowFault.QUOTES);
    }

    /** Returns whether the next row, or the end, has begun to arrive. */
    public boolean isReady() throws IOException {
        return text.ready();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Bounds the characters that are read for one row. It gives line by line, so that the parser holds none of the next row. */
    private static final class Bounded extends FilterReader {

        private final int most;
        private final char[] buffer = new char[BUFFER];
        private int position;
        private int end;
        private int read;
        private boolean exceeded;
        private boolean failed;

        Bounded(Reader text, int most) {
            super(text);
            this.most = most;
        }

        void begin() {
            read = 0;
        }

        boolean isExceeded() {
            return exceeded;
        }

        boolean hasFailed() {
            return failed;
        }

        @Override
        public boolean ready() throws IOException {
            return position < end || super.ready();
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            if (read > most) {
                exceeded = true;
                throw new IOException("row");
            }
            try {
                if (position == end) {
                    position = 0;
                    end = Math.max(super.read(buffer, 0, BUFFER), 0);
                    if (end == 0) {
                        return -1;
                    }
                }
                int stop = position;
                int last = Math.min(end, position + length);
                while (stop < last && buffer[stop] != '\n') {
                    stop++;
                }
                int count = Math.min(stop + 1, last) - position;
                System.arraycopy(buffer, position, target, offset, count);
                position += count;
                read += count;
                return count;
            } catch (IOException | RuntimeException failure) {
                failed = true;
                throw failure;
            }
        }
    }
}
