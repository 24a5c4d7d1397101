package org.hashwise.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schemas of structured results, by name of the tool, from {@code output-schemas.yaml}. */
final class OutputSchemas {

    private static final String DEFINITIONS = "$defs";

    private OutputSchemas() {}

    @SuppressWarnings("unchecked") // the file is part of the program
    static Map<String, Map<String, Object>> read() {
        try (InputStream file =
                Objects.requireNonNull(OutputSchemas.class.getResourceAsStream("output-schemas.yaml"))) {
            Map<String, Map<String, Object>> schemas = (Map<String, Map<String, Object>>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            Map<String, Object> shared = Objects.requireNonNull(schemas.remove(DEFINITIONS));
            schemas.values().forEach(schema -> schema.put(DEFINITIONS, used(shared, schema)));
            return schemas;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** The definitions that a schema refers to, itself or through others of them. */
    private static Map<String, Object> used(Map<String, Object> shared, Map<String, Object> schema) {
        Map<String, Object> used = new LinkedHashMap<>();
        Deque<Object> open = new ArrayDeque<>(List.of(schema));
        while (!open.isEmpty()) {
            String text = open.remove().toString();
            shared.forEach((name, definition) -> {
                if (text.contains("#/" + DEFINITIONS + "/" + name + "}") && used.put(name, definition) == null) {
                    open.add(definition);
                }
            });
        }
        return used;
    }
}
