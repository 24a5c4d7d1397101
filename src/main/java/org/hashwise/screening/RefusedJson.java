package org.hashwise.screening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetCell.CellType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * The refused lines as they were sent, each with a first field {@code hashwise} that names the line and the problems; a row of a
 * table has its cells by their headers, and a line that is no object is a text. {@link ReturnedLine} reads them when they are sent again.
 */
final class RefusedJson implements OutcomeFormat {

    private final List<String> headers;

    /** @param headers of the caller; empty for lines of JSON */
    RefusedJson(List<String> headers) {
        this.headers = List.copyOf(headers);
    }

    /** @param numbers how those of a table are written, if it is known */
    private record RowRefusal(
            long line,
            List<ErrorItem> errors,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            NumberConvention numbers) {}

    @Override
    public byte[] row(Outcome outcome) {
        if (outcome.advised() != null) {
            return new byte[0];
        }
        SourceRow source = outcome.source();
        NumberConvention numbers = source.numbers() == NumberConvention.UNKNOWN ? null : source.numbers();
        Map<String, Object> back = new LinkedHashMap<>();
        back.put(RefusedRows.FIELD, new RowRefusal(outcome.line(), outcome.errors(), numbers));
        if (source.cells().isEmpty()) {
            return NdjsonFormat.line(back);
        }
        if (!headers.isEmpty()) {
            back.put(ReturnedLine.CELLS, byHeader(source.cells()));
            return NdjsonFormat.line(back);
        }
        String sent = source.cells().get(0).text().strip();
        try {
            if (NdjsonFormat.JSON.readTree(sent) instanceof ObjectNode object) {
                return object.has(RefusedRows.FIELD)
                        ? NdjsonFormat.line(replaced(object, NdjsonFormat.JSON.valueToTree(back)))
                        : inserted(sent, object.isEmpty(), NdjsonFormat.line(back));
            }
        } catch (JacksonException broken) {
            // Comes back as text.
        }
        back.put(ReturnedLine.TEXT, sent);
        return NdjsonFormat.line(back);
    }

    private static ObjectNode replaced(ObjectNode sent, ObjectNode back) {
        sent.properties().stream()
                .filter(field -> !field.getKey().equals(RefusedRows.FIELD))
                .forEach(field -> back.set(field.getKey(), field.getValue()));
        return back;
    }

    /** The line as it was sent, to the last digit and with fields that it has twice, after the problems. */
    private static byte[] inserted(String sent, boolean empty, byte[] problems) {
        String before = new String(problems, StandardCharsets.UTF_8).strip();
        String line = before.substring(0, before.length() - 1) + (empty ? "" : ",") + sent.substring(1) + "\n";
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> byHeader(List<SheetCell> cells) {
        Map<String, Object> back = new LinkedHashMap<>();
        for (int column = 0; column < cells.size(); column++) {
            String header = column < headers.size() ? headers.get(column) : "#" + (column + 1);
            if (!RefusedRows.HEADERS.contains(header)
                    && !header.isBlank()
                    && !cells.get(column).isBlank()) {
                // A header that another column has too is distinguished by the number of the column.
                back.put(back.containsKey(header) ? header + "#" + (column + 1) : header, value(cells.get(column)));
            }
        }
        return back;
    }

    private static Object value(SheetCell cell) {
        return cell.kind() == CellType.NUMBER ? new BigDecimal(cell.text()) : cell.shown();
    }

    @Override
    public void begin(OutputStream out) {
        // nothing comes before the first line
    }

    @Override
    public void end(ScreeningSummary summary, OutputStream out) {
        // the lines are a file to be sent, without a summary
    }
}
