package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.testing.BodyContract;
import io.github.mailgunreactor.testing.FailureContract;
import io.github.mailgunreactor.testing.LifecycleContract;
import io.github.mailgunreactor.testing.StreamContract;
import io.github.mailgunreactor.testing.TransportSettings;
import io.github.mailgunreactor.testing.WireContract;
import org.junit.jupiter.api.Nested;

/** The contract over plain HTTP/1.1. */
class NettyTransportContractIT {

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

    @Nested
    class Wire extends WireContract {
        @Override
        protected Transport open(TransportSettings settings) {
            return builder(settings).build();
        }
    }

    @Nested
    class Body extends BodyContract {
        @Override
        protected Transport open(TransportSettings settings) {
            return builder(settings).build();
        }
    }

    @Nested
    class Stream extends StreamContract {
        @Override
        protected Transport open(TransportSettings settings) {
            return builder(settings).build();
        }
    }

    @Nested
    class Failure extends FailureContract {
        @Override
        protected Transport open(TransportSettings settings) {
            return builder(settings).build();
        }
    }

    @Nested
    class Lifecycle extends LifecycleContract {
        @Override
        protected Transport open(TransportSettings settings) {
            return builder(settings).build();
        }
    }
}
