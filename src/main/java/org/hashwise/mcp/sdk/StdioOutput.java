package org.hashwise.mcp.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The messages of the server, one on each line; counts which of them are replies. */
final class StdioOutput extends OutputStream {

    private final OutputStream out;
    private final OpenRequests open;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    StdioOutput(OutputStream out, OpenRequests open) {
        this.out = out;
        this.open = open;
    }

    /** Sends a message that is no reply of the SDK. */
    synchronized void send(Map<String, @Nullable Object> message) throws IOException {
        out.write((ProtocolJson.MAPPER.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public synchronized void write(int value) throws IOException {
        line.write(value);
        if (value == '\n') {
            send();
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        line.write(bytes, offset, length);
        if (length > 0 && bytes[offset + length - 1] == '\n') {
            send();
        }
    }

    private void send() throws IOException {
        byte[] message = line.toByteArray();
        line.reset();
        out.write(message);
        out.flush();
        switch (kind(message)) {
            case "method" -> open.serverAsked();
            case "result", "error" -> open.serverAnswered();
            default -> {}
        }
    }

    /** The member by which a message is a reply or a request; empty for a notification. */
    private static String kind(byte[] message) {
        String kind = "";
        boolean hasId = false;
        try (JsonParser parser = ProtocolJson.MAPPER.createParser(message)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                hasId |= name.equals("id");
                if (name.equals("method") || name.equals("result") || name.equals("error")) {
                    kind = name;
                }
                if (hasId && !kind.isEmpty()) {
                    return kind;
                }
                parser.skipChildren();
            }
        }
        return "";
    }
}
