package io.github.mailgunreactor.mailinglists;

import org.jspecify.annotations.Nullable;

/**
 * One mailing list.
 *
 * @param list the list
 * @param message Mailgun's confirmation, where something was done
 */
public record MailingListDetails(MailingList list, @Nullable String message) {}
