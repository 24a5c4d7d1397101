package org.hashwise.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schemas of structured results, by name of the tool, from {@code output-schemas.yaml}. */
final class OutputSchemas {

    private OutputSchemas() {}

    @SuppressWarnings("unchecked") // the file is part of the program
    static Map<String, Map<String, Object>> read() {
        try (InputStream file =
                Objects.requireNonNull(OutputSchemas.class.getResourceAsStream("output-schemas.yaml"))) {
            return (Map<String, Map<String, Object>>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(file);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
