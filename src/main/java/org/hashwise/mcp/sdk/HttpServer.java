package org.hashwise.mcp.sdk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.HttpHeaders;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.hashwise.consultation.BoundedInput;
import org.hashwise.consultation.Caller;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.mcp.sdk.MessageReader.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The streamable HTTP transport. A session belongs to the account that opened it: to any other caller it does not exist. There
 * is no stream of its own for messages of the server; forms are sent in the reply to the call that asks.
 */
final class HttpServer implements AutoCloseable {

    private static final String ALLOWED = "POST, DELETE";

    /** Sessions at the same time; each takes some kilobytes. A judgement. */
    private static final int MOST_SESSIONS = 2000;

    /** A session that is not used for so long may be closed. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    private static final String RETRY_SECONDS = "60";

    /** The form of every version of the protocol. */
    private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final HttpServletStreamableServerTransportProvider transport;
    private final McpSyncServer server;
    private final MessageReader messages;
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
        this.messages = new MessageReader(features.tools());
        this.server = features.build(McpServer.sync(transport), true);
    }

    void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        try {
            if (HttpMethod.POST.matches(request.getMethod())) {
                receive(request, response);
            } else if (HttpMethod.DELETE.matches(request.getMethod())) {
                checkVersion(request, false);
                owners.invalidate(session(request));
                transport.service(request, response);
            } else {
                response.setHeader("Allow", ALLOWED);
                throw MessageRefused.of(
                        HttpStatus.METHOD_NOT_ALLOWED, ErrorCodes.INVALID_REQUEST, null, "http-method", ALLOWED);
            }
        } catch (MessageRefused refused) {
            response.setStatus(refused.status().value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(ProtocolJson.MAPPER.writeValueAsBytes(refused.json()));
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response)
            throws MessageRefused, ServletException, IOException {
        checkType(request);
        byte[] body;
        try {
            body = new BoundedInput(request.getInputStream(), ProtocolJson.MOST_BYTES).readAllBytes();
        } catch (InvalidRequest tooLarge) {
            throw MessageReader.tooLong();
        }
        Message message = messages.read(body);
        try {
            boolean opens = message.isRequest() && message.is(McpSchema.METHOD_INITIALIZE);
            checkAccepted(request);
            checkVersion(request, opens);
            HttpServletRequest again = new ReadRequest(request, body);
            if (opens) {
                open(again, response);
            } else {
                session(request);
                if (message.isRequest()) {
                    transport.service(again, response);
                } else {
                    take(again, response);
                }
            }
        } catch (MessageRefused refused) {
            throw message.isRequest() ? refused.to(message.id()) : refused;
        }
    }

    private static void checkType(HttpServletRequest request) throws MessageRefused {
        String encoding = request.getHeader("Content-Encoding");
        boolean readable = encoding == null || encoding.strip().equalsIgnoreCase("identity");
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
            readable &= type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unknown) {
            readable = false;
        }
        if (!readable) {
            throw MessageRefused.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, ErrorCodes.INVALID_REQUEST, null, "content-type");
        }
    }

    private static void checkAccepted(HttpServletRequest request) throws MessageRefused {
        String accepted = request.getHeader("Accept");
        try {
            List<MediaType> types = accepted == null ? List.of(MediaType.ALL) : MediaType.parseMediaTypes(accepted);
            for (MediaType needed : List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM)) {
                if (types.stream().noneMatch(type -> type.includes(needed))) {
                    throw MessageRefused.of(
                            HttpStatus.NOT_ACCEPTABLE, ErrorCodes.INVALID_REQUEST, null, "accept", ReadRequest.BOTH);
                }
            }
        } catch (InvalidMediaTypeException unknown) {
            throw MessageRefused.invalid(null, "accept", ReadRequest.BOTH);
        }
    }

    // A client that opens a session may name a version that is newer than all of ours: the reply says which one to use.
    private void checkVersion(HttpServletRequest request, boolean opens) throws MessageRefused {
        String version = request.getHeader(HttpHeaders.PROTOCOL_VERSION);
        List<String> known = transport.protocolVersions();
        if (version != null
                && !known.contains(version)
                && !(opens && VERSION.matcher(version).matches())) {
            throw MessageRefused.invalid(
                    null, "protocol-version", HttpHeaders.PROTOCOL_VERSION, String.join(", ", known));
        }
    }

    /** The session of a request, if it is one of the caller. */
    private String session(HttpServletRequest request) throws MessageRefused {
        String session = request.getHeader(HttpHeaders.MCP_SESSION_ID);
        if (session == null || session.isBlank()) {
            throw MessageRefused.invalid(null, "no-session", HttpHeaders.MCP_SESSION_ID);
        }
        if (!name().equals(owners.getIfPresent(session))) {
            throw MessageRefused.of(HttpStatus.NOT_FOUND, ErrorCodes.INVALID_REQUEST, null, "session");
        }
        return session;
    }

    private String name() {
        return caller.name().orElse("");
    }

    private void open(HttpServletRequest request, HttpServletResponse response)
            throws MessageRefused, ServletException, IOException {
        owners.cleanUp();
        if (owners.estimatedSize() >= MOST_SESSIONS) {
            response.setHeader("Retry-After", RETRY_SECONDS);
            throw MessageRefused.of(HttpStatus.SERVICE_UNAVAILABLE, ErrorCodes.INTERNAL_ERROR, null, "full");
        }
        // Noted before the reply is sent: the client may use its session at once.
        String name = name();
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

    /** Takes a notification, or the response to a form, which have no reply of their own unless they fit no request. */
    private void take(HttpServletRequest request, HttpServletResponse response)
            throws MessageRefused, ServletException, IOException {
        Withheld reply = new Withheld(response);
        transport.service(request, reply);
        if (reply.status >= HttpStatus.BAD_REQUEST.value()) {
            throw MessageRefused.invalid(null, "unexpected");
        }
        response.setStatus(reply.status);
    }

    @Override
    public void close() {
        server.closeGracefully();
    }

    /** A reply of which the status alone is kept. */
    private static final class Withheld extends HttpServletResponseWrapper {

        private int status = HttpStatus.OK.value();

        Withheld(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int code) {
            status = code;
        }

        @Override
        public void sendError(int code) {
            status = code;
        }

        @Override
        public void sendError(int code, @Nullable String message) {
            status = code;
        }

        @Override
        public void setContentType(@Nullable String type) {
            // There is no content.
        }

        @Override
        public void setCharacterEncoding(@Nullable String encoding) {
            // As above.
        }

        @Override
        public PrintWriter getWriter() {
            return new PrintWriter(Writer.nullWriter());
        }
    }
}
