package io.github.mailgunreactor.mailinglists;

import org.jspecify.annotations.Nullable;

/**
 * A mailing list was deleted.
 *
 * @param address its address
 * @param message Mailgun's confirmation
 */
public record DeletedMailingList(
        @Nullable String address, @Nullable String message) {}
