package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network of a client, by which limits are counted. */
final class ClientNetwork {

    private static final int IPV6_SITE = 8;
    private static final int IPV6 = 16;
    private static final String LOOPBACK = "127.0.0.1";

    private ClientNetwork() {}

    /** The address of the client; of an IPv6 address the /64 network, which one customer usually has. */
    static String of(AccessPolicy policy, HttpServletRequest request) {
        return of(policy.client(request));
    }

    /** The network at the other end of a connection; all of this machine's own addresses are one. */
    static String ofPeer(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") ? LOOPBACK : of(address);
    }

    private static String of(String remote) {
        if (!remote.contains(":") || !remote.matches("[0-9a-fA-F:.]+")) {
            return remote;
        }
        try {
            byte[] bytes = InetAddress.getByName(remote).getAddress();
            return bytes.length == IPV6 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_SITE)) : remote;
        } catch (UnknownHostException odd) {
            return remote;
        }
    }
}
