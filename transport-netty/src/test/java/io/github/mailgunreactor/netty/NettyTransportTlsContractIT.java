package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.testing.BodyContract;
import io.github.mailgunreactor.testing.FailureContract;
import io.github.mailgunreactor.testing.FaultServer;
import io.github.mailgunreactor.testing.LifecycleContract;
import io.github.mailgunreactor.testing.StreamContract;
import io.github.mailgunreactor.testing.TestCertificate;
import io.github.mailgunreactor.testing.TransportSettings;
import io.github.mailgunreactor.testing.WireContract;
import org.junit.jupiter.api.Nested;

/** The contract over TLS, where files cannot go from disk to socket without a copy. */
class NettyTransportTlsContractIT {
    private static final TestCertificate CERTIFICATE = TestCertificate.of("dns:localhost", "ip:127.0.0.1");

    private static FaultServer server() {
        return FaultServer.start(CERTIFICATE.server(), false);
    }

    private static Transport trusting(TransportSettings settings) {
        return NettyTransportContractIT.builder(settings)
                .trustedCertificates(CERTIFICATE.pem())
                .build();
    }

    @Nested
    class Wire extends WireContract {
        @Override
        protected FaultServer startServer() {
            return server();
        }

        @Override
        protected Transport open(TransportSettings settings) {
            return trusting(settings);
        }
    }

    @Nested
    class Body extends BodyContract {
        @Override
        protected FaultServer startServer() {
            return server();
        }

        @Override
        protected Transport open(TransportSettings settings) {
            return trusting(settings);
        }
    }

    @Nested
    class Stream extends StreamContract {
        @Override
        protected FaultServer startServer() {
            return server();
        }

        @Override
        protected Transport open(TransportSettings settings) {
            return trusting(settings);
        }
    }

    @Nested
    class Failure extends FailureContract {
        @Override
        protected FaultServer startServer() {
            return server();
        }

        @Override
        protected Transport open(TransportSettings settings) {
            return trusting(settings);
        }
    }

    @Nested
    class Lifecycle extends LifecycleContract {
        @Override
        protected FaultServer startServer() {
            return server();
        }

        @Override
        protected Transport open(TransportSettings settings) {
            return trusting(settings);
        }
    }
}
