package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportProvider;

/** Lets a client find this transport on the class path. */
public final class NettyTransportProvider implements TransportProvider {

    /** For {@link java.util.ServiceLoader}. */
    public NettyTransportProvider() {}

    @Override
    public Transport open() {
        return NettyTransport.create();
    }
}
