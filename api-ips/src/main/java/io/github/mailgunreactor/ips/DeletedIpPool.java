package io.github.mailgunreactor.ips;

import org.jspecify.annotations.Nullable;

/**
 * A dedicated IP pool that is being deleted.
 *
 * @param message Mailgun's confirmation
 * @param allowed how many more addresses the account may have, where Mailgun says it
 */
public record DeletedIpPool(@Nullable String message, AvailableIps.@Nullable Allowed allowed) {}
