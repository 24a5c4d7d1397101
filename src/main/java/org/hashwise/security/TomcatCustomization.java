package org.hashwise.security;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** The settings of the servlet container that the protection relies on. */
final class TomcatCustomization implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    private final ConnectionTable connections;

    TomcatCustomization(ConnectionTable connections) {
        this.connections = connections;
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
            }
        });
        factory.addContextCustomizers(context -> context.setCookieProcessor(new HostPrefixCookieProcessor()));
    }
}
