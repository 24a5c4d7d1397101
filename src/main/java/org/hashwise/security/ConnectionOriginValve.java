package org.hashwise.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * Records the {@link ConnectionOrigin} and the {@link ClientConnection}. It runs before the valve and the filter that apply
 * forwarding headers.
 */
final class ConnectionOriginValve extends ValveBase {

    private static final String ABORT = ConnectionOriginValve.class.getName();

    private final ConnectionTable connections;

    ConnectionOriginValve(ConnectionTable connections) {
        super(true);
        this.connections = connections;
    }

    /** Makes the container close the connection in place of waiting for the rest of the body. */
    static void leaveBodyUnread(HttpServletRequest request) {
        if (request.getAttribute(ABORT) instanceof Runnable abort) {
            abort.run();
        }
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ConnectionOrigin.record(request);
        Runnable abort = () -> request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        request.setAttribute(ABORT, abort);
        ClientConnection connection = ClientConnection.of(request);
        if (connection == null) {
            connection = find(request);
            if (connection != null) {
                connection.begin(request);
            }
        }
        try {
            getNext().invoke(request, response);
        } finally {
            // A request that continues asynchronously passes here again.
            if (connection != null && !request.isAsync()) {
                connection.end();
            }
        }
    }

    private @Nullable ClientConnection find(Request request) throws UnknownHostException {
        return connections.find(new ConnectionTable.Key(
                new InetSocketAddress(InetAddress.getByName(request.getRemoteAddr()), request.getRemotePort()),
                new InetSocketAddress(InetAddress.getByName(request.getLocalAddr()), request.getLocalPort())));
    }
}
