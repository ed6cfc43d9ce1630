package io.github.mailgunreactor.netty;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.2 and 1.3 with the server's certificate and host name checked; there is no way around either check. Holds the
 * certificates as they were given, in PEM.
 */
final class Tls {
    private byte @Nullable [] trusted;
    private byte @Nullable [] clientChain;
    private byte @Nullable [] clientKey;
    private @Nullable String clientKeyPassword;

    void trust(byte[] pem) {
        trusted = pem;
    }

    void client(byte[] chain, byte[] key, @Nullable String password) {
        clientChain = chain;
        clientKey = key;
        clientKeyPassword = password;
    }

    SslContext context() {
        try {
            SslContextBuilder builder = SslContextBuilder.forClient()
                    .protocols("TLSv1.3", "TLSv1.2")
                    .endpointIdentificationAlgorithm("HTTPS");
            if (trusted != null) {
                builder.trustManager(new ByteArrayInputStream(trusted));
            }
            if (clientChain != null && clientKey != null) {
                builder.keyManager(
                        new ByteArrayInputStream(clientChain), new ByteArrayInputStream(clientKey), clientKeyPassword);
            }
            return builder.build();
        } catch (SSLException failure) {
            throw new IllegalArgumentException("the certificates or the key cannot be used", failure);
        }
    }
}
