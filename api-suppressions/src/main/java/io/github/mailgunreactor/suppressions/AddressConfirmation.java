package io.github.mailgunreactor.suppressions;

import org.jspecify.annotations.Nullable;

/**
 * An address was put on a list or removed from it.
 *
 * @param message Mailgun's confirmation
 * @param address the address; not there where Mailgun confirms a whole list
 */
public record AddressConfirmation(
        @Nullable String message, @Nullable String address) {}
