package org.hashwise.mcp.sdk;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hashwise.consultation.BoundedJson;
import org.hashwise.mcp.McpTools;
import org.hashwise.mcp.PromptDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/**
 * Reader of the messages of a client, for both transports. What it accepts the SDK can answer: whatever is no message, or has
 * parameters that its method does not take, is refused before, as the SDK would quote the words of its parser.
 */
final class MessageReader {

    /** The type of a parameter. */
    private enum JsonType {
        TEXT,
        OBJECT
    }

    private record MethodParameter(String name, JsonType kind, boolean required) {}

    /**
     * A method of the protocol.
     *
     * @param type of its parameters in the SDK
     */
    private record Method(Class<?> type, List<MethodParameter> parameters) {}

    private static final MethodParameter META = new MethodParameter("_meta", JsonType.OBJECT, false);
    private static final MethodParameter ARGUMENTS = new MethodParameter("arguments", JsonType.OBJECT, false);
    private static final Method LIST = new Method(
            McpSchema.PaginatedRequest.class, List.of(new MethodParameter("cursor", JsonType.TEXT, false), META));

    private static final Map<String, Method> METHODS = new TreeMap<>(Map.of(
            McpSchema.METHOD_INITIALIZE,
            new Method(
                    McpSchema.InitializeRequest.class,
                    List.of(
                            required("protocolVersion", JsonType.TEXT),
                            required("capabilities", JsonType.OBJECT),
                            required("clientInfo", JsonType.OBJECT),
                            META)),
            McpSchema.METHOD_PING,
            new Method(Map.class, List.of(META)),
            McpSchema.METHOD_TOOLS_LIST,
            LIST,
            McpSchema.METHOD_TOOLS_CALL,
            new Method(McpSchema.CallToolRequest.class, List.of(required("name", JsonType.TEXT), ARGUMENTS, META)),
            McpSchema.METHOD_RESOURCES_LIST,
            LIST,
            McpSchema.METHOD_RESOURCES_TEMPLATES_LIST,
            LIST,
            McpSchema.METHOD_RESOURCES_READ,
            new Method(McpSchema.ReadResourceRequest.class, List.of(required("uri", JsonType.TEXT), META)),
            McpSchema.METHOD_PROMPT_LIST,
            LIST,
            McpSchema.METHOD_PROMPT_GET,
            new Method(McpSchema.GetPromptRequest.class, List.of(required("name", JsonType.TEXT), ARGUMENTS, META)),
            McpSchema.METHOD_LOGGING_SET_LEVEL,
            new Method(McpSchema.SetLevelRequest.class, List.of(required("level", JsonType.TEXT), META))));

    private static final List<String> LEVELS = Arrays.stream(McpSchema.LoggingLevel.values())
            .map(level -> level.name().toLowerCase(Locale.ROOT))
            .toList();

    /** The names that a parameter may have, by method. */
    private final Map<String, List<String>> accepted;

    MessageReader(McpTools tools) {
        this.accepted = Map.of(
                McpSchema.METHOD_TOOLS_CALL,
                tools.all().stream().map(tool -> tool.definition().name()).toList(),
                McpSchema.METHOD_PROMPT_GET,
                PromptDefinition.all().stream().map(PromptDefinition::name).toList(),
                McpSchema.METHOD_LOGGING_SET_LEVEL,
                LEVELS);
    }

    private static MethodParameter required(String name, JsonType kind) {
        return new MethodParameter(name, kind, true);
    }

    /**
     * A message of a client.
     *
     * @param id of a request or of a response; null for a notification
     * @param method of a request or of a notification; empty for a response
     */
    record Message(@Nullable Object id, String method) {

        boolean isRequest() {
            return id != null && !method.isEmpty();
        }

        boolean isResponse() {
            return method.isEmpty();
        }

        boolean is(String name) {
            return method.equals(name);
        }
    }

    /** @throws MessageRefused when it is no message that the server can answer */
    Message read(byte[] bytes) throws MessageRefused {
        if (bytes.length > ProtocolJson.MOST_BYTES) {
            throw tooLong();
        }
        JsonNode message = json(bytes);
        if (message.isArray()) {
            throw MessageRefused.invalid(null, "batch");
        }
        if (!message.isObject()) {
            throw MessageRefused.invalid(null, "object");
        }
        Object id = id(message.path("id"));
        if (!message.path("jsonrpc").asString("").equals(McpSchema.JSONRPC_VERSION)) {
            throw MessageRefused.invalid(id, "version");
        }
        if (message.has("id") && id == null) {
            throw MessageRefused.invalid(null, "id");
        }
        if (!message.has("method")) {
            checkResponse(message, id);
            return new Message(id, "");
        }
        String method = message.path("method").stringValue("");
        if (method.isEmpty()) {
            throw MessageRefused.invalid(id, "method");
        }
        if (id != null) {
            checkRequest(id, method, message.path("params"));
        } else if (!message.path("params").isMissingNode()
                && !message.path("params").isObject()) {
            throw MessageRefused.invalid(null, "params");
        }
        return new Message(id, method);
    }

