package org.hashwise.mcp.sdk;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.hashwise.mcp.Respondent;
import org.jspecify.annotations.Nullable;

/**
 * The user of the client of one call, asked by elicitation.
 *
 * @param forms permits for forms that wait for a reply; each keeps a thread waiting
 */
record ExchangeRespondent(McpSyncServerExchange exchange, Semaphore forms) implements Respondent {

    @Override
    public boolean canBeAsked() {
        ClientCapabilities client = exchange.getClientCapabilities();
        ClientCapabilities.Elicitation elicitation = client == null ? null : client.elicitation();
        return elicitation != null && (elicitation.form() != null || elicitation.url() == null);
    }

    @Override
    public Reply ask(Form form) {
        if (!forms.tryAcquire()) {
            return new Reply(Action.CANCEL, Map.of());
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
            return new Reply(Action.CANCEL, Map.of());
        } finally {
            forms.release();
        }
    }
}
