package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.testing.FaultServer;
import io.github.mailgunreactor.testing.TestCertificate;
import io.github.mailgunreactor.testing.TransportSettings;
import io.github.mailgunreactor.testing.WholeContract;

/** The contract over TLS, where files cannot go from disk to socket without a copy. */
class NettyTransportTlsContractIT extends WholeContract {
    private static final TestCertificate CERTIFICATE = TestCertificate.of("dns:localhost", "ip:127.0.0.1");

    @Override
    protected FaultServer startServer() {
        return FaultServer.start(CERTIFICATE.server(), false);
    }

    @Override
    protected Transport open(TransportSettings settings) {
        return NettyTransportContractIT.builder(settings)
                .trustedCertificates(CERTIFICATE.pem())
                .build();
    }
}
