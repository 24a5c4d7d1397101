package org.hashwise.mcp.sdk;

import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.hashwise.consultation.FailureTrace;
import org.hashwise.consultation.ProgramVersion;
import org.hashwise.mcp.McpResources;
import org.hashwise.mcp.McpTool;
import org.hashwise.mcp.McpTools;
import org.hashwise.mcp.PromptDefinition;
import org.hashwise.mcp.ResourceDefinition;
import org.hashwise.mcp.ToolDefinition;
import org.hashwise.mcp.ToolResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tools and resources as a server of the SDK offers them. */
record ServerFeatures(McpTools tools, McpResources resources) {

    private static final Logger LOG = LoggerFactory.getLogger(ServerFeatures.class);
    private static final String JSON = "application/json";

    /** Forms that may wait for a reply at the same time. A judgement: each keeps one of the threads of the server. */
    private static final int OPEN_FORMS = 32;

    /** Timeout of a user's reply to one form. A judgement. */
    private static final Duration REPLY = Duration.ofMinutes(5);

    /** @param onCallingThread whether tools run on the thread that received the request */
    McpSyncServer build(SyncSpecification<?> server, boolean onCallingThread) {
        Elicitation elicitation = new Elicitation(new Semaphore(OPEN_FORMS));
        return server.serverInfo("hashwise", ProgramVersion.own().version())
                .instructions(McpTools.WORDS.plain("instructions"))
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .prompts(false)
                        .build())
                .jsonMapper(ProtocolJson.OF_SDK)
                .jsonSchemaValidator(new TrustedSchemas())
                .validateToolInputs(false)
                .requestTimeout(REPLY)
                .immediateExecution(onCallingThread)
                .tools(tools.all().stream()
                        .map(tool -> specification(tool, elicitation))
                        .toList())
                .resources(resources.definitions().stream()
                        .filter(resource -> !resource.isTemplate())
                        .map(this::resource)
                        .toList())
                .resourceTemplates(resources.definitions().stream()
                        .filter(ResourceDefinition::isTemplate)
                        .map(this::template)
                        .toList())
                .prompts(PromptDefinition.all().stream()
                        .map(ServerFeatures::prompt)
                        .toList())
                .build();
    }

    private static SyncPromptSpecification prompt(PromptDefinition definition) {
        McpSchema.Prompt described = McpSchema.Prompt.builder(definition.name())
                .title(definition.title())
                .description(definition.description())
                .arguments(List.of())
                .build();
        McpSchema.PromptMessage message = new McpSchema.PromptMessage(
                McpSchema.Role.USER, TextContent.builder(definition.text()).build());
        return new SyncPromptSpecification(
                described,
                (exchange, request) -> McpSchema.GetPromptResult.builder(List.of(message))
                        .description(definition.description())
                        .build());
    }

    private static SyncToolSpecification specification(McpTool tool, Elicitation elicitation) {
        ToolDefinition definition = tool.definition();
        McpSchema.ToolAnnotations annotations = new McpSchema.ToolAnnotations(
                definition.title(), definition.readOnly(), false, definition.idempotent(), false, null);
        McpSchema.Tool described = McpSchema.Tool.builder(
                        definition.name(), new CurrentSchema(definition.inputSchema()))
                .title(definition.title())
                .description(definition.description())
                .outputSchema(definition.outputSchema())
                .annotations(annotations)
                .build();
        return new SyncToolSpecification(described, (exchange, call) -> call(tool, exchange, call, elicitation));
    }

    private static CallToolResult call(
            McpTool tool, McpSyncServerExchange exchange, CallToolRequest call, Elicitation elicitation) {
        Map<String, Object> arguments = call.arguments();
        ToolResult result = tool.call(arguments == null ? Map.of() : arguments, elicitation.respondent(exchange));
        List<McpSchema.Content> content = new ArrayList<>();
        if (!result.text().isEmpty()) {
            content.add(TextContent.builder(result.text()).build());
        }
        content.add(TextContent.builder(result.json()).build());
        CallToolResult.Builder reply = CallToolResult.builder().content(content).isError(result.isError());
        // Clients hold structured content against the output schema, which no error has.
        return (result.isError() ? reply : reply.structuredContent(result.structured())).build();
    }

    private SyncResourceSpecification resource(ResourceDefinition definition) {
        McpSchema.Resource described = McpSchema.Resource.builder(definition.uri(), definition.name())
                .title(definition.title())
                .description(definition.description())
                .mimeType(JSON)
                .build();
        return new SyncResourceSpecification(described, (exchange, request) -> read(request));
    }

    private SyncResourceTemplateSpecification template(ResourceDefinition definition) {
        McpSchema.ResourceTemplate described = McpSchema.ResourceTemplate.builder(definition.uri(), definition.name())
                .title(definition.title())
                .description(definition.description())
                .mimeType(JSON)
                .build();
        return new SyncResourceTemplateSpecification(described, (exchange, request) -> read(request));
    }

    private ReadResourceResult read(ReadResourceRequest request) {
        Optional<String> content;
        try {
            content = resources.read(request.uri());
        } catch (RuntimeException failure) {
            LOG.error("A resource could not be read{}", FailureTrace.of(failure));
            throw McpError.builder(McpSchema.ErrorCodes.INTERNAL_ERROR)
                    .message(McpTools.WORDS.plain("failed"))
                    .build();
        }
        String text = content.orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(request.uri()));
        return ReadResourceResult.builder(List.of(McpSchema.TextResourceContents.builder(request.uri(), text)
                        .mimeType(JSON)
                        .build()))
                .build();
    }
}
