package org.hashwise.feed;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hashwise.feed.FeedProblem.Code;
import org.hashwise.feed.Publisher.Column;

/** Reader of market values in tables with comma, semicolon or tabulator between the cells. */
final class CsvReader {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int CHART_COLUMNS = 2;

    private final MarketTable table;

    CsvReader(MarketTable table) {
        this.table = table;
    }

    void read(String name, String text) {
        Place file = Place.of(name);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                table.problem(Code.NO_VALUES, file, String.join(", ", Publisher.OWN.names()));
                return;
            }
            CSVRecord first = records.next();
            if (first.size() == CHART_COLUMNS && Cells.date(first.get(0)).isPresent()) {
                chart(file, first, records);
            } else {
                table(file, first, records);
            }
        } catch (UncheckedIOException | IllegalStateException malformed) {
            table.problem(Code.SYNTAX, file, String.valueOf(malformed.getMessage()));
        } catch (IOException malformed) {
            table.problem(Code.SYNTAX, file, String.valueOf(malformed.getMessage()));
        }
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return SEPARATORS.stream()
                .max((one, other) -> Long.compare(count(header, one), count(header, other)))
                .filter(best -> count(header, best) > 0)
                .orElse(SEPARATORS.get(0));
    }

    private static long count(String text, char separator) {
        return text.chars().filter(c -> c == separator).count();
    }

    private void table(Place file, CSVRecord header, Iterator<CSVRecord> records) {
        List<String> names =
                Arrays.stream(header.values()).map(name -> name.strip()).toList();
        Place place = row(file, header);
        TableRows rows = new TableRows(table, names);
        if (!rows.isReadable(place)) {
            return;
        }
        int count = 0;
        while (records.hasNext()) {
            CSVRecord record = records.next();
            if (record.size() > names.size() || ++count > MarketTable.MOST_ROWS) {
                table.problem(Code.SYNTAX, row(file, record), FeedMessages.of("syntax.cells", names.size()));
                return;
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < record.size(); i++) {
                cells.put(names.get(i), record.get(i));
            }
            rows.read(row(file, record), cells);
        }
    }

    private static Place row(Place file, CSVRecord record) {
        return new Place(file.file(), String.valueOf(record.getRecordNumber()), "");
    }

    /** Two columns without a header, as charts of Blockchain.com are exported; the name of the file tells which chart it is. */
    private void chart(Place file, CSVRecord first, Iterator<CSVRecord> records) {
        String chart = file.file().replaceFirst("[.][A-Za-z]+$", "").replaceFirst(" ?\\([0-9]+\\)$", "");
        Optional<Column> column = Publisher.BLOCKCHAIN_COM.column(chart);
        if (column.isEmpty()) {
            table.problem(Code.UNKNOWN_FORMAT, row(file, first), String.join(", ", Publisher.BLOCKCHAIN_COM.names()));
            return;
        }
        List<String> names = List.of("Timestamp", column.get().name());
        TableRows rows = new TableRows(table, names);
        CSVRecord record = first;
        while (true) {
            rows.read(
                    row(file, record),
                    Map.of(names.get(0), record.get(0), names.get(1), record.size() > 1 ? record.get(1) : ""));
            if (!records.hasNext()) {
                return;
            }
            record = records.next();
        }
    }
}
