package io.github.mailgunreactor.simulator.internal.domains;

import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The DKIM keys of an account in a region, oldest first. */
final class DkimKeyRing {
    /** How the public half of every RSA key of a size begins. */
    private static final String START_1024 = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ";

    private static final String START_2048 = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA";
    private static final byte[] PKCS8_RSA = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private final List<DkimKey> keys = new ArrayList<>();

    static DkimKeyRing of(SimulatorState state, SendingDomain domain) {
        Account account = state.account(domain.account());
        if (account == null) {
            throw new IllegalStateException("a domain without an account");
        }
        return account.inRegion(domain.region()).get(DkimKeyRing.class, DkimKeyRing::new);
    }

    List<DkimKey> all() {
        return List.copyOf(keys);
    }

    List<DkimKey> of(String signingDomain) {
        return keys.stream()
                .filter(key -> key.signingDomain().equals(signingDomain))
                .toList();
    }

    @Nullable
    DkimKey find(String signingDomain, String selector) {
        return keys.stream()
                .filter(key -> key.signingDomain().equals(signingDomain)
                        && key.selector().equals(selector))
                .findFirst()
                .orElse(null);
    }

    DkimKey require(String signingDomain, String selector) {
        DkimKey key = find(signingDomain, selector);
        if (key == null) {
            throw new Refusal(404, "domain key not found");
        }
        return key;
    }

    DkimKey add(String signingDomain, String selector, String publicKey) {
        DkimKey key = new DkimKey(signingDomain, selector, publicKey);
        keys.add(key);
        return key;
    }

    void remove(DkimKey key) {
        keys.remove(key);
    }

    void removeAllOf(String signingDomain) {
        keys.removeIf(key -> key.signingDomain().equals(signingDomain));
    }

    /** What looks like the public half of a new key; making a real one takes too long for a simulator. */
    static String generated(SimulatorState state, long bits) {
        return bits == 2048 ? START_2048 + state.randomHex(348) : START_1024 + state.randomHex(178);
    }

    /** The public half of a private key in PKCS #1; refuses what is none. */
    static String imported(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            byte[] pkcs1 = Base64.getDecoder().decode(base64);
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(pkcs8(pkcs1)));
            return Base64.getEncoder()
                    .encodeToString(rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                            .getEncoded());
        } catch (IllegalArgumentException | GeneralSecurityException notAKey) {
            throw new Refusal(400, "failed to import domain key: failed to parse PEM");
        }
    }

    private static byte[] pkcs8(byte[] pkcs1) {
        byte[] octets = der((byte) 0x04, pkcs1);
        byte[] content = new byte[PKCS8_RSA.length + octets.length];
        System.arraycopy(PKCS8_RSA, 0, content, 0, PKCS8_RSA.length);
        System.arraycopy(octets, 0, content, PKCS8_RSA.length, octets.length);
        return der((byte) 0x30, content);
    }

    /** A tag, a length of two bytes, and the content. */
    private static byte[] der(byte tag, byte[] content) {
        byte[] whole = new byte[4 + content.length];
        whole[0] = tag;
        whole[1] = (byte) 0x82;
        whole[2] = (byte) (content.length >> 8);
        whole[3] = (byte) content.length;
        System.arraycopy(content, 0, whole, 4, content.length);
        return whole;
    }
}
