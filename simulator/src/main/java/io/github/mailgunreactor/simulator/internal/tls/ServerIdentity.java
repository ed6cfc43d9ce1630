package io.github.mailgunreactor.simulator.internal.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a simulator shows to its clients over TLS. */
public record ServerIdentity(SslContext context, List<X509Certificate> certificates) {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9*._-]{1,253}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]{1,45}");

    /**
     * The names, if a certificate can be for them.
     *
     * @throws IllegalArgumentException if one is neither the name of a host nor an address
     */
    public static List<String> requireNames(List<String> names) {
        if (!names.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw new IllegalArgumentException("names must be names of hosts or addresses");
        }
        return names;
    }

    /** A certificate made now, for this machine and the names given. */
    public static ServerIdentity generated(List<String> names) {
        try {
            SelfSigned made = SelfSigned.of(names);
            return new ServerIdentity(
                    SslContextBuilder.forServer(made.key(), made.certificate()).build(), List.of(made.certificate()));
        } catch (GeneralSecurityException | IOException notOnThisPlatform) {
            throw new IllegalStateException("every Java platform makes certificates", notOnThisPlatform);
        }
    }

    /**
     * A certificate, those above it and its key, in files as of PEM.
     *
     * @throws IllegalArgumentException if they cannot be read or do not belong together; the message is for the user
     */
    public static ServerIdentity ofFiles(Path chain, Path key) {
        try (InputStream bytes = Files.newInputStream(chain)) {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            return new ServerIdentity(
                    SslContextBuilder.forServer(chain.toFile(), key.toFile()).build(), certificates);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "the certificate and its key cannot be used: " + wrong.getMessage(), wrong);
        }
    }

    /** The certificates as of PEM: what a client has to trust. */
    public String pem() {
        return certificates.stream().map(ServerIdentity::pem).collect(Collectors.joining());
    }

    private static String pem(Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + new String(LINES.encode(certificate.getEncoded()), StandardCharsets.US_ASCII)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("what was read can be written", impossible);
        }
    }
}
