package org.hashwise.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Records the {@link ConnectionOrigin}. It runs before the valve and the filter that apply forwarding headers. */
final class ConnectionOriginValve extends ValveBase {

    ConnectionOriginValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        ConnectionOrigin.record(request);
        getNext().invoke(request, response);
    }
}
