package org.hashwise.security;

import java.time.Duration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** The settings of the servlet container that the protection relies on. */
final class TomcatCustomization implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    private final ConnectionTable connections;

    /** Longer than any deadline for a body: a late client gets a response instead of a closed connection. */
    private final Duration readTimeout;

    private final Duration idleTimeout;

    TomcatCustomization(ConnectionTable connections, RequestLimits limits) {
        this.connections = connections;
        this.readTimeout = limits.bodyDeadline().plus(limits.importDeadline());
        this.idleTimeout = limits.idleConnection();
    }

    /** First, so that the origin is recorded before forwarding headers are applied. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addEngineValves(new ConnectionOriginValve(connections));
        if (factory instanceof TomcatWebServerFactory tomcat) {
            tomcat.setProtocol(LimitedHttpProtocol.class.getName());
        }
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof LimitedHttpProtocol protocol) {
                protocol.setConnections(connections);
                protocol.setConnectionTimeout((int) readTimeout.toMillis());
                protocol.setKeepAliveTimeout((int) idleTimeout.toMillis());
                protocol.setWriteTimeout(idleTimeout);
            }
        });
        factory.addContextCustomizers(context -> context.setCookieProcessor(new HostPrefixCookieProcessor()));
    }
}
