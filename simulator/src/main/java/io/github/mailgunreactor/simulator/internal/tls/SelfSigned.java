package io.github.mailgunreactor.simulator.internal.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A key and a certificate that vouches for itself: it names the loopback interface and is no authority, so that who trusts it
 * trusts nothing else. The JDK can make keys and signatures, but certificates only by its program {@code keytool}; what is
 * missing is to write down the fields.
 */
record SelfSigned(PrivateKey key, X509Certificate certificate) {
    private static final Duration LIFE = Duration.ofDays(365);
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");
    private static final List<String> ALWAYS = List.of("localhost", "127.0.0.1", "::1");
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.identifier("1.2.840.10045.4.3.2"));
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;

    static SelfSigned of(List<String> names) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Set<String> all = new LinkedHashSet<>(ALWAYS);
        all.addAll(names);
        byte[] content = content(pair.getPublic().getEncoded(), all);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(content);
        byte[] certificate = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
        return new SelfSigned(pair.getPrivate(), (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)));
    }

    /** As of RFC 5280, 4.1. */
    private static byte[] content(byte[] publicKey, Set<String> names) {
        Instant now = Instant.now();
        byte[] name = Der.sequence(Der.set(
                Der.sequence(Der.identifier("2.5.4.3"), Der.text("Mailgun simulator, trust it in tests only"))));
        byte[] validity = Der.sequence(Der.time(now.minus(CLOCK_SKEW)), Der.time(now.plus(LIFE)));
        byte[] version3 = Der.tagged(0xa0, Der.integer(BigInteger.TWO));
        byte[] serial = Der.integer(new BigInteger(127, new SecureRandom()).setBit(126));
        byte[] extensions = Der.tagged(
                0xa3,
                Der.sequence(
                        extension("2.5.29.17", false, alternativeNames(names)),
                        // No authority, for signatures, of a server.
                        extension("2.5.29.19", true, Der.sequence()),
                        extension("2.5.29.15", true, Der.tagged(0x03, new byte[] {7, (byte) 0x80})),
                        extension("2.5.29.37", false, Der.sequence(Der.identifier("1.3.6.1.5.5.7.3.1")))));
        return Der.sequence(version3, serial, ECDSA_WITH_SHA256, name, validity, name, publicKey, extensions);
    }

    private static byte[] extension(String identifier, boolean critical, byte[] value) {
        byte[] content = Der.octets(value);
        return critical
                ? Der.sequence(Der.identifier(identifier), Der.isTrue(), content)
                : Der.sequence(Der.identifier(identifier), content);
    }

    private static byte[] alternativeNames(Set<String> names) {
        List<byte[]> encoded = new ArrayList<>();
        for (String name : names) {
            encoded.add(
                    ADDRESS.matcher(name).matches()
                            ? Der.tagged(IP_ADDRESS, address(name))
                            : Der.tagged(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII)));
        }
        return Der.sequence(encoded.toArray(byte[][]::new));
    }

    private static byte[] address(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException("no address: " + literal, malformed);
        }
    }
}
