package org.hashwise.mcp.sdk;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.Map;

/**
 * A validator that accepts everything: arguments are validated by the questionnaire, with better messages, and results by the
 * tests.
 */
final class TrustedSchemas implements JsonSchemaValidator {

    @Override
    public ValidationResponse validate(Map<String, Object> schema, Object structuredContent) {
        return ValidationResponse.asValid("");
    }
}
