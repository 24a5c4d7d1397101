package org.hashwise.api;

import java.io.IOException;
import java.io.InputStream;
import org.hashwise.assessment.ArchiveReader;
import org.hashwise.consultation.BoundedInput;
import org.hashwise.consultation.JsonBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reader of the body of an import, which may be larger than that of any other request, one assessment after the other. */
final class ArchiveBody {

    /** Largest accepted body in bytes: some hundreds of assessments with their receipts. */
    static final int LIMIT = 32 << 20;

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_TEXT = 20_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            // Each value is read where the parser is, with more after it.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ArchiveBody() {}

    /** @param owner account that will own the assessments; null for none */
    static ArchiveReader read(InputStream stream, @Nullable String owner) throws IOException {
        ArchiveReader reader = ArchiveReader.of(owner);
        try (JsonParser parser = JSON.createParser(new BoundedInput(stream, LIMIT))) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw ApiException.emptyBody();
            }
            if (first != JsonToken.START_OBJECT) {
                throw ApiException.notAnObject();
            }
            document(parser, reader);
            if (parser.nextToken() != null) {
                throw broken(parser.currentTokenLocation());
            }
        } catch (StreamConstraintsException excessive) {
            throw JsonBody.limit(excessive, LONGEST_NUMBER, LONGEST_NAME, LONGEST_TEXT, DEEPEST);
        } catch (JacksonException broken) {
            throw broken(broken.getLocation());
        } catch (NumberFormatException excessive) {
            throw broken(null); // an exponent beyond that of any decimal, which the parser lets through
        }
        return reader;
    }

    private static void document(JsonParser parser, ArchiveReader reader) {
        JsonNode format = MissingNode.getInstance();
        boolean listed = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("format")) {
                format = ArchiveTree.read(JSON, parser);
            } else if (!name.equals("assessments")) {
                parser.skipChildren();
            } else if (value == JsonToken.START_ARRAY) {
                listed = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    reader.assessment(ArchiveTree.read(JSON, parser));
                }
            } else {
                listed = true;
                reader.noList(ArchiveTree.read(JSON, parser));
            }
        }
        reader.format(format);
        if (!listed) {
            reader.noList(MissingNode.getInstance());
        }
    }

    private static ApiException broken(@Nullable TokenStreamLocation place) {
        return place == null
                ? ApiException.brokenJson(1, 1)
                : ApiException.brokenJson(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }
}
