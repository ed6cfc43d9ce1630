package io.github.mailgunreactor.ips;

import org.jspecify.annotations.Nullable;

/**
 * A dedicated IP pool that was asked for.
 *
 * @param details the pool
 * @param message Mailgun's confirmation
 */
public record IpPoolDetails(IpPool details, @Nullable String message) {}
