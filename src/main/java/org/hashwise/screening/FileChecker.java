package org.hashwise.screening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.Excerpt;
import org.hashwise.questionnaire.Question;
import org.hashwise.spreadsheet.CsvText;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.CellType;
import org.jspecify.annotations.Nullable;

/** Checker of all rows of a file, without evaluating any. */
final class FileChecker {

    private static final int LONGEST_SAMPLE = 40;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\p{Nd}[\\p{Nd} .,]*");

    private final RowContext context;
    private final List<FileCheck.RowProblems> problems = new ArrayList<>();
    private long rows;
    private long refused;

    FileChecker(RowContext context) {
        this.context = context;
    }

    FileCheck lines(RowSource source) throws IOException {
        Pipeline.run(source, row -> row.read(context), this::take);
        return new FileCheck(rows, refused, null, null, List.copyOf(problems));
    }

    private void take(CompanyRow row) {
        rows++;
        if (row.request() == null) {
            refused++;
            if (problems.size() < FileCheck.MOST_PROBLEMS) {
                problems.add(new FileCheck.RowProblems(row.line(), row.id(), row.errors()));
            }
        }
    }

    /** @param chosen what the user said of some columns, by number */
    FileCheck table(Table table, Columns names, Map<Integer, String> chosen, boolean ignoresUnknown)
            throws IOException, UnreadableFile {
        TableHeaders headers = TableHeaders.read(table, names);
        List<Column> columns = names.of(headers.names(), chosen);
        Found found = new Found(columns.size());
        TableSource source = new TableSource(table, headers, new TableLayout(columns, table.words()));
        Pipeline.run(source, row -> new Read(row.read(context), row.cells()), read -> {
            take(read.row());
            found.add(read.row().line(), read.cells(), columns);
        });
        List<FileCheck.ColumnItem> items = columns.stream()
                .map(column -> item(column, found, ignoresUnknown))
                .toList();
        CsvText text = table.text();
        FileCheck.Form form = new FileCheck.Form(
                text == null ? null : String.valueOf(text.separator()),
                text == null ? null : text.charset().name(),
                source.numbers(),
                headers.line(),
                table.merged().get().stream()
                        .filter(cells -> cells.bottom() > headers.line())
                        .map(cells -> cells.top())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                table.sheets().stream().findFirst().orElse(null),
                table.sheets().stream().skip(1).toList());
        return new FileCheck(rows, refused, items, form, List.copyOf(problems));
    }

    private record Read(CompanyRow row, List<SheetCell> cells) {}

    private FileCheck.ColumnItem item(Column column, Found found, boolean ignoresUnknown) {
        int position = column.number() - 1;
        return new FileCheck.ColumnItem(
                column.number(),
                column.header(),
                column.id().isEmpty() ? null : column.id(),
                column.unit().isEmpty() ? null : column.unit(),
                found.samples[position],
                found.textNumbers[position],
                found.firstTextNumbers[position],
                column.suggestion().isEmpty() ? null : column.suggestion(),
                column.isAccepted(ignoresUnknown)
                        ? null
                        : RefusedColumns.error(column, context.wording(), context.language())
                                .problem());
    }

    /** The findings of each column. */
    private static final class Found {

        private final @Nullable String[] samples;
        private final long[] textNumbers;
        private final @Nullable Long[] firstTextNumbers;

        Found(int columns) {
            samples = new String[columns];
            textNumbers = new long[columns];
            firstTextNumbers = new Long[columns];
        }

        void add(long line, List<SheetCell> cells, List<Column> columns) {
            boolean workbook = cells.stream().anyMatch(cell -> cell.kind() != CellType.TEXT);
            for (int position = 0; position < Math.min(cells.size(), samples.length); position++) {
                SheetCell cell = cells.get(position);
                if (samples[position] == null && !cell.text().isBlank()) {
                    samples[position] = Excerpt.of(cell.shown().strip(), LONGEST_SAMPLE);
                }
                Question question = columns.get(position).question();
                if (workbook
                        && question != null
                        && question.kind().isNumeric()
                        && cell.kind() == CellType.TEXT
                        && NUMBER.matcher(cell.text().strip()).matches()) {
                    textNumbers[position]++;
                    if (firstTextNumbers[position] == null) {
                        firstTextNumbers[position] = line;
                    }
                }
            }
        }
    }
}
