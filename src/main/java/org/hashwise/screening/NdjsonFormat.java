package org.hashwise.screening;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.hashwise.consultation.Wording;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Format of outcomes as NDJSON: one JSON object on each line, and a last line with the summary. */
final class NdjsonFormat implements OutcomeFormat {

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Wording wording;

    NdjsonFormat(Wording wording) {
        this.wording = wording;
    }

    @Override
    public byte[] row(Outcome outcome) {
        return line(OutcomeLine.of(outcome, wording));
    }

    static byte[] line(Object value) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(JSON.writeValueAsBytes(value));
        line.write('\n');
        return line.toByteArray();
    }

    @Override
    public void begin(OutputStream out) {
        // nothing comes before the first line
    }

    @Override
    public void end(ScreeningSummary summary, OutputStream out) throws IOException {
        out.write(line(new OutcomeLine.Last(summary)));
    }
}
