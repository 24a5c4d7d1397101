package org.hashwise.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in CIDR notation, such as {@code 10.0.0.0/8}; one address without a prefix length.
 *
 * @param bits number of leading bits that all addresses of the range share
 */
record AddressRange(InetAddress first, int bits) {

    // Only digits, never a name: nothing is looked up.
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** @throws IllegalArgumentException when the text is no address and no range */
    static AddressRange of(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress first = address(parts[0]);
        int all = first.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException(text);
        }
        return new AddressRange(first, bits);
    }

    boolean contains(String address) {
        try {
            byte[] other = address(address).getAddress();
            byte[] own = first.getAddress();
            if (other.length != own.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((other[bit / Byte.SIZE] ^ own[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static InetAddress address(String text) {
        try {
            if (LITERAL.matcher(text).matches()) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
        throw new IllegalArgumentException(text);
    }
}
