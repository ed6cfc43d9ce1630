package io.github.mailgunreactor.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Where Netty 4.2.18 itself waits for a moment on an event loop, and does not tell BlockHound. */
public final class NettyBlockHoundIntegration implements BlockHoundIntegration {
    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Spins as an io_uring loop ends.
        builder.allowBlockingCallsInside("io.netty.channel.uring.IoUringIoHandler", "closeWakeupGate");
        // Takes a lock that other loops hold while they allocate, as the older allocator does, which Netty does tell
        // of.
        builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator$Magazine", "free");
    }
}
