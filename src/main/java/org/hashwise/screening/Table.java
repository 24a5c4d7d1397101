package org.hashwise.screening;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.spreadsheet.Arrival;
import org.hashwise.spreadsheet.CsvMalformed;
import org.hashwise.spreadsheet.CsvReader;
import org.hashwise.spreadsheet.CsvText;
import org.hashwise.spreadsheet.SheetReader;
import org.hashwise.spreadsheet.SheetReader.MergedCells;
import org.hashwise.spreadsheet.SheetRow;
import org.hashwise.spreadsheet.WorkbookParts;
import org.hashwise.spreadsheet.WorkbookTooLarge;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file or workbook, without those that are empty, within {@link ScreeningLimits}. Used by one thread.
 *
 * @param arriving whether more is there, or comes soon
 * @param text null for a workbook
 * @param words the language of words beside numbers
 * @param sheets that a workbook shows, of which the first one is read; empty for a CSV file
 * @param merged cells of a workbook, complete at the end
 */
record Table(
        RowReader rows,
        Arriving arriving,
        @Nullable CsvText text,
        Language words,
        List<String> sheets,
        Supplier<List<MergedCells>> merged,
        Closeable file)
        implements Closeable {

    private interface Arriving {
        boolean test() throws IOException;
    }

    private interface RowReader {
        @Nullable
        SheetRow next() throws IOException, UnreadableFile;
    }

    /**
     * A CSV file.
     *
     * @param charset as the caller states it; null when it is to be found out
     * @param language of the caller
     * @throws UnreadableFile when it is a workbook
     */
    static Table csv(InputStream bytes, @Nullable Charset charset, Language language)
            throws IOException, UnreadableFile {
        return csv(bytes, charset, language, Arrival.COMPLETE);
    }

    /** The same for a file that may still be being sent. */
    static Table csv(InputStream bytes, @Nullable Charset charset, Language language, Arrival arrival)
            throws IOException, UnreadableFile {
        CsvText text = CsvText.of(bytes, charset, arrival);
        if (text.isWorkbook() || text.isJson()) {
            text.close();
            throw new UnreadableFile(text.isJson() ? "json-as-text" : "workbook-as-text");
        }
        CsvReader reader = new CsvReader(text, ScreeningLimits.COLUMNS, ScreeningLimits.ROW_CHARACTERS);
        // Where the comma is the decimal sign, spreadsheet programs separate by semicolons.
        Language words = text.separator() == ';' ? Language.FR : language;
        return new Table(
                () -> next(reader), () -> arrival.awaits(reader::isReady), text, words, List.of(), List::of, reader);
    }

    /** The convention of numbers that no row has shown: where commas separate, English ones have a decimal point. */
    NumberConvention assumed() {
        return areCommasBetweenCells() && words == Language.EN ? NumberConvention.POINT : NumberConvention.UNKNOWN;
    }

    /**
     * Returns whether what is read later can change what a number means: where commas separate, a point is before
     * decimals.
     */
    boolean isOpen(String number) {
        return NumberNotation.isAmbiguous(number) && (!areCommasBetweenCells() || number.indexOf(',') >= 0);
    }

    private boolean areCommasBetweenCells() {
        return text != null && text.separator() == ',';
    }

    RowSource.Dialect dialect() {
        return text == null
                ? RowSource.Dialect.PLAIN
                : new RowSource.Dialect(
                        text.separator(), text.isMarked() || !text.charset().equals(StandardCharsets.UTF_8));
    }

    private static @Nullable SheetRow next(CsvReader reader) throws IOException, UnreadableFile {
        try {
            return reader.next();
        } catch (CsvMalformed malformed) {
            throw switch (malformed.reason()) {
                case TOO_LONG -> new UnreadableFile("long-row", malformed.line(), ScreeningLimits.ROW_CHARACTERS);
                case QUOTES -> new UnreadableFile("quotes", malformed.line());
                case NUL -> new UnreadableFile("nul", malformed.line());
            };
        }
    }

    /** @throws UnreadableFile when it is no workbook, or exceeds a limit */
    static Table workbook(Path file, Language language) throws IOException, UnreadableFile {
        try {
            WorkbookParts parts =
                    WorkbookParts.of(file, ScreeningLimits.UNPACKED_BYTES, ScreeningLimits.WORKBOOK_PARTS);
            try {
                List<WorkbookParts.Sheet> sheets = parts.visibleSheets();
                SheetReader reader =
                        new SheetReader(parts, sheets.get(0), ScreeningLimits.COLUMNS, ScreeningLimits.MERGED_CELLS);
                List<String> names =
                        sheets.stream().map(WorkbookParts.Sheet::name).toList();
                return new Table(() -> next(reader), () -> true, null, language, names, reader::merged, reader);
            } catch (IOException | XMLStreamException | RuntimeException damaged) {
                parts.close();
                throw damaged;
            }
        } catch (WorkbookTooLarge | ZipException | XMLStreamException | RuntimeException damaged) {
            throw unreadable(damaged);
        }
    }

    private static @Nullable SheetRow next(SheetReader reader) throws IOException, UnreadableFile {
        try {
            return reader.next();
        } catch (XMLStreamException | RuntimeException damaged) {
            throw unreadable(damaged);
        }
    }

    /** The next row that is not empty; null at the end. */
    @Nullable
    SheetRow next() throws IOException, UnreadableFile {
        SheetRow row = rows.next();
        while (row != null && row.isEmpty()) {
            row = rows.next();
        }
        return row;
    }

    /** Returns whether more rows, or the end, are there or come soon; reading on would wait otherwise. */
    boolean isArriving() throws IOException {
        return arriving.test();
    }

    // Whatever a wrong value in a workbook leads to; the parser wraps what the stream below it throws.
    private static UnreadableFile unreadable(Exception damaged) {
        for (Throwable cause = damaged; cause != null; cause = cause.getCause()) {
            boolean nested = cause instanceof XMLStreamException failure
                    && failure.getNestedException() instanceof WorkbookTooLarge;
            if (nested || cause instanceof WorkbookTooLarge) {
                return new UnreadableFile("workbook-size", ScreeningLimits.UNPACKED_BYTES >> 20);
            }
        }
        return new UnreadableFile("workbook");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
