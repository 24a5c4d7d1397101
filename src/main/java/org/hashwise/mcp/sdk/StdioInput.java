package org.hashwise.mcp.sdk;

import io.modelcontextprotocol.spec.McpSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.hashwise.mcp.sdk.MessageReader.Message;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the client, one on each line. A line that is too long or no message is answered with an error and skipped:
 * the transport of the SDK would end. At the end of the input, replies that are still being made are waited for.
 */
final class StdioInput extends InputStream {

    /** As long as an analysis may take in the server. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InputStream in;
    private final StdioOutput out;
    private final OpenRequests open;
    private final MessageReader reader;
    private boolean opened;
    private final CountDownLatch ended = new CountDownLatch(1);
    private InputStream line = InputStream.nullInputStream();

    StdioInput(InputStream in, StdioOutput out, OpenRequests open, MessageReader reader) {
        this.in = in;
        this.out = out;
        this.open = open;
        this.reader = reader;
    }

    /** Waits for the end of the input and for the replies to all requests in it. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = line.read(target, offset, length);
        while (count < 0) {
            byte[] next = message();
            if (next == null) {
                end();
                return -1;
            }
            line = new ByteArrayInputStream(next);
            count = line.read(target, offset, length);
        }
        return count;
    }

    /** The next line that is a message for the SDK; null at the end. */
    private byte @Nullable [] message() throws IOException {
        while (true) {
            byte[] text = line();
            if (text == null || (!new String(text, StandardCharsets.UTF_8).isBlank() && isTaken(text))) {
                return text;
            }
        }
    }

    private boolean isTaken(byte[] text) throws IOException {
        try {
            Message message = reader.read(text);
            opened |= message.is(McpSchema.METHOD_NOTIFICATION_INITIALIZED);
            if (message.isRequest() && !opened && !message.is(McpSchema.METHOD_INITIALIZE)) {
                // The SDK would keep it until then.
                if (message.is(McpSchema.METHOD_PING)) {
                    out.send(MessageRefused.reply(message.id(), "result", Map.of()));
                    return false;
                }
                throw MessageRefused.invalid(message.id(), "not-opened");
            }
            if (message.isRequest()) {
                open.clientAsked();
            } else if (message.isResponse()) {
                open.clientAnswered();
            }
            return true;
        } catch (MessageRefused refused) {
            out.send(refused.json());
            return false;
        }
    }

    /** A line with its end; of one that is too long, the start alone. */
    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (bytes.size() <= ProtocolJson.MOST_BYTES) {
                bytes.write(next);
            }
            if (next == '\n') {
                return bytes.toByteArray();
            }
        }
        if (bytes.size() == 0) {
            return null;
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private void end() {
        try {
            open.awaitReplies(PATIENCE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        ended.countDown();
    }
}
