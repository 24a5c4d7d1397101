package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** From where somebody calls. */
final class ClientNetwork {

    private static final int IPV6_SITE = 8;
    private static final int IPV6 = 16;

    private ClientNetwork() {}

    /** The address; of the new long ones the half that one customer has, who may use all addresses behind it. */
    static String of(HttpServletRequest request) {
        String remote = request.getRemoteAddr();
        if (!remote.contains(":")) {
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
