package org.hashwise.api;

import java.io.OutputStream;
import org.hashwise.assessment.AnswersJson;
import org.hashwise.assessment.Archive;
import org.hashwise.assessment.Assessment;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Streaming writer of whole assessments, one after the other. */
final class ArchiveWriter implements AutoCloseable {

    private final JsonGenerator generator;

    ArchiveWriter(JsonMapper json, OutputStream out) {
        generator = json.createGenerator(out);
        generator.writeStartObject();
        generator.writeNumberProperty("format", Archive.FORMAT);
        generator.writeArrayPropertyStart("assessments");
    }

    void write(Archive.Item item) {
        Assessment assessment = item.assessment();
        generator.writeStartObject();
        generator.writeStringProperty("id", assessment.id());
        generator.writeNumberProperty("version", assessment.version());
        generator.writeStringProperty("company", assessment.company());
        generator.writeName("asOf");
        if (assessment.asOf() == null) {
            generator.writeNull();
        } else {
            generator.writeString(assessment.asOf().toString());
        }
        generator.writeStringProperty("language", assessment.language().code());
        generator.writeName("answers");
        generator.writeRawValue(AnswersJson.write(assessment.answers()));
        generator.writeStringProperty("createdAt", assessment.createdAt().toString());
        generator.writeStringProperty("changedAt", assessment.changedAt().toString());
        generator.writeArrayPropertyStart("receipts");
        item.receipts().forEach(receipt -> generator.writeRawValue(receipt.body()));
        generator.writeEndArray();
        generator.writeEndObject();
    }

    @Override
    public void close() {
        generator.writeEndArray();
        generator.writeEndObject();
        generator.close();
    }
}
