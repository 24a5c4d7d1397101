package org.hashwise.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.Hashwise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code mcp} as a child process, driven by the client of the SDK, and by bare lines. */
class McpStdioTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}";
    private static final String INITIALIZED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path PAGE = Path.of("src/docs/mcp.md");
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path data;

    private static McpSyncClient client;

    @BeforeAll
    static void connect() {
        List<String> java = java();
        StdioClientTransport transport = new StdioClientTransport(
                ServerParameters.builder(java.get(0))
                        .args(java.subList(1, java.size()))
                        .build(),
                new JacksonMcpJsonMapper(JSON));
        client = McpClient.sync(transport)
                .requestTimeout(PATIENCE)
                .initializationTimeout(PATIENCE)
                .elicitation(request -> {
                    ASKED.add(request.message());
                    return new ElicitResult(ElicitResult.Action.DECLINE, null);
                })
                .build();
        client.initialize();
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Hashwise.class.getName(),
                "mcp",
                "--hashwise.data=" + data);
    }

    @AfterAll
    static void disconnect() {
        client.closeGracefully();
    }

    private static CallToolResult call(String name, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(name).arguments(arguments).build());
    }

    @Test
    void theListOfToolsIsTheSameEachTimeAndSmall() {
        String first = JSON.writeValueAsString(client.listTools().tools());

        assertThat(client.listTools().tools()).allSatisfy(tool -> {
            assertThat(tool.outputSchema()).containsKey("properties");
            assertThat(tool.annotations().readOnlyHint()).isTrue();
            assertThat(tool.annotations().destructiveHint()).isFalse();
            assertThat(tool.annotations().openWorldHint()).isFalse();
        });
        assertThat(JSON.writeValueAsString(client.listTools().tools())).isEqualTo(first);
        assertThat(first).hasSizeLessThan(24_000);
    }

    @Test
    void aPromptPreparesTheBoardAndTakesNothingThatUsersTyped() {
        assertThat(client.listPrompts().prompts()).singleElement().satisfies(prompt -> {
            assertThat(prompt.name()).isEqualTo("board_discussion");
            assertThat(prompt.description()).isNotBlank();
            assertThat(prompt.arguments()).isNullOrEmpty();
        });
        McpSchema.GetPromptResult prompt = client.getPrompt(
                McpSchema.GetPromptRequest.builder("board_discussion").build());
        assertThat(prompt.messages())
                .singleElement()
                .satisfies(message -> assertThat(((McpSchema.TextContent) message.content()).text())
                        .contains("advise", "what_would_change_it", "project", "why_not"));
    }

    @Test
    void anAdviceComesAsDataAndAsTheSameText() {
        CallToolResult result =
                call("advise", Map.of("asOf", "2025-12-01", "answers", Map.of("power.largestSiteMw", 245)));

        assertThat(result.isError()).isFalse();
        assertThat(result.content()).hasSize(1);
        String text = ((McpSchema.TextContent) result.content().get(0)).text();
        assertThat(JSON.readTree(text)).isEqualTo(JSON.readTree(JSON.writeValueAsString(result.structuredContent())));
    }

    @Test
    void theInterviewAsksTheUserByForms() {
        ASKED.clear();

        CallToolResult result = call("interview", Map.of("asOf", "2025-12-01"));

        assertThat(result.isError()).isFalse();
        assertThat(ASKED).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        assertThat(((Map<?, ?>) result.structuredContent()).get("done")).isEqualTo(true);
    }

    @Test
    void rulebookAndQuestionsAreResourcesAndReceiptsThatDoNotExistAreNot() {
        assertThat(client.listResources().resources())
                .extracting(McpSchema.Resource::uri)
                .containsExactlyInAnyOrder("hashwise://rulebook", "hashwise://questions");
        assertThat(client.listResourceTemplates().resourceTemplates())
                .extracting(McpSchema.ResourceTemplate::uriTemplate)
                .containsExactlyInAnyOrder(
                        "hashwise://questions/{id}", "hashwise://receipts/{id}", "hashwise://receipts/{id}/{version}");
        assertThat(read("hashwise://rulebook").path("rules").size()).isGreaterThan(100);
        assertThat(read("hashwise://questions/power.energizedMw").path("unit").asString())
                .isEqualTo("MW");
        assertThat(catchThrowable(() -> call("advice", Map.of()))).hasMessageContaining("Use one of: advise");
        assertThat(catchThrowable(() -> read("hashwise://receipts/" + "0".repeat(32))))
                .hasMessageContaining("not found");
    }

    private static JsonNode read(String uri) {
        McpSchema.ReadResourceResult result =
                client.readResource(McpSchema.ReadResourceRequest.builder(uri).build());
        return JSON.readTree(((McpSchema.TextResourceContents) result.contents().get(0)).text());
    }

    /** Each call of the page is made, and has the fields that the page shows. */
    @Test
    void theExamplesOfTheDocumentationHold() throws IOException {
        Matcher blocks = Pattern.compile("(?ms)^```js\\n(.*?)^```$").matcher(Files.readString(PAGE));
        List<String> texts = new ArrayList<>();
        while (blocks.find()) {
            texts.add(blocks.group(1));
        }
        int tried = 0;
        for (int block = 0; block + 1 < texts.size(); block++) {
            if (texts.get(block).startsWith("{ \"name\":")) {
                JsonNode shown = JSON.readTree(texts.get(block));
                CallToolResult result =
                        call(shown.path("name").asString(), JSON.convertValue(shown.path("arguments"), OBJECT));
                String reply = ((McpSchema.TextContent)
                                result.content().get(result.content().size() - 1))
                        .text();
                Matcher fields = Pattern.compile("\"(\\w+)\":").matcher(texts.get(block + 1));
                while (fields.find()) {
                    assertThat(reply).as(texts.get(block)).contains(fields.group());
                }
                tried++;
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(3);
    }

    /** A line that is no message, or no request that can be answered, is answered by an error with its id, as over HTTP. */
    @Test
    void errorsAreThoseOfTheProtocol() throws Exception {
        List<String> lines = new ArrayList<>(List.of(
                "{\"jsonrpc\":\"2.0\",\"id\":\"early\",\"method\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"alive\",\"method\":\"ping\"}",
                INITIALIZE,
                INITIALIZED));
        WrongMessage.all().forEach(wrong -> lines.add(wrong.text()));

        List<JsonNode> replies = new ArrayList<>(replies(lines));

        assertThat(replies.get(0).path("id").asString()).isEqualTo("early");
        assertThat(replies.get(0).path("error").path("code").asInt()).isEqualTo(-32600);
        assertThat(replies.get(0).path("error").path("message").asString()).contains("notifications/initialized");
        assertThat(replies.get(1).path("id").asString()).isEqualTo("alive");
        assertThat(replies.get(1).path("result").isObject()).isTrue();
        List<JsonNode> errors = replies.subList(2, replies.size()).stream()
                .filter(reply -> reply.has("error"))
                .toList();
        assertThat(errors).hasSameSizeAs(WrongMessage.all());
        for (int number = 0; number < errors.size(); number++) {
            WrongMessage wrong = WrongMessage.all().get(number);
            JsonNode reply = errors.get(number);
            String message = reply.path("error").path("message").asString();
            assertThat(reply.path("error").path("code").asInt())
                    .as(wrong.text())
                    .isEqualTo(wrong.code());
            assertThat(reply.path("id").toString()).as(wrong.text()).isEqualTo(wrong.id());
            assertThat(message)
                    .as(wrong.text())
                    .contains(wrong.hint())
                    .doesNotContain(WrongMessage.LIBRARY_WORDS.toArray(String[]::new));
        }
    }

    private static List<JsonNode> replies(List<String> lines) throws Exception {
        Path input = data.resolve("input");
        Path output = data.resolve("output");
        Files.write(input, lines);
        Process program = new ProcessBuilder(java())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(program.waitFor()).isZero();
        return Files.readAllLines(output).stream().map(JSON::readTree).toList();
    }

    /** Nothing but messages is printed, whatever is sent; and every request is answered before the program ends. */
    @Test
    void brokenAndEndlessLinesAreAnsweredAndSkipped() throws Exception {
        List<JsonNode> messages = replies(List.of(
                INITIALIZE,
                INITIALIZED,
                "this is not JSON",
                "",
                "{\"neither\":\"request\",\"nor\":\"reply\"}",
                "[1,2]",
                "{\"x\":\"" + "x".repeat(2 << 20) + "\"}",
                "{\"a\":".repeat(200),
                "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"interview\","
                        + "\"arguments\":{\"asOf\":\"2025-12-01\"}}}",
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"no/such/method\"}"));

        assertThat(messages)
                .allSatisfy(message ->
                        assertThat(message.path("jsonrpc").asString()).isEqualTo("2.0"));
        assertThat(messages)
                .extracting(message -> message.path("id").toString())
                .contains("1", "2", "3")
                .filteredOn("null"::equals)
                .hasSize(5);
    }
}
