package org.hashwise.api;

import java.io.InputStream;
import org.hashwise.assessment.ArchiveReader;
import org.hashwise.consultation.BoundedInput;
import org.hashwise.consultation.BoundedJson;
import org.hashwise.consultation.InvalidRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reader of the body of an import, which may be larger than that of any other request, one assessment after the other. */
final class ArchiveBody {

    /** Largest accepted body in bytes: some hundreds of assessments with their receipts. */
    static final int LIMIT = 32 << 20;

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonFactory FACTORY = BoundedJson.factory(DEEPEST, LONGEST_NUMBER)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ArchiveBody() {}

    /** @param owner account that will own the assessments; null for none */
    static ArchiveReader read(InputStream stream, @Nullable String owner) {
        ArchiveReader reader = ArchiveReader.of(owner);
        return BoundedJson.read(FACTORY, new BoundedInput(stream, LIMIT), parser -> document(parser, reader));
    }

    private static ArchiveReader document(JsonParser parser, ArchiveReader reader) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw InvalidRequest.notAnObject();
        }
        JsonNode format = MissingNode.getInstance();
        boolean listed = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("format")) {
                format = ArchiveTree.read(parser);
            } else if (!name.equals("assessments")) {
                parser.skipChildren();
            } else if (value == JsonToken.START_ARRAY) {
                listed = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    reader.assessment(ArchiveTree.read(parser));
                }
            } else {
                listed = true;
                reader.noList(ArchiveTree.read(parser));
            }
        }
        reader.format(format);
        if (!listed) {
            reader.noList(MissingNode.getInstance());
        }
        return reader;
    }
}
