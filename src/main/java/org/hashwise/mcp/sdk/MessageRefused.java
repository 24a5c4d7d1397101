package org.hashwise.mcp.sdk;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hashwise.mcp.McpTools;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Exception: what a client sent is answered with a JSON-RPC error, in words that say what to send instead. */
final class MessageRefused extends Exception {

    private final HttpStatus status;
    private final int code;
    private final transient @Nullable Object id;

    private MessageRefused(HttpStatus status, int code, @Nullable Object id, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.id = id;
    }

    /**
     * A refusal of a message as a whole, or of how it was sent.
     *
     * @param id of the request; null when it has none or cannot be read
     * @param key of the sentence
     */
    static MessageRefused of(HttpStatus status, int code, @Nullable Object id, String key, Object... arguments) {
        return new MessageRefused(status, code, id, McpTools.WORDS.text("refused." + key, arguments));
    }

    /** A refusal of what is no message of the protocol. */
    static MessageRefused invalid(@Nullable Object id, String key, Object... arguments) {
        return of(HttpStatus.BAD_REQUEST, McpSchema.ErrorCodes.INVALID_REQUEST, id, key, arguments);
    }

    /** The reply to a request that is one, and cannot be answered for its method or parameters. */
    static MessageRefused unanswerable(int code, Object id, String key, Object... arguments) {
        return of(HttpStatus.OK, code, id, key, arguments);
    }

    /** The same refusal as the reply to a request. */
    MessageRefused to(@Nullable Object request) {
        return new MessageRefused(status, code, request, String.valueOf(getMessage()));
    }

    HttpStatus status() {
        return status;
    }

    /** The JSON-RPC error response. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", getMessage());
        return reply(id, "error", error);
    }

    /**
     * A JSON-RPC response.
     *
     * @param member {@code result} or {@code error}
     */
    static Map<String, @Nullable Object> reply(@Nullable Object id, String member, Object value) {
        Map<String, @Nullable Object> reply = new LinkedHashMap<>();
        reply.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        reply.put("id", id);
        reply.put(member, value);
        return reply;
    }
}
