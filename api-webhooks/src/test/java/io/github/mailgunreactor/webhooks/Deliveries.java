package io.github.mailgunreactor.webhooks;

import io.github.mailgunreactor.core.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Deliveries as Mailgun documents them, signed by hand rather than by what is tested. */
final class Deliveries {
    static final Instant NOW = Instant.parse("2026-02-20T10:00:00Z");
    static final String TIMESTAMP = "1771581600";
    static final String TOKEN = "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0";
    static final String KEY = "key-of-the-webhooks";
    static final String JSON = "application/json";

    private Deliveries() {}

    static WebhookVerifier verifier() {
        return WebhookVerifier.of(Secret.of(KEY)).clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static String hmac(String key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String hmac(String key, String content) {
        return hmac(key, content.getBytes(StandardCharsets.UTF_8));
    }

    static String signature(String timestamp, String token) {
        return "{\"timestamp\": \"%s\", \"token\": \"%s\", \"signature\": \"%s\"}"
                .formatted(timestamp, token, hmac(KEY, timestamp + token));
    }

    static byte[] delivered() {
        return event(signature(TIMESTAMP, TOKEN));
    }

    static byte[] delivered(String token) {
        return event(signature(TIMESTAMP, token));
    }

    static byte[] event(String signature) {
        return bytes("""
                {"signature": %s,
                 "event-data": {"id": "CPgfbmQMTCKtHW6uIWtuVe", "event": "delivered", "timestamp": 1771581600.5,
                   "log-level": "info", "recipient": "alice@example.com", "tags": ["order"],
                   "user-variables": [], "storage": [],
                   "delivery-status": {"code": 250, "message": "OK", "tls": true},
                   "message": {"headers": {"to": "alice@example.com", "message-id": "2026@example.com"}, "size": 111}}}
                """.formatted(signature));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