    static MessageRefused tooLong() {
        return MessageRefused.of(
                HttpStatus.CONTENT_TOO_LARGE, ErrorCodes.INVALID_REQUEST, null, "long", ProtocolJson.MOST_BYTES);
    }

    private static JsonNode json(byte[] bytes) throws MessageRefused {
        try {
            JsonNode message = ProtocolJson.MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            if (!message.isMissingNode()) {
                return message;
            }
        } catch (StreamConstraintsException excessive) {
            throw MessageRefused.invalid(
                    null,
                    "limit",
                    BoundedJson.LONGEST_TEXT,
                    ProtocolJson.LONGEST_NUMBER,
                    BoundedJson.LONGEST_NAME,
                    ProtocolJson.DEEPEST);
        } catch (CharacterCodingException | JacksonException broken) {
            // Refused below.
        }
        throw MessageRefused.of(HttpStatus.BAD_REQUEST, ErrorCodes.PARSE_ERROR, null, "json");
    }

    /** A text or a whole number, as the protocol wants; null for anything else. */
    private static @Nullable Object id(JsonNode id) {
        if (id.isString()) {
            return id.stringValue();
        }
        return id.isIntegralNumber() && id.canConvertToLong() ? (Object) id.longValue() : null;
    }

    private static void checkResponse(JsonNode message, @Nullable Object id) throws MessageRefused {
        JsonNode error = message.path("error");
        boolean isOne = id != null
                && (message.hasNonNull("result")
                        ? error.isMissingNode()
                        : error.path("code").isInt() && error.path("message").isString());
        if (!isOne) {
            throw MessageRefused.invalid(id, "kind");
        }
    }

    private void checkRequest(Object id, String name, JsonNode params) throws MessageRefused {
        Method method = METHODS.get(name);
        if (method == null) {
            throw MessageRefused.unanswerable(
                    ErrorCodes.METHOD_NOT_FOUND, id, "unknown-method", String.join(", ", METHODS.keySet()));
        }
        boolean isAbsent = params.isMissingNode() || params.isNull();
        if (!isAbsent && !params.isObject()) {
            throw wrong(id, "params");
        }
        for (MethodParameter parameter : method.parameters()) {
            check(id, parameter, params.path(parameter.name()), name);
        }
        try {
            if (!isAbsent) {
                ProtocolJson.MAPPER.treeToValue(params, method.type());
            }
        } catch (JacksonException unusable) {
            throw wrong(id, "form", path(unusable));
        }
    }

    private void check(Object id, MethodParameter parameter, JsonNode value, String method) throws MessageRefused {
        if (value.isMissingNode() || value.isNull()) {
            if (parameter.required()) {
                throw wrong(id, "missing", parameter.name(), example(method));
            }
            return;
        }
        if (parameter.kind() == JsonType.TEXT ? !value.isString() : !value.isObject()) {
            throw wrong(
                    id, parameter.kind() == JsonType.TEXT ? "text" : "no-object", parameter.name(), example(method));
        }
        List<String> names = accepted.get(method);
        if (parameter.required() && names != null && !names.contains(value.stringValue())) {
            throw wrong(id, method, String.join(", ", names));
        }
    }

    /** Parameters as the method takes them, with a value of the right type for each that is required. */
    private String example(String method) {
        return METHODS.getOrDefault(method, LIST).parameters().stream()
                .filter(parameter -> parameter.required() || parameter.equals(ARGUMENTS))
                .map(parameter -> "\"" + parameter.name() + "\": " + value(parameter, method))
                .collect(Collectors.joining(", ", "{ ", " }"))
                .replace("{  }", "{ }");
    }

    private String value(MethodParameter parameter, String method) {
        return parameter.kind() == JsonType.OBJECT
                ? "{ }"
                : "\"" + accepted.getOrDefault(method, List.of("…")).get(0) + "\"";
    }

    private static MessageRefused wrong(Object id, String key, Object... arguments) {
        return MessageRefused.unanswerable(ErrorCodes.INVALID_PARAMS, id, key, arguments);
    }

    /** Path of the value in the parameters that cannot be read, in the names of the protocol. */
    private static String path(JacksonException unusable) {
        return unusable.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .takeWhile(name -> name != null)
                .map(name -> "." + name)
                .collect(Collectors.joining("", "params", ""));
    }
}
