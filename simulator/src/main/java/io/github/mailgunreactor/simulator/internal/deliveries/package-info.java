/**
 * Posts to the URLs of applications, as Mailgun does: signed, again and again until they take it, one receiver apart from the
 * others. Webhooks, alerts and routes hand in what is to be posted.
 */
@NullMarked
package io.github.mailgunreactor.simulator.internal.deliveries;

import org.jspecify.annotations.NullMarked;
