package org.hashwise.mcp.sdk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.HttpHeaders;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import org.hashwise.assessment.Caller;

/**
 * The streamable HTTP transport. A session belongs to the account that opened it: to any other caller it does not exist. There
 * is no stream of its own for messages of the server; forms are sent in the reply to the call that asks.
 */
final class HttpServer implements AutoCloseable {

    /** Sessions at the same time; each takes some kilobytes. A judgement. */
    private static final int MOST_SESSIONS = 2000;

    /** A session that is not used for so long may be closed. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    private static final String RETRY_SECONDS = "60";

    private final HttpServletStreamableServerTransportProvider transport;
    private final McpSyncServer server;
    private final Caller caller;
    private final Cache<String, String> owners = Caffeine.newBuilder()
            .expireAfterAccess(IDLE)
            .executor(Runnable::run)
            .build();

    HttpServer(ServerFeatures features, Caller caller) {
        this.transport = HttpServletStreamableServerTransportProvider.builder()
                .jsonMapper(ProtocolJson.OF_SDK)
                .maxRequestSize(ProtocolJson.MOST_BYTES)
                .sessionSweepInterval(IDLE)
                .build();
        this.caller = caller;
        this.server = features.build(McpServer.sync(transport), true);
    }

    void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String session = request.getHeader(HttpHeaders.MCP_SESSION_ID);
        String name = caller.name().orElse("");
        if (session == null) {
            open(name, request, response);
        } else if (name.equals(owners.getIfPresent(session))) {
            transport.service(request, response);
            if (request.getMethod().equals("DELETE")) {
                owners.invalidate(session);
            }
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void open(String name, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        owners.cleanUp();
        if (owners.estimatedSize() >= MOST_SESSIONS) {
            response.setHeader("Retry-After", RETRY_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        // Noted before the reply is sent: the client may use its session at once.
        transport.service(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setHeader(String header, String value) {
                if (header.equals(HttpHeaders.MCP_SESSION_ID)) {
                    owners.put(value, name);
                }
                super.setHeader(header, value);
            }
        });
    }

    @Override
    public void close() {
        server.closeGracefully();
    }
}
