package org.hashwise.consultation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.questionnaire.Excerpt;
import org.hashwise.questionnaire.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A request body as plain maps, lists, text, numbers and booleans.
 *
 * @param duplicates a problem for each name that an object holds more than once; the first value is kept
 */
public record JsonBody(Map<String, @Nullable Object> fields, List<Problem> duplicates) {

    /** Largest accepted body in bytes: hundreds of times the longest request that makes sense. */
    public static final int LIMIT = 1 << 20;

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 1000;
    private static final int MOST_ENTRIES = 1000;

    // What is not a number is read as a token, so that the refusal can name it.
    private static final JsonFactory FACTORY = BoundedJson.factory(DEEPEST, LONGEST_NUMBER)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** An object without fields. */
    public static JsonBody empty() {
        return new JsonBody(Map.of(), List.of());
    }

    /** The same with another value for one field. */
    public JsonBody with(String name, Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new JsonBody(more, duplicates);
    }

    /** The same with an object for one field. */
    public JsonBody with(String name, JsonBody object) {
        List<Problem> problems = new ArrayList<>(duplicates);
        problems.addAll(object.duplicates());
        return new JsonBody(with(name, (Object) object.fields()).fields(), problems);
    }

    /** Reads no more than the limit, whatever length was announced, if any. */
    public static JsonBody read(InputStream stream) throws IOException {
        byte[] bytes = new BoundedInput(stream, LIMIT).readAllBytes();
        List<Problem> duplicates = new ArrayList<>();
        Object root = BoundedJson.read(
                FACTORY, new ByteArrayInputStream(bytes), parser -> new Walk(parser, duplicates).value());
        if (!(root instanceof Map<?, ?>)) {
            throw InvalidRequest.notAnObject();
        }
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> fields = (Map<String, @Nullable Object>) root;
        return new JsonBody(fields, duplicates);
    }

    /** Reads on from the position of the parser, and remembers the objects around it. */
    private record Walk(JsonParser parser, List<Problem> duplicates, Deque<String> names) {

        Walk(JsonParser parser, List<Problem> duplicates) {
            this(parser, duplicates, new ArrayDeque<>());
        }

        @Nullable
        Object value() {
            return switch (parser.currentToken()) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_STRING -> whole(parser.getString());
                case VALUE_NUMBER_INT -> parser.getNumberValue();
                case VALUE_NUMBER_FLOAT -> decimal();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> null;
            };
        }

        // What no double holds is kept as it was sent, for the problem that quotes it.
        private Number decimal() {
            String text = parser.getString();
            if (Character.isLetter(text.charAt(text.length() - 1))) {
                TokenStreamLocation place = parser.currentTokenLocation();
                throw InvalidRequest.notANumber(place.getLineNr(), place.getColumnNr());
            }
            double value = parser.getDoubleValue();
            return Double.isFinite(value) ? value : new SentNumber(text);
        }

        private static void bound(int entries) {
            if (entries >= MOST_ENTRIES) {
                throw InvalidRequest.beyondLimit("json.entries", MOST_ENTRIES);
            }
        }

        private Map<String, @Nullable Object> object() {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            Set<String> repeated = new HashSet<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                bound(object.size() + repeated.size());
                String name = whole(parser.currentName());
                boolean first = !object.containsKey(name);
                int line = first ? 0 : parser.currentTokenLocation().getLineNr();
                parser.nextToken();
                names.addLast(name);
                Object value = value();
                names.removeLast();
                if (first) {
                    object.put(name, value);
                } else if (repeated.add(name)) {
                    duplicates.add(duplicate(name, value, line));
                }
            }
            return object;
        }

        // Half of a surrogate pair can be neither stored nor quoted.
        private String whole(String text) {
            if (Excerpt.hasLoneSurrogate(text)) {
                throw BoundedJson.broken(parser.currentTokenLocation());
            }
            return text;
        }

        // Inside of an answer, it is the answer that has the problem.
        private Problem duplicate(String name, @Nullable Object value, int line) {
            return names.size() > 1
                    ? new Problem(names.getLast(), value, Problem.Code.DUPLICATE_PLACE, List.of(name, line), "")
                    : new Problem(name, value, Problem.Code.DUPLICATE, List.of(line), "");
        }

        private List<@Nullable Object> array() {
            List<@Nullable Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                bound(array.size());
                array.add(value());
            }
            return array;
        }
    }
}
