package org.hashwise.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.feed.FeedProblem.Code;
import org.hashwise.feed.Publisher.Series;
import org.hashwise.spreadsheet.CsvMalformed;
import org.hashwise.spreadsheet.CsvReader;
import org.hashwise.spreadsheet.CsvText;
import org.hashwise.spreadsheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Reader of market values in CSV files. */
final class TableReader {

    private static final int CHART_COLUMNS = 2;

    private final MarketTable table;

    TableReader(MarketTable table) {
        this.table = table;
    }

    void read(String file, byte[] content) {
        // The size of the file bounds its rows and columns.
        try (CsvReader rows = new CsvReader(
                CsvText.of(new ByteArrayInputStream(content), null),
                MarketFiles.LARGEST_BYTES,
                MarketFiles.LARGEST_BYTES)) {
            SheetRow first = next(rows);
            if (first != null && first.cells().size() == CHART_COLUMNS && isDate(first)) {
                chart(file, first, rows);
            } else {
                table(file, first == null ? new SheetRow(1, List.of()) : first, rows);
            }
        } catch (CsvMalformed malformed) {
            Place place = new Place(file, String.valueOf(malformed.line()), "");
            String key = malformed.reason() == CsvMalformed.RowFault.NUL ? "syntax.nul" : "syntax.quotes";
            table.problem(Code.SYNTAX, place, FeedMessages.of(key));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean isDate(SheetRow row) {
        return MarketTextParser.date(row.cell(0).text()).isPresent();
    }

    private static @Nullable SheetRow next(CsvReader rows) throws IOException {
        SheetRow row = rows.next();
        while (row != null && row.isEmpty()) {
            row = rows.next();
        }
        return row;
    }

    private void table(String file, SheetRow header, CsvReader rows) throws IOException {
        List<String> names =
                header.cells().stream().map(cell -> cell.text().strip()).toList();
        TableRows values = new TableRows(table, names);
        if (values.isReadable(place(file, header))) {
            read(file, names, next(rows), rows, values);
        }
    }

    /** Two columns without a header, as charts of Blockchain.com are exported; the name of the file identifies the chart. */
    private void chart(String file, SheetRow first, CsvReader rows) throws IOException {
        String chart = file.replaceFirst("[.][A-Za-z]+$", "").replaceFirst(" ?\\([0-9]+\\)$", "");
        Optional<Series> column = Publisher.BLOCKCHAIN_COM.column(chart);
        if (column.isEmpty()) {
            String charts = String.join(", ", Publisher.BLOCKCHAIN_COM.names());
            table.problem(Code.UNKNOWN_FORMAT, place(file, first), charts);
            return;
        }
        List<String> names = List.of(Publisher.CHART_DATE, column.get().name());
        read(file, names, first, rows, new TableRows(table, names));
    }

    private void read(String file, List<String> names, @Nullable SheetRow first, CsvReader rows, TableRows values)
            throws IOException {
        int count = 0;
        for (SheetRow row = first; row != null; row = next(rows)) {
            Place place = place(file, row);
            if (row.cells().size() > names.size()) {
                table.problem(Code.SYNTAX, place, FeedMessages.of("syntax.cells", names.size()));
                return;
            }
            if (!table.accepts(++count, place)) {
                return;
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int column = 0; column < row.cells().size(); column++) {
                cells.put(names.get(column), row.cell(column).text());
            }
            values.read(place, cells);
        }
    }

    private static Place place(String file, SheetRow row) {
        return new Place(file, String.valueOf(row.number()), "");
    }
}
