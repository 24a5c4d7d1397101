package org.hashwise.mcp.sdk;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The JSON of protocol messages: bounded when it is read, numbers without exponents when it is written. */
final class ProtocolJson {

    /** The most bytes of one message. */
    static final int MOST_BYTES = 1 << 20;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(100)
                            .maxNameLength(1000)
                            .maxStringLength(20_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule().addSerializer(McpError.class, new ErrorResponse()))
            .build();

    static final McpJsonMapper OF_SDK = new JacksonMcpJsonMapper(MAPPER);

    private ProtocolJson() {}

    /** A refusal of the transport as a JSON-RPC error response; the SDK would write the exception with its stack trace. */
    private static final class ErrorResponse extends ValueSerializer<McpError> {
        @Override
        public void serialize(McpError refusal, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("jsonrpc", McpSchema.JSONRPC_VERSION);
            json.writeNullProperty("id");
            json.writePOJOProperty("error", refusal.getJsonRpcError());
            json.writeEndObject();
        }
    }
}
