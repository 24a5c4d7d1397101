package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hashwise.files.DataFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The settings that decide who has to log in: the address on which the server listens, the names by which it is called
 * and the proxies before it.
 *
 * @param address null for all addresses of the machine
 * @param alwaysLogin whether requests from this machine need a login too
 * @param hosts host names besides those of this machine, in lower case
 * @param behindProxy whether forwarding headers are applied, which means that requests come from other machines
 * @param trustedProxies proxies whose {@code X-Forwarded-For} is believed
 */
record AccessPolicy(
        @Nullable InetAddress address,
        boolean alwaysLogin,
        Set<String> hosts,
        boolean behindProxy,
        List<AddressRange> trustedProxies) {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

    static AccessPolicy of(Environment environment) {
        Binder binder = Binder.get(environment);
        Set<String> hosts = new HashSet<>();
        binder.bind("hashwise.hosts", Bindable.listOf(String.class)).orElse(List.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .forEach(hosts::add);
        List<AddressRange> proxies =
                binder.bind("hashwise.trusted-proxies", Bindable.listOf(String.class)).orElse(List.of()).stream()
                        .filter(range -> !range.isBlank())
                        .map(AddressRange::of)
                        .toList();
        return new AccessPolicy(
                binder.bind("server.address", InetAddress.class).orElse(null),
                binder.bind("hashwise.login", Login.class).orElse(Login.ELSEWHERE) == Login.ALWAYS,
                hosts,
                !proxies.isEmpty() || appliesForwardingHeaders(environment, binder),
                proxies);
    }

    private static boolean appliesForwardingHeaders(Environment environment, Binder binder) {
        String strategy = environment.getProperty("server.forward-headers-strategy");
        if (strategy != null && !strategy.isBlank()) {
            return !strategy.strip().equalsIgnoreCase("none");
        }
        CloudPlatform platform = CloudPlatform.getActive(environment);
        return (platform != null && platform.isUsingForwardHeaders())
                || binder.bind("server.tomcat.remoteip", Map.class).isBound();
    }

    /** The data folder. */
    static Path folder(Environment environment) {
        return DataFolder.of(environment::resolvePlaceholders);
    }

    private enum Login {
        /** Requests from other machines need a login. */
        ELSEWHERE,
        ALWAYS
    }

    /** Returns whether requests from this machine need no login. A server behind a proxy receives no such requests. */
    boolean isOpen() {
        return isLocal() && !behindProxy && hosts.isEmpty();
    }

    /** Returns whether only this machine can connect and a login is not demanded of everybody. */
    boolean isLocal() {
        return isLoopback() && !alwaysLogin;
    }

    /**
     * Returns whether this request needs no login: it comes from this machine, under a name of this machine, and no
     * proxy forwarded it.
     */
    boolean isOpenTo(HttpServletRequest request) {
        ConnectionOrigin origin = ConnectionOrigin.of(request);
        return isOpen()
                && !origin.forwarded()
                && (origin.host() == null || isNameOfThisMachine(origin.host()))
                && isThisMachine(origin.peer());
    }

    /**
     * Returns whether the server is addressed by a name of its own, both in the request as it arrived and after
     * forwarding headers were applied. Another web site may give its own name the address of this machine (DNS
     * rebinding).
     */
    boolean isAddressedBy(HttpServletRequest request) {
        String host = ConnectionOrigin.of(request).host();
        return host == null || (isCalled(host) && isCalled(request.getServerName()));
    }

    boolean isCalled(String host) {
        if (!isLoopback() && hosts.isEmpty()) {
            return true;
        }
        return hosts.contains(bare(host)) || (isLoopback() && isNameOfThisMachine(host));
    }

    /**
     * The address of the client: the other end of the connection, or the last address in {@code X-Forwarded-For} that
     * a trusted proxy appended and that is no trusted proxy itself.
     */
    String client(HttpServletRequest request) {
        ConnectionOrigin origin = ConnectionOrigin.of(request);
        String client = origin.peer();
        for (int last = origin.forwardedFor().size() - 1; last >= 0 && isTrusted(client); last--) {
            client = origin.forwardedFor().get(last);
        }
        return client;
    }

    /** Returns whether an address is that of a listed proxy. */
    boolean isTrusted(String peer) {
        return trustedProxies.stream().anyMatch(range -> range.contains(peer));
    }

    private boolean isLoopback() {
        return address != null && address.isLoopbackAddress();
    }

    private boolean isNameOfThisMachine(String host) {
        String name = bare(host);
        return LOOPBACK_NAMES.contains(name)
                || (address != null && address.getHostAddress().equals(name));
    }

    private static String bare(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("^\\[(.*)]$", "$1");
    }

    private static boolean isThisMachine(String peer) {
        // Only digits: nothing is looked up.
        return peer.startsWith("127.") || LOOPBACK_NAMES.contains(peer);
    }
}
