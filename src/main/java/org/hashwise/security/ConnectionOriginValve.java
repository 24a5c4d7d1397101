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
 * Valve that records the {@link ConnectionOrigin} and the {@link ClientConnection}, before the valve and the filter that apply
 * forwarding headers.
 */
final class ConnectionOriginValve extends ValveBase {

    private static final String ABORT = ConnectionOriginValve.class.getName();

    private final ConnectionTable connections;

    ConnectionOriginValve(ConnectionTable connections) {
        super(true);
        this.connections = connections;
    }

    /** Makes the container close the connection after the reply, in place of waiting for the rest of the body. */
    static void leaveBodyUnread(HttpServletRequest request) {
        request.setAttribute(ABORT, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ConnectionOrigin.record(request);
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
            // For the container this is an error: it would put an error page in the place of a reply that is not sent
            // yet.
            if (request.getAttribute(ABORT) != null && !request.isAsync()) {
                response.finishResponse();
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                response.setErrorReported();
            }
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
