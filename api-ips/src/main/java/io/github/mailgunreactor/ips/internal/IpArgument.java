package io.github.mailgunreactor.ips.internal;

import io.github.mailgunreactor.core.Arguments;
import java.util.regex.Pattern;

/**
 * Checks IP addresses that a caller passes in. Where Mailgun takes an address in a path it also takes words, such as
 * {@code all}: one in the place of an address would do something else, and more of it.
 */
public final class IpArgument {
    /** Stands for an address that Mailgun picks among its shared ones. */
    public static final String SHARED = "shared";

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]{2,45}");

    private IpArgument() {}

    /** Returns the address, refusing what is none. */
    public static String require(String parameter, String ip) {
        Arguments.requireText(parameter, ip);
        if (!IPV4.matcher(ip).matches() && !IPV6.matcher(ip).matches()) {
            throw new IllegalArgumentException(parameter + " must be an IPv4 or IPv6 address");
        }
        return ip;
    }

    /** Returns the address or {@code shared}, refusing what is neither. */
    public static String requireOrShared(String parameter, String ip) {
        return ip.equals(SHARED) ? ip : require(parameter, ip);
    }
}
