package org.hashwise.mcp;

import java.util.List;

/**
 * A message that no server can answer, with the JSON-RPC error that is due.
 *
 * @param id of the error, as JSON
 * @param hint part of its sentence
 */
public record WrongMessage(String text, int code, String id, String hint) {

    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;

    /** Words that only a library would use. */
    public static final List<String> LIBRARY_WORDS = List.of(
            "Exception",
            "org.",
            "java.",
            "tools.jackson",
            "McpSchema",
            "Cannot ",
            "deserialize",
            "null)",
            "stackTrace");

    /** Messages that are the same over every transport. */
    public static List<WrongMessage> all() {
        return List.of(
                new WrongMessage("{", PARSE_ERROR, "null", "no valid JSON"),
                new WrongMessage(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}", PARSE_ERROR, "null", "twice"),
                new WrongMessage("5", INVALID_REQUEST, "null", "JSON object"),
                new WrongMessage("null", INVALID_REQUEST, "null", "JSON object"),
                new WrongMessage("[]", INVALID_REQUEST, "null", "by itself"),
                new WrongMessage("[" + request("\"ping\"", "") + "]", INVALID_REQUEST, "null", "by itself"),
                new WrongMessage("{\"jsonrpc\":\"2.0\",\"id\":4}", INVALID_REQUEST, "4", "\"method\""),
                new WrongMessage("{\"id\":3,\"method\":\"ping\"}", INVALID_REQUEST, "3", "\"2.0\""),
                new WrongMessage(request("\"ping\"", "").replace("2.0", "1.0"), INVALID_REQUEST, "\"q\"", "\"2.0\""),
                new WrongMessage(request("\"ping\"", "").replace("\"q\"", "null"), INVALID_REQUEST, "null", "\"id\""),
                new WrongMessage(request("\"ping\"", "").replace("\"q\"", "1.5"), INVALID_REQUEST, "null", "\"id\""),
                new WrongMessage(request("5", ""), INVALID_REQUEST, "\"q\"", "\"method\""),
                new WrongMessage(response("\"error\":\"x\""), INVALID_REQUEST, "\"q\"", "\"code\""),
                new WrongMessage(
                        response("\"result\":{},\"error\":{\"code\":1,\"message\":\"x\"}"),
                        INVALID_REQUEST,
                        "\"q\"",
                        "either"),
                new WrongMessage(call("{\"a\":".repeat(60) + "1" + "}".repeat(60)), INVALID_REQUEST, "null", "50 deep"),
                new WrongMessage(
                        call("{\"name\":\"" + "x".repeat(20_001) + "\"}"),
                        INVALID_REQUEST,
                        "null",
                        "20,000 characters"),
                new WrongMessage(request("\"no/such\"", ""), METHOD_NOT_FOUND, "\"q\"", "tools/call"),
                new WrongMessage(call("null"), INVALID_PARAMS, "\"q\"", "\"name\" is missing"),
                new WrongMessage(call("[1]"), INVALID_PARAMS, "\"q\"", "an object"),
                new WrongMessage(call("\"x\""), INVALID_PARAMS, "\"q\"", "an object"),
                new WrongMessage(call("{}"), INVALID_PARAMS, "\"q\"", "\"name\": \"advise\""),
                new WrongMessage(
                        call("{\"name\":5}"), INVALID_PARAMS, "\"q\"", "\"name\" in \"params\" must be a text"),
                new WrongMessage(call("{\"name\":\"advice\"}"), INVALID_PARAMS, "\"q\"", "advise, interview"),
                new WrongMessage(
                        call("{\"name\":\"advise\",\"arguments\":\"x\"}"), INVALID_PARAMS, "\"q\"", "an object"),
                new WrongMessage(call("{\"name\":\"advise\",\"arguments\":[]}"), INVALID_PARAMS, "\"q\"", "an object"),
                new WrongMessage(call("{\"name\":\"advise\",\"_meta\":\"x\"}"), INVALID_PARAMS, "\"q\"", "_meta"),
                new WrongMessage(
                        request("\"tools/list\"", ",\"params\":{\"cursor\":5}"), INVALID_PARAMS, "\"q\"", "cursor"),
                new WrongMessage(request("\"resources/read\"", ",\"params\":{}"), INVALID_PARAMS, "\"q\"", "uri"),
                new WrongMessage(
                        request("\"prompts/get\"", ",\"params\":{\"name\":\"x\"}"),
                        INVALID_PARAMS,
                        "\"q\"",
                        "board_discussion"),
                new WrongMessage(
                        request("\"logging/setLevel\"", ",\"params\":{\"level\":\"loud\"}"),
                        INVALID_PARAMS,
                        "\"q\"",
                        "debug, info"),
                new WrongMessage(request("\"initialize\"", ""), INVALID_PARAMS, "\"q\"", "protocolVersion"),
                new WrongMessage(
                        request(
                                "\"initialize\"",
                                ",\"params\":{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"elicitation\":5},"
                                        + "\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}"),
                        INVALID_PARAMS,
                        "\"q\"",
                        "params.capabilities.elicitation"));
    }

    private static String call(String params) {
        return request("\"tools/call\"", ",\"params\":" + params);
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":" + method + params + "}";
    }

    private static String response(String member) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"q\"," + member + "}";
    }

    @Override
    public String toString() {
        return text.length() > 100 ? text.substring(0, 100) : text;
    }
}
