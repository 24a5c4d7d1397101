package org.hashwise.mcp.sdk;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A schema that is made anew whenever it is read, so that a list of tools follows the questionnaire in force. */
final class CurrentSchema extends AbstractMap<String, Object> {

    private final Supplier<Map<String, Object>> schema;

    CurrentSchema(Supplier<Map<String, Object>> schema) {
        this.schema = schema;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return schema.get().entrySet();
    }
}
