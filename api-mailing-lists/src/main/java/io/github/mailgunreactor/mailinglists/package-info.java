/**
 * Mailing lists, {@link io.github.mailgunreactor.mailinglists.MailingListsApi}, and who is on them,
 * {@link io.github.mailgunreactor.mailinglists.ListMembersApi}.
 */
@NullMarked
package io.github.mailgunreactor.mailinglists;

import org.jspecify.annotations.NullMarked;
