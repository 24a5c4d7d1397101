package org.hashwise.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Records the {@link ConnectionOrigin}. It runs before the valve and the filter that apply forwarding headers. */
final class ConnectionOriginValve extends ValveBase {

    private static final String ABORT = ConnectionOriginValve.class.getName();

    ConnectionOriginValve() {
        super(true);
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
        getNext().invoke(request, response);
    }
}
