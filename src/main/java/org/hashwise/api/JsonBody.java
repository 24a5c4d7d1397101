package org.hashwise.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.questionnaire.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A request body as plain maps, lists, text, numbers and booleans.
 *
 * @param duplicates a problem for each name that an object holds more than once; the first value is kept
 */
record JsonBody(Map<String, @Nullable Object> fields, List<Problem> duplicates) {

    /** Largest accepted body in bytes: hundreds of times the longest request that makes sense. */
    static final int LIMIT = 1 << 20;

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Reads no more than the limit, whatever length was announced, if any. */
    static JsonBody read(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw Refusal.tooLarge(LIMIT);
        }
        List<Problem> duplicates = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() == null) {
                throw Refusal.emptyBody();
            }
            Object root = value(parser, duplicates);
            if (parser.nextToken() != null) {
                throw broken(parser.currentTokenLocation());
            }
            if (!(root instanceof Map<?, ?>)) {
                throw Refusal.notAnObject();
            }
            @SuppressWarnings("unchecked")
            Map<String, @Nullable Object> fields = (Map<String, @Nullable Object>) root;
            return new JsonBody(fields, duplicates);
        } catch (JacksonException broken) {
            throw broken(broken.getLocation());
        }
    }

    private static Refusal broken(@Nullable TokenStreamLocation place) {
        return place == null
                ? Refusal.brokenJson(1, 1)
                : Refusal.brokenJson(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }

    private static @Nullable Object value(JsonParser parser, List<Problem> duplicates) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, duplicates);
            case START_ARRAY -> array(parser, duplicates);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, List<Problem> duplicates) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            Object value = value(parser, duplicates);
            if (object.containsKey(name)) {
                duplicates.add(new Problem(name, value, Problem.Code.DUPLICATE, List.of(line), ""));
            } else {
                object.put(name, value);
            }
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser, List<Problem> duplicates) {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, duplicates));
        }
        return array;
    }
}
