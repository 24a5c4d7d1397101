package org.hashwise.screening;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.JsonBody;
import org.hashwise.questionnaire.AnswerWords;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.AnswersResult;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.hashwise.questionnaire.TextNormalizer;
import org.hashwise.screening.Column.ColumnUse;
import org.hashwise.spreadsheet.CsvText;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.CellType;
import org.hashwise.spreadsheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** A row of a table, of which the columns are known. */
final class TableRow implements SourceRow {

    /** The label of a row of totals or averages, without accents. */
    private static final Pattern TOTALS = Pattern.compile(
            "((grand |sub-?|sous-?)?(total|totaux)s?( general)?|sum|somme|average|mean|median|moyenne|mediane)\\W*",
            Pattern.CASE_INSENSITIVE);

    /** An error of a spreadsheet program in a CSV file, or what it shows in a column that is too narrow. */
    private static final Pattern ERROR = Pattern.compile("#[A-Z]+(/[0A-Z])?[!?]?|#+");

    private final SheetRow row;
    private final TableLayout layout;
    private final NumberConvention numbers;

    /** @param numbers how they are written in the file */
    TableRow(SheetRow row, TableLayout layout, NumberConvention numbers) {
        this.row = row;
        this.layout = layout;
        this.numbers = numbers;
    }

    @Override
    public long line() {
        return row.number();
    }

    @Override
    public List<SheetCell> cells() {
        return row.cells();
    }

    @Override
    public List<SheetCell> clearCells() {
        List<SheetCell> clear = new ArrayList<>(row.cells());
        for (Column column : layout.columns()) {
            CellReader reader = layout.reader(column);
            if (reader != null && column.number() <= clear.size()) {
                clear.set(column.number() - 1, reader.clear(row.cell(column.number() - 1), numbers));
            }
        }
        return clear;
    }

    @Override
    public NumberConvention numbers() {
        return numbers;
    }

    @Override
    public CompanyRow read(RowContext context) {
        Integer json = layout.number(RefusedRows.LINE);
        if (json != null && !row.cell(json - 1).isBlank()) {
            byte[] text = row.cell(json - 1).text().getBytes(StandardCharsets.UTF_8);
            return new JsonRow(line(), text, false).read(context);
        }
        List<ErrorItem> errors = new ArrayList<>();
        Map<String, @Nullable Object> raw = new TreeMap<>(); // sorted, as they are read
        Map<String, @Nullable Object> fields = new HashMap<>();
        String id = null;
        for (Column column : layout.columns()) {
            SheetCell cell = row.cell(column.number() - 1);
            CellReader reader = layout.reader(column);
            if (cell.isBlank()) {
                continue;
            }
            if (reader != null) {
                Object value = reader.read(cell, numbers, context, errors);
                if (value != null) {
                    raw.put(column.id(), value);
                }
            } else if (!column.id().isEmpty()) {
                if (cell.text().indexOf(CsvText.REPLACEMENT) >= 0) {
                    errors.add(context.error(column.id(), cell.text(), "encoding", null, column.number()));
                }
                if (cell.kind() == CellType.ERROR
                        || ERROR.matcher(cell.text().strip()).matches()) {
                    errors.add(context.error(column.id(), cell.text(), "cell-error", null, column.number()));
                }
                if (isTotal(column, cell)) {
                    errors.add(context.error(column.id(), cell.text(), "total", null, column.number()));
                }
                if (column.target() == ColumnUse.ID) {
                    id = id(column, cell.text().strip(), context, errors);
                } else if (column.target() == ColumnUse.COMPANY || !AnswerWords.isOpen(cell.text())) {
                    fields.put(column.id(), field(column, cell));
                }
            }
        }
        if (row.cells().size() > layout.columns().size() && hasMore()) {
            int columns = layout.columns().size();
            errors.add(context.error("", null, "more-cells", null, columns + 1, columns));
        }
        char separator = otherSeparator();
        if (separator != 0) {
            errors.add(context.error(
                    "", null, "other-separator", null, 1, separator == '\t' ? "↹" : String.valueOf(separator)));
        }
        AnswersResult answers = new AnswersReader(context.questionnaire(), layout.words()).read(raw);
        answers.problems().forEach(problem -> errors.add(context.error(problem, layout.number(problem.id()))));
        return row(context, id, fields, answers.answers(), errors);
    }

    private static @Nullable String id(Column column, String text, RowContext context, List<ErrorItem> errors) {
        if (text.length() <= AdviceRequest.LONGEST_ID) {
            return text;
        }
        Problem problem = new Problem(Columns.ID, text, Code.TOO_LONG, List.of(AdviceRequest.LONGEST_ID), "");
        errors.add(context.error(problem, column.number()));
        return null;
    }

    /** The sign that separates all values of a row in its only cell; 0 for none. Names of companies have commas too. */
    private char otherSeparator() {
        int columns = layout.columns().size();
        if (row.cells().size() != 1 || columns == 1) {
            return 0;
        }
        String only = row.cells().get(0).text();
        for (char separator : columns > 2 ? new char[] {';', '\t', '|', ','} : new char[] {';', '\t', '|'}) {
            if (only.chars().filter(sign -> sign == separator).count() == columns - 1) {
                return separator;
            }
        }
        return 0;
    }

    private boolean hasMore() {
        return row.cells().stream()
                .skip(layout.columns().size())
                .anyMatch(cell -> !cell.text().isBlank());
    }

    private static boolean isTotal(Column column, SheetCell cell) {
        return (column.target() == ColumnUse.COMPANY || column.target() == ColumnUse.ID)
                && TOTALS.matcher(TextNormalizer.folded(cell.text())).matches();
    }

    private static String field(Column column, SheetCell cell) {
        String text = cell.text().strip();
        return column.target() == ColumnUse.AS_OF
                ? cell.day()
                        .or(() -> WrittenDay.read(text))
                        .map(Object::toString)
                        .orElse(text)
                : text;
    }

    // Name, day and language follow the rules of a request by JSON.
    private CompanyRow row(
            RowContext context,
            @Nullable String id,
            Map<String, @Nullable Object> fields,
            Answers answers,
            List<ErrorItem> errors) {
        Language language = context.language();
        try {
            var request = AdviceRequest.read(new JsonBody(fields, List.of()), context.questionnaire(), language);
            if (errors.isEmpty()) {
                return CompanyRow.of(
                        line(), id, context.request(request.company(), request.asOf(), request.language(), answers));
            }
        } catch (InvalidRequest invalid) {
            invalid.problems().forEach(problem -> errors.add(context.error(problem, layout.number(problem.id()))));
        }
        errors.sort(Comparator.comparing(ErrorItem::column, Comparator.nullsFirst(Comparator.naturalOrder())));
        return CompanyRow.refused(line(), id, fields.get(Columns.COMPANY), errors);
    }
}
