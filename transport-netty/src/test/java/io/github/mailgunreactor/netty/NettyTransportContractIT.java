package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.testing.TransportSettings;
import io.github.mailgunreactor.testing.WholeContract;

/** The contract over plain HTTP/1.1. */
class NettyTransportContractIT extends WholeContract {

    static NettyTransportBuilder builder(TransportSettings settings) {
        return NettyTransport.builder()
                .maxConnections(settings.maxConnections())
                .maxPendingAcquires(settings.maxPending())
                .acquireTimeout(settings.acquireTimeout())
                .connectTimeout(settings.connectTimeout())
                .responseTimeout(settings.responseTimeout())
                .closeGracePeriod(settings.gracePeriod())
                .maxResponseBytes(settings.maxResponseBytes());
    }

    @Override
    protected Transport open(TransportSettings settings) {
        return builder(settings).build();
    }
}
