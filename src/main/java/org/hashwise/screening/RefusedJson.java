package org.hashwise.screening;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.spreadsheet.SheetCell;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The refused lines as they were sent, each with a first field {@code hashwise} that names the line and the problems; a row of a
 * table has its cells as text by their headers.
 */
final class RefusedJson implements OutcomeFormat {

    private final List<String> headers;

    /** @param headers of the caller; empty for lines of JSON */
    RefusedJson(List<String> headers) {
        this.headers = List.copyOf(headers);
    }

    private record Problems(long line, List<ErrorItem> errors) {}

    @Override
    public byte[] row(Outcome outcome) {
        if (outcome.advised() != null) {
            return new byte[0];
        }
        Problems problems = new Problems(outcome.line(), outcome.errors());
        if (!headers.isEmpty()) {
            return NdjsonFormat.line(byHeader(problems, outcome.source().cells()));
        }
        String sent = outcome.source().cells().stream()
                .map(cell -> cell.text())
                .findFirst()
                .orElse("");
        try {
            if (NdjsonFormat.JSON.readTree(sent) instanceof ObjectNode object) {
                ObjectNode back = NdjsonFormat.JSON.createObjectNode();
                back.set(RefusedRows.FIELD, NdjsonFormat.JSON.<JsonNode>valueToTree(problems));
                object.properties().stream()
                        .filter(field -> !field.getKey().equals(RefusedRows.FIELD))
                        .forEach(field -> back.set(field.getKey(), field.getValue()));
                return NdjsonFormat.line(back);
            }
        } catch (JacksonException broken) {
            // Comes back as text.
        }
        Map<String, Object> back = new LinkedHashMap<>();
        back.put(RefusedRows.FIELD, problems);
        back.put("text", sent);
        return NdjsonFormat.line(back);
    }

    private Map<String, Object> byHeader(Problems problems, List<SheetCell> cells) {
        Map<String, Object> back = new LinkedHashMap<>();
        back.put(RefusedRows.FIELD, problems);
        for (int column = 0; column < cells.size(); column++) {
            String header = column < headers.size() ? headers.get(column) : "";
            if (!RefusedRows.HEADERS.contains(header)) {
                // A header that is empty, or that another column has too, is told apart by the number of the column.
                String name = header.isBlank() || back.containsKey(header) ? header + "#" + (column + 1) : header;
                back.put(name, cells.get(column).text());
            }
        }
        return back;
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
