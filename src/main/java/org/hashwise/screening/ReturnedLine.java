package org.hashwise.screening;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hashwise.questionnaire.Language;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.CellType;
import org.hashwise.spreadsheet.SheetRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A refused line as {@link RefusedJson} gives it back, sent again: beside the problems it holds a line that was no JSON as
 * {@code text}, or the {@code cells} of a row of a table by their headers.
 */
final class ReturnedLine {

    /** A line that is no object of JSON. */
    static final String TEXT = "text";

    static final String CELLS = "cells";

    /** Key of the notation of numbers in a table. */
    static final String NUMBERS = "numbers";

    private static final String QUOTED = "\"" + RefusedRows.FIELD + "\"";

    private ReturnedLine() {}

    /** Returns whether a line holds problems and nothing that could be mended; it stands for no company. */
    static boolean isRemark(byte[] json) {
        int start = 0;
        while (start < json.length && json[start] == ' ') {
            start++;
        }
        byte[] beginning = ("{" + QUOTED).getBytes(StandardCharsets.US_ASCII);
        if (start + beginning.length > json.length) {
            return false;
        }
        for (int index = 0; index < beginning.length; index++) {
            if (json[start + index] != beginning[index]) {
                return false;
            }
        }
        ObjectNode line = object(new String(json, StandardCharsets.UTF_8));
        return line != null && line.size() == 1;
    }

    /** The row in a line that holds another line or cells; null for any other line. */
    static @Nullable CompanyRow read(long number, String json, boolean ignoresUnknown, RowContext context) {
        ObjectNode line = json.contains(QUOTED) ? object(json) : null;
        if (line == null || !line.has(RefusedRows.FIELD) || line.size() != 2) {
            return null;
        }
        if (line.path(TEXT).isString()) {
            byte[] text = line.path(TEXT).asString().getBytes(StandardCharsets.UTF_8);
            return new JsonRow(number, text, ignoresUnknown).read(context);
        }
        return line.get(CELLS) instanceof ObjectNode cells
                ? cells(number, cells, numbers(line.path(RefusedRows.FIELD).path(NUMBERS)), ignoresUnknown, context)
                : null;
    }

    private static CompanyRow cells(
            long number, ObjectNode cells, NumberConvention numbers, boolean ignoresUnknown, RowContext context) {
        List<String> headers = new ArrayList<>();
        List<SheetCell> values = new ArrayList<>();
        cells.properties().forEach(cell -> {
            headers.add(cell.getKey());
            values.add(cell(cell.getValue()));
        });
        List<Column> columns = context.columns().of(headers);
        if (!columns.stream().allMatch(column -> column.isAccepted(ignoresUnknown))) {
            var errors = new RefusedColumns(columns).errors(context.wording(), context.language());
            return CompanyRow.refused(number, null, null, errors);
        }
        Language words = numbers == NumberConvention.COMMA ? Language.FR : context.language();
        return new TableRow(new SheetRow(number, values), new TableLayout(columns, words), numbers).read(context);
    }

    private static SheetCell cell(JsonNode value) {
        return value.isNumber()
                ? new SheetCell(value.decimalValue().toPlainString(), CellType.NUMBER)
                : SheetCell.text(value.isNull() ? "" : value.isString() ? value.asString() : value.toString());
    }

    private static NumberConvention numbers(JsonNode written) {
        return Stream.of(NumberConvention.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(written.asString("")))
                .findFirst()
                .orElse(NumberConvention.UNKNOWN);
    }

    private static @Nullable ObjectNode object(String json) {
        try {
            return NdjsonFormat.JSON.readTree(json) instanceof ObjectNode object ? object : null;
        } catch (JacksonException broken) {
            return null;
        }
    }
}
