package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Where Hashwise listens, and to whom it is open without a login.
 *
 * @param address null for all addresses of the machine
 * @param alwaysLogin whether even those on this machine have to log in
 * @param hosts names by which it is called besides those of this machine, in lower case
 */
record AccessPolicy(@Nullable InetAddress address, boolean alwaysLogin, Set<String> hosts) {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

    static AccessPolicy of(Environment environment) {
        Binder binder = Binder.get(environment);
        Set<String> hosts = new HashSet<>();
        binder.bind("hashwise.hosts", Bindable.listOf(String.class))
                .orElse(List.of())
                .forEach(host -> hosts.add(host.strip().toLowerCase(Locale.ROOT)));
        return new AccessPolicy(
                binder.bind("server.address", InetAddress.class).orElse(null),
                binder.bind("hashwise.login", Login.class).orElse(Login.ELSEWHERE) == Login.ALWAYS,
                hosts);
    }

    /** The folder of everything that Hashwise keeps. */
    static Path folder(Environment environment) {
        return Path.of(environment.getProperty("hashwise.data", "data"));
    }

    private enum Login {
        /** Who comes from another machine logs in. */
        ELSEWHERE,
        ALWAYS
    }

    /** Whether some can use it without a login. */
    boolean isOpen() {
        return isLoopback() && !alwaysLogin;
    }

    /**
     * Whether this caller needs no login: he sits on this machine. What was forwarded came from elsewhere; a proxy on
     * this machine must not open the house to the world.
     */
    boolean isOpenTo(HttpServletRequest request) {
        return isOpen()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && isThisMachine(request.getRemoteAddr());
    }

    /**
     * Whether this is a name of ours. A web site elsewhere may give its own name the address of this machine, and then
     * read what it finds here; its name gives it away.
     */
    boolean isCalled(String host) {
        if (!isLoopback() && hosts.isEmpty()) {
            return true;
        }
        String name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[(.*)]$", "$1");
        return hosts.contains(name)
                || isLoopback()
                        && (OWN_NAMES.contains(name)
                                || address != null && address.getHostAddress().equals(name));
    }

    private boolean isLoopback() {
        return address != null && address.isLoopbackAddress();
    }

    private static boolean isThisMachine(String remote) {
        // Only digits: nothing is looked up.
        return remote.startsWith("127.") || OWN_NAMES.contains(remote);
    }
}
