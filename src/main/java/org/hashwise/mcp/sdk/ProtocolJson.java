package org.hashwise.mcp.sdk;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import org.hashwise.consultation.BoundedJson;
import org.hashwise.mcp.McpTools;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The JSON of protocol messages: bounded when it is read, numbers without exponents when it is written. */
final class ProtocolJson {

    /** The most bytes of one message. */
    static final int MOST_BYTES = 1 << 20;

    static final int DEEPEST = 50;
    static final int LONGEST_NUMBER = 100;

    private static final Logger LOG = LoggerFactory.getLogger(ProtocolJson.class);

    static final JsonMapper MAPPER = JsonMapper.builder(BoundedJson.factory(DEEPEST, LONGEST_NUMBER)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule().addSerializer(JSONRPCError.class, new PlainError()))
            .build();

    static final McpJsonMapper OF_SDK = new JacksonMcpJsonMapper(MAPPER);

    private ProtocolJson() {}

    /** An error without the words of a program: the failure itself is logged, and stated in a sentence alone. */
    private static final class PlainError extends ValueSerializer<JSONRPCError> {
        @Override
        public void serialize(JSONRPCError error, JsonGenerator json, SerializationContext context) {
            boolean inside = error.code() == McpSchema.ErrorCodes.INTERNAL_ERROR;
            if (inside) {
                // The words of the failure may repeat what was entered.
                LOG.warn("A message could not be answered");
                LOG.debug("Because of: {}", error.message());
            }
            json.writeStartObject();
            json.writeNumberProperty("code", error.code());
            json.writeStringProperty("message", inside ? McpTools.WORDS.plain("failed") : error.message());
            if (!inside && error.data() != null) {
                json.writePOJOProperty("data", error.data());
            }
            json.writeEndObject();
        }
    }
}
