/**
 * The HTTP transport on Reactor Netty: connections, TLS, proxies, timeouts, and the way of bytes to the socket and back.
 * {@link io.github.mailgunreactor.netty.NettyTransport} is all a user needs of it.
 */
@NullMarked
package io.github.mailgunreactor.netty;

import org.jspecify.annotations.NullMarked;
