package io.github.mailgunreactor.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery proves with that it comes from Mailgun: the HMAC of a timestamp and a token with the account's HTTP signing key, which
 * is not an API key. <strong>It does not cover the content</strong>: who sees one delivery can send another content with its signature,
 * once, until the window ends. TLS, and a path that nobody else knows, keep others from seeing one.
 *
 * @param timestamp seconds since 1970, in the digits that were received
 * @param token a text that no other delivery has
 * @param signature the HMAC-SHA256 of timestamp and token in hexadecimal digits
 * @param parentSignature the same with the key of the parent account, where the domain is a subaccount's
 */
public record WebhookSignature(
        @Nullable String timestamp,
        @Nullable String token,
        @Nullable String signature,
        @JsonProperty("parent-signature") @Nullable String parentSignature) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HEX_DIGITS = 64;

    /** Signs as Mailgun does: for tests of a receiver. */
    public static WebhookSignature of(Secret signingKey, Instant timestamp, String token) {
        String seconds = Long.toString(timestamp.getEpochSecond());
        byte[] digest = mac(signingKey).doFinal((seconds + token).getBytes(StandardCharsets.UTF_8));
        return new WebhookSignature(seconds, token, HexFormat.of().formatHex(digest), null);
    }

    /** A ready HMAC with a key. It keeps state while it is used, so every use takes a copy. */
    static Mac mac(Secret key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(
                    Objects.requireNonNull(key, "signingKey").reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException notOnThisPlatform) {
            throw new IllegalStateException("every Java platform has HmacSHA256", notOnThisPlatform);
        }
    }

    /** The HMAC of a content, by a copy of a ready one. */
    static byte[] digest(Mac ready, byte[] content) {
        try {
            return ((Mac) ready.clone()).doFinal(content);
        } catch (CloneNotSupportedException notThisProvider) {
            // Providers in hardware: one at a time.
            synchronized (ready) {
                return ready.doFinal(content);
            }
        }
    }

    /** Whether a digest is the one written in hexadecimal digits; it takes the same time wherever they differ. */
    static boolean matches(byte[] digest, @Nullable String hex) {
        if (hex == null || hex.length() != HEX_DIGITS) {
            return false;
        }
        byte[] wanted = new byte[digest.length];
        for (int i = 0; i < wanted.length; i++) {
            char high = hex.charAt(2 * i);
            char low = hex.charAt(2 * i + 1);
            if (!HexFormat.isHexDigit(high) || !HexFormat.isHexDigit(low)) {
                return false;
            }
            wanted[i] = (byte) (HexFormat.fromHexDigit(high) << 4 | HexFormat.fromHexDigit(low));
        }
        return MessageDigest.isEqual(digest, wanted);
    }

    /** The timestamp only: with the rest, another content could be signed. */
    @Override
    public String toString() {
        return "WebhookSignature[timestamp=" + timestamp + "]";
    }
}
