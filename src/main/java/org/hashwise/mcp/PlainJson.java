package org.hashwise.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Conversion of records to JSON: keys in the order of the components, numbers exact and without exponents. */
final class PlainJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private PlainJson() {}

    /** The object that a record is in JSON. */
    static Map<String, @Nullable Object> object(Object value) {
        return MAPPER.convertValue(value, OBJECT);
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
