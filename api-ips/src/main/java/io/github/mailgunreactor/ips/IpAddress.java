package io.github.mailgunreactor.ips;

import org.jspecify.annotations.Nullable;

/**
 * An IP address of an account.
 *
 * @param dedicated whether it is the account's own rather than shared with others
 * @param rdns the host name to which the address resolves
 */
public record IpAddress(
        String ip, @Nullable Boolean dedicated, @Nullable String rdns) {}
