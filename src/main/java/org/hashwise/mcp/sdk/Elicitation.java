package org.hashwise.mcp.sdk;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.hashwise.mcp.Respondent;
import org.hashwise.mcp.Respondent.Action;
import org.hashwise.mcp.Respondent.Form;
import org.hashwise.mcp.Respondent.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Elicitation: forms that a server has the client of a call show to its user.
 *
 * @param waiting permits for forms that wait for a reply; each keeps a thread waiting
 */
record Elicitation(Semaphore waiting) {

    /** The user of the client of one call. */
    Respondent respondent(McpSyncServerExchange exchange) {
        ClientCapabilities client = exchange.getClientCapabilities();
        ClientCapabilities.Elicitation elicitation = client == null ? null : client.elicitation();
        return elicitation != null && (elicitation.form() != null || elicitation.url() == null)
                ? Respondent.withForms(form -> ask(exchange, form))
                : Respondent.withoutForms();
    }

    private Reply ask(McpSyncServerExchange exchange, Form form) {
        if (!waiting.tryAcquire()) {
            return Reply.CANCELLED;
        }
        try {
            ElicitResult result = exchange.createElicitation(
                    ElicitFormRequest.builder(form.message(), form.schema()).build());
            Map<String, @Nullable Object> content = result.content();
            return new Reply(
                    switch (result.action()) {
                        case ACCEPT -> Action.ACCEPT;
                        case DECLINE -> Action.DECLINE;
                        case CANCEL -> Action.CANCEL;
                    },
                    content == null ? Map.of() : content);
        } catch (RuntimeException noReply) {
            // No reply in time, an error of the client, or a closed connection: the question is asked as text.
            return Reply.CANCELLED;
        } finally {
            waiting.release();
        }
    }
}
