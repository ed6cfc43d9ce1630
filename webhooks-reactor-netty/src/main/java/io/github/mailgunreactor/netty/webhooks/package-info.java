/** Webhooks in an HTTP server of Reactor Netty. */
@NullMarked
package io.github.mailgunreactor.netty.webhooks;

import org.jspecify.annotations.NullMarked;
