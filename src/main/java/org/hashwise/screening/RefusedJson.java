package org.hashwise.screening;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.hashwise.consultation.ErrorItem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The refused lines as they were sent, each with a first field {@code hashwise} that names the line and the problems. */
final class RefusedJson implements OutcomeFormat {

    private record Problems(long line, List<ErrorItem> errors) {}

    @Override
    public byte[] row(Outcome outcome) {
        if (outcome.advised() != null) {
            return new byte[0];
        }
        Problems problems = new Problems(outcome.line(), outcome.errors());
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
        return NdjsonFormat.line(Map.of(RefusedRows.FIELD, problems, "text", sent));
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
