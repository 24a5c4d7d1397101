package org.hashwise.consultation;

import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/** Reader of JSON that was sent, within limits; what breaks or exceeds them is refused in the same words everywhere. */
public final class BoundedJson {

    public static final int LONGEST_NAME = 1000;
    public static final int LONGEST_TEXT = 20_000;

    private BoundedJson() {}

    /** The parsers of one kind of body. */
    public static JsonFactoryBuilder factory(int deepest, int longestNumber) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxNumberLength(longestNumber)
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength(LONGEST_TEXT)
                        .build());
    }

    /**
     * Reads one value and nothing after it.
     *
     * @param reader of the value at whose first token the parser is; leaves it at the last
     * @throws InvalidRequest when it is empty, no JSON, or beyond the limits of the parser
     */
    public static <T extends @Nullable Object> T read(
            JsonFactory factory, InputStream stream, Function<JsonParser, T> reader) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), stream)) {
            if (parser.nextToken() == null) {
                throw InvalidRequest.emptyBody();
            }
            T value = reader.apply(parser);
            if (parser.nextToken() != null) {
                throw broken(parser.currentTokenLocation());
            }
            return value;
        } catch (StreamConstraintsException excessive) {
            throw limit(excessive, factory.streamReadConstraints());
        } catch (JacksonException broken) {
            throw broken(broken.getLocation());
        } catch (NumberFormatException excessive) {
            throw broken(null); // an exponent beyond that of any decimal, which the parser lets through
        }
    }

    static InvalidRequest broken(@Nullable TokenStreamLocation place) {
        return place == null
                ? InvalidRequest.brokenJson(1, 1)
                : InvalidRequest.brokenJson(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }

    // The parser names the limit that was passed in its message alone.
    private static InvalidRequest limit(StreamConstraintsException excessive, StreamReadConstraints limits) {
        String message = String.valueOf(excessive.getMessage());
        if (message.startsWith("Number")) {
            return InvalidRequest.beyondLimit("json.long-number", limits.getMaxNumberLength());
        }
        if (message.startsWith("Name")) {
            return InvalidRequest.beyondLimit("json.long-name", limits.getMaxNameLength());
        }
        if (message.startsWith("String")) {
            return InvalidRequest.beyondLimit("json.long-text", limits.getMaxStringLength());
        }
        return message.contains("nesting")
                ? InvalidRequest.beyondLimit("json.deep", limits.getMaxNestingDepth())
                : broken(excessive.getLocation());
    }
}
