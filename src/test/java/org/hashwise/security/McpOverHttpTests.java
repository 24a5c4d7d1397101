package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hashwise.HttpTestClient;
import org.hashwise.account.Role;
import org.hashwise.mcp.WrongMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tools over HTTP, driven by the client of the SDK, with a login required. */
@LoginRequiredServer
class McpOverHttpTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String DAY = "2025-12-01";
    private static final String ANSWERS =
            "{ \"power.largestSiteMw\": 245, \"power.interconnection\": \"FIRM\", \"mining.hashrateEh\": 12.8 }";
    private static final String BODY = "{ \"asOf\": \"" + DAY + "\", \"answers\": " + ANSWERS + " }";
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
            + "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";
    private static final String READ_RULEBOOK = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"resources/read\","
            + "\"params\":{\"uri\":\"hashwise://rulebook\"}}";

    @LocalServerPort
    private int port;

    private McpSyncClient client(String key, @Nullable List<String> asked) {
        HttpClientStreamableHttpTransport transport = HttpClientStreamableHttpTransport.builder(
                        "http://127.0.0.1:" + port)
                .addHttpRequestCustomizer(
                        (request, method, uri, body, context) -> request.setHeader("Authorization", "Bearer " + key))
                .build();
        McpClient.SyncSpec spec =
                McpClient.sync(transport).requestTimeout(PATIENCE).initializationTimeout(PATIENCE);
        if (asked != null) {
            spec.elicitation(form -> {
                asked.add(((Map<?, ?>) form.requestedSchema().get("properties"))
                        .keySet()
                        .iterator()
                        .next()
                        .toString());
                return new ElicitResult(ElicitResult.Action.DECLINE, null);
            });
        }
        McpSyncClient client = spec.build();
        client.initialize();
        return client;
    }

    private McpSyncClient client() {
        return client(key(), null);
    }

    private static String key() {
        return TestAccounts.CLOSED.add("assistant-" + System.nanoTime(), Role.CLIENT);
    }

    private HttpTestClient raw(String key) {
        return new HttpTestClient(port).withKey(key).sending("Accept", "application/json, text/event-stream");
    }

    private static HttpResponse<String> post(HttpTestClient client, String message, Map<String, String> headers) {
        return client.send("POST", "/mcp", "application/json", message, headers);
    }

    private static CallToolResult call(McpSyncClient client, String name, String arguments) {
        return client.callTool(CallToolRequest.builder(name)
                .arguments(JSON.readValue(arguments, OBJECT))
                .build());
    }

    private static McpSchema.ReadResourceResult read(McpSyncClient client, String uri) {
        return client.readResource(McpSchema.ReadResourceRequest.builder(uri).build());
    }

    private static JsonNode data(CallToolResult result) {
        return JSON.readTree(JSON.writeValueAsString(result.structuredContent()));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, application/json, {, 400",
        "POST, application/json, {}, 400",
        "POST, application/json, '', 400",
        "POST, text/plain, hello, 415",
        "DELETE, '', '', 400"
    })
    void whatIsNoMessageIsRefusedAsTheProtocolSays(String method, String type, String body, int status) {
        HttpResponse<String> reply = raw(key()).send(method, "/mcp", type, body, Map.of());

        assertThat(reply.statusCode()).isEqualTo(status);
        JsonNode refusal = JSON.readTree(reply.body());
        assertThat(refusal.propertyNames()).containsExactlyInAnyOrder("jsonrpc", "id", "error");
        assertThat(refusal.path("jsonrpc").asString()).isEqualTo("2.0");
        assertThat(refusal.path("id").isNull()).isTrue();
        assertThat(refusal.path("error").path("code").isInt()).isTrue();
        assertThat(refusal.path("error").path("message").asString()).isNotBlank();
        assertThat(reply.body()).doesNotContain("org.hashwise", "stackTrace");
    }

    @Test
    void errorsAreThoseOfTheProtocol() {
        HttpTestClient client = raw(key());
        Map<String, String> session = session(client);
        for (WrongMessage wrong : WrongMessage.all()) {
            HttpResponse<String> reply = post(client, wrong.text(), session);

            boolean isRequest = wrong.code() == -32601 || wrong.code() == -32602;
            assertThat(reply.statusCode()).as(wrong.text()).isEqualTo(isRequest ? 200 : 400);
            assertError(reply, wrong.code(), wrong.id(), wrong.hint());
        }
    }

    private Map<String, String> session(HttpTestClient client) {
        return Map.of(
                "Mcp-Session-Id",
                post(client, INITIALIZE, Map.of())
                        .headers()
                        .firstValue("Mcp-Session-Id")
                        .orElseThrow());
    }

    private static void assertError(HttpResponse<String> reply, int code, String id, String hint) {
        JsonNode error = JSON.readTree(reply.body());
        String message = error.path("error").path("message").asString();
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(error.path("error").path("code").asInt()).as(message).isEqualTo(code);
        assertThat(error.path("id").toString()).as(message).isEqualTo(id);
        assertThat(message).contains(hint).doesNotContain(WrongMessage.LIBRARY_WORDS.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | MCP-Protocol-Version | nonsense          | 400 | 2025-06-18",
                "POST   | MCP-Protocol-Version | 1999-01-01        | 400 | 2025-06-18",
                "DELETE | MCP-Protocol-Version | nonsense          | 400 | 2025-06-18",
                "POST   | Accept               | application/json  | 406 | text/event-stream",
                "POST   | Accept               | text/html         | 406 | text/event-stream",
                "POST   | Content-Encoding     | gzip              | 415 | not compressed",
                "POST   | Mcp-Session-Id       | zz                | 404 | initialize",
                "GET    | Accept               | text/event-stream | 405 | POST, DELETE",
                "PUT    | Accept               | application/json  | 405 | POST, DELETE",
            })
    void aHeaderThatTheProtocolDoesNotAllowIsAnErrorOfTheProtocol(
            String method, String header, String value, int status, String hint) {
        String key = key();
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json, text/event-stream"));
        headers.putAll(session(raw(key)));
        headers.put(header, value);

        HttpResponse<String> reply =
                new HttpTestClient(port).withKey(key).send(method, "/mcp", "application/json", PING, headers);

        assertThat(reply.statusCode()).isEqualTo(status);
        boolean isRead = method.equals("POST") && status != 415;
        assertError(reply, -32600, isRead ? "7" : "null", hint);
        if (status == 405) {
            assertThat(reply.headers().firstValue("Allow")).hasValue("POST, DELETE");
        }
    }

    @Test
    void everyVersionIsSpokenAndANewerOneIsAnsweredByTheNewestOfOurs() {
        HttpTestClient client = raw(key());
        Map<String, String> session = new HashMap<>(session(client));
        for (String version : List.of("2025-03-26", "2025-06-18", "2025-11-25")) {
            session.put("MCP-Protocol-Version", version);
            assertThat(post(client, PING, session).statusCode()).as(version).isEqualTo(200);
        }
        HttpResponse<String> opened = post(
                client, INITIALIZE.replace("2025-06-18", "2099-01-01"), Map.of("MCP-Protocol-Version", "2099-01-01"));
        assertThat(JSON.readTree(opened.body()).at("/result/protocolVersion").asString())
                .isEqualTo("2025-11-25");
        assertThat(post(client, INITIALIZE, Map.of("MCP-Protocol-Version", "nonsense"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aClientThatAcceptsAnythingIsAnswered() {
        HttpTestClient client = new HttpTestClient(port).withKey(key());
        HttpResponse<String> opened = post(client, INITIALIZE, Map.of("Accept", "*/*"));

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Mcp-Session-Id")).isPresent();
    }

    @Test
    void aResponseToNothingIsRefusedAndAnUnknownNotificationIgnored() {
        HttpTestClient client = raw(key());
        Map<String, String> session = session(client);

        HttpResponse<String> refused = post(client, "{\"jsonrpc\":\"2.0\",\"id\":\"zz\",\"result\":{}}", session);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertError(refused, -32600, "null", "fits nothing");
        assertThat(post(client, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/other\"}", session)
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void anAdviceIsThatOfTheApi() {
        JsonNode api =
                JSON.readTree(raw(key()).json("POST", "/api/v1/advice", BODY).body());
        try (McpSyncClient client = client()) {
            JsonNode tool = data(call(client, "advise", BODY));

            for (String field : List.of("recommendation", "ranking", "gates", "rulebook", "market", "doubts")) {
                assertThat(tool.path(field).size())
                        .as(field)
                        .isEqualTo(api.path(field).size());
            }
            assertThat(tool.path("recommendation")).isEqualTo(api.path("recommendation"));
            assertThat(tool.path("ranking")).isEqualTo(api.path("ranking"));
            assertThat(tool.path("rulebook")).isEqualTo(api.path("rulebook"));
            assertThat(tool.path("reasons").get(0).path("text"))
                    .isEqualTo(api.path("evidence").get(0).path("text"));
        }
    }

    @Test
    void theInterviewAsksInTheOrderOfTheApi() {
        List<String> asked = new ArrayList<>();
        String key = key();
        try (McpSyncClient client = client(key, asked)) {
            JsonNode done = data(call(client, "interview", BODY));

            assertThat(done.path("done").booleanValue()).isTrue();
            assertThat(done.path("advice").path("recommendation").isObject()).isTrue();
        }
        List<String> byApi = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        JsonNode step = step(key, unknown);
        while (!step.path("exhausted").booleanValue()) {
            String id = step.path("next").get(0).path("id").stringValue("");
            byApi.add(id);
            unknown.add(id);
            step = step(key, unknown);
        }
        assertThat(asked).isEqualTo(byApi).hasSizeGreaterThan(3);
    }

    private JsonNode step(String key, Set<String> unknown) {
        String body = BODY.replaceFirst("}$", ", \"unknown\": " + JSON.writeValueAsString(unknown) + " }");
        return JSON.readTree(raw(key).json("POST", "/api/v1/interview", body).body());
    }

    @Test
    void aClientWithoutFormsIsGivenTheQuestion() {
        try (McpSyncClient client = client()) {
            CallToolResult result = call(client, "interview", BODY);

            assertThat(data(result).path("done").booleanValue()).isFalse();
            assertThat(((McpSchema.TextContent) result.content().get(0)).text())
                    .contains(data(result).path("question").path("text").stringValue(""));
        }
    }

    @Test
    void everyToolAnswersAndErrorsSayWhatToSend() {
        try (McpSyncClient client = client()) {
            assertThat(call(client, "what_would_change_it", BODY).isError()).isFalse();
            assertThat(call(client, "why_not", "{ \"strategy\": \"DAT\" }").isError())
                    .isFalse();
            assertThat(call(
                                    client,
                                    "screen",
                                    "{ \"companies\": [ " + BODY.replace("\"asOf\": \"" + DAY + "\", ", "") + " ] }")
                            .isError())
                    .isFalse();
            CallToolResult wrong = call(client, "why_not", "{ \"strategy\": \"hosting\" }");
            assertThat(wrong.isError()).isTrue();
            assertThat(wrong.structuredContent())
                    .as("clients hold it against the output schema")
                    .isNull();
            McpSchema.TextContent said = (McpSchema.TextContent) wrong.content().get(0);
            assertThat(JSON.readTree(said.text())
                            .path("errors")
                            .get(0)
                            .path("expected")
                            .path("enum")
                            .size())
                    .isEqualTo(4);
            assertThat(catchThrowable(() -> call(client, "no_such_tool", "{}"))).hasMessageContaining("tool");
        }
    }

    @Test
    void aReceiptIsReadByTheIdOfItsAssessment() {
        String key = key();
        JsonNode kept =
                JSON.readTree(raw(key).json("POST", "/api/v1/assessments", BODY).body());
        String id = kept.path("id").stringValue("");
        try (McpSyncClient client = client(key, null)) {
            for (String uri : List.of("hashwise://receipts/" + id, "hashwise://receipts/" + id + "/1")) {
                McpSchema.ReadResourceResult read = read(client, uri);
                assertThat(((McpSchema.TextResourceContents) read.contents().get(0)).text())
                        .isEqualTo(raw(key).get("/api/v1/assessments/" + id + "/receipt")
                                .body());
            }
            assertThat(catchThrowable(() -> read(client, "hashwise://receipts/" + id + "/2")))
                    .hasMessageContaining("not found");
        }
    }

    @Test
    void theRulebookIsForAnalystsAlone() {
        try (McpSyncClient client = client()) {
            assertThat(catchThrowable(() -> read(client, "hashwise://rulebook")))
                    .hasMessageContaining("not found");
        }
        HttpTestClient analyst = new HttpTestClient(port).loggedIn("anna", TestAccounts.CLOSED.secret("anna"));
        Map<String, String> headers =
                Map.of("X-XSRF-TOKEN", analyst.token(), "Accept", "application/json, text/event-stream");
        HttpResponse<String> opened = post(analyst, INITIALIZE, headers);
        String session = opened.headers().firstValue("Mcp-Session-Id").orElseThrow();
        Map<String, String> inSession = new HashMap<>(headers);
        inSession.put("Mcp-Session-Id", session);

        assertThat(post(analyst, READ_RULEBOOK, inSession).body()).contains("POWER-01");
    }

    @Test
    void nobodyEntersWithoutAKeyAndNoOtherSiteMakesABrowserAsk() {
        HttpTestClient nobody = new HttpTestClient(port);
        HttpResponse<String> refused = post(nobody, INITIALIZE, Map.of());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(way -> assertThat(way).startsWith("Bearer"));
        assertThat(post(raw("hw_" + "x".repeat(43)), INITIALIZE, Map.of()).statusCode())
                .isEqualTo(401);

        HttpTestClient known = raw(key());
        assertThat(post(known, INITIALIZE, Map.of("Origin", "https://other.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(known, INITIALIZE, Map.of("Origin", "null")).statusCode())
                .isEqualTo(403);
        assertThat(post(known, INITIALIZE, Map.of("Origin", "http://127.0.0.1:" + port))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSessionBelongsToTheAccountThatOpenedIt() {
        HttpTestClient owner = raw(key());
        String session = post(owner, INITIALIZE, Map.of())
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
        String list = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}";
        Map<String, String> inSession = Map.of("Mcp-Session-Id", session);
        HttpTestClient other = raw(key());

        assertThat(post(owner, list, inSession).body()).contains("what_would_change_it");
        assertThat(post(other, list, inSession).statusCode()).isEqualTo(404);
        assertThat(other.send("DELETE", "/mcp", "", "", inSession).statusCode()).isEqualTo(404);
        assertThat(owner.send("DELETE", "/mcp", "", "", inSession).statusCode()).isEqualTo(200);
        assertThat(post(owner, list, inSession).statusCode()).isEqualTo(404);
    }

    @Test
    void aMessageIsBoundedInSizeAndDepth() {
        HttpTestClient known = raw(key());

        HttpResponse<String> large = post(known, "{\"x\":\"" + "x".repeat(1 << 20) + "\"}", Map.of());
        assertThat(large.statusCode()).isEqualTo(413);
        assertError(large, -32600, "null", "1,048,576 bytes");
        assertThat(post(known, "[".repeat(1000) + "]".repeat(1000), Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(post(known, "{}", Map.of()).statusCode()).isEqualTo(400);
        assertThat(post(known, INITIALIZE.replace("\"id\":1", "\"id\":1,\"id\":2"), Map.of())
                        .statusCode())
                .isEqualTo(400);
    }
}
