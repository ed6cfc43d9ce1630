/**
 * What Mailgun does not send to, domain by domain: {@link io.github.mailgunreactor.suppressions.BouncesApi},
 * {@link io.github.mailgunreactor.suppressions.ComplaintsApi} and
 * {@link io.github.mailgunreactor.suppressions.UnsubscribesApi}; and
 * {@link io.github.mailgunreactor.suppressions.AllowlistApi}, what never gets onto the list of bounces.
 */
@NullMarked
package io.github.mailgunreactor.suppressions;

import org.jspecify.annotations.NullMarked;
