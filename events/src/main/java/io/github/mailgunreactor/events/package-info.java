/** What becomes of a message, as events, logs and webhooks tell it. */
@NullMarked
package io.github.mailgunreactor.events;

import org.jspecify.annotations.NullMarked;
