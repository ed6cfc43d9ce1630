package io.github.mailgunreactor.mailinglists;

import org.jspecify.annotations.Nullable;

/**
 * One member of a mailing list.
 *
 * @param member the member; of one that was removed, only its address
 * @param message Mailgun's confirmation, where something was done
 */
public record ListMemberDetails(ListMember member, @Nullable String message) {}
