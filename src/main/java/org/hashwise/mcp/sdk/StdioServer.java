package org.hashwise.mcp.sdk;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import org.hashwise.mcp.McpResources;
import org.hashwise.mcp.McpTools;

/** A server of the Model Context Protocol for one client over standard input and output. */
public final class StdioServer {

    private StdioServer() {}

    /** Serves until the input ends and every request in it has its reply. */
    public static void serve(McpTools tools, McpResources resources, InputStream in, OutputStream out)
            throws InterruptedException {
        OpenRequests open = new OpenRequests();
        StdioOutput output = new StdioOutput(out, open);
        StdioInput input = new StdioInput(new BufferedInputStream(in), output, open, new MessageReader(tools));
        McpSyncServer server = new ServerFeatures(tools, resources)
                .build(
                        McpServer.sync(new StdioServerTransportProvider(
                                ProtocolJson.OF_SDK, input, output, 2 * ProtocolJson.MOST_BYTES)),
                        false);
        input.awaitEnd();
        server.closeGracefully();
    }
}
