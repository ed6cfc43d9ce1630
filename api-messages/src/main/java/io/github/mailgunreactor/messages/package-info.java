/** Sending messages, one by one and in bulk; stored messages and queues. */
@NullMarked
package io.github.mailgunreactor.messages;

import org.jspecify.annotations.NullMarked;
