package io.github.mailgunreactor.benchmarks;

import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.webhooks.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Webhooks of the size and shape that Mailgun posts. */
final class SampleDeliveries {
    static final Secret SIGNING_KEY = Secret.of("signing-key-of-nobody");

    private SampleDeliveries() {}

    /** That a message was delivered, with every field that Mailgun documents for it: 1.8 KB. */
    static byte[] delivered(Instant signedAt, String token) {
        WebhookSignature signature = WebhookSignature.of(SIGNING_KEY, signedAt, token);
        return """
                {"signature":{"token":"%s","timestamp":"%s","signature":"%s"},"event-data":{\
                "id":"Ase7i2zsRYeDXztHGENqRA","timestamp":1771581600.540211,"log-level":"info","event":"delivered",\
                "account":{"id":"6f1c5a0be2f14d6ea2b9a1d0"},"domain":{"name":"mail.example.com"},\
                "api-key-id":"7aac6eb2-5a2f4c8e","method":"HTTP","originating-ip":"198.51.100.23",\
                "delivery-status":{"attempt-no":1,"code":250,"message":"OK","description":"",\
                "enhanced-code":"2.0.0","session-seconds":0.433,"mx-host":"mx.customer.example","certificate-verified":true,\
                "tls":true,"utf8":true,"first-delivery-attempt-seconds":0.113},\
                "flags":{"is-routed":false,"is-authenticated":true,"is-system-test":false,"is-test-mode":false,"is-big":false},\
                "envelope":{"transport":"smtp","sender":"orders@mail.example.com","sending-ip":"203.0.113.54",\
                "targets":"alice@customer.example"},\
                "message":{"headers":{"to":"Alice <alice@customer.example>",\
                "message-id":"20260220100000.1.0123456789ABCDEF@mail.example.com","from":"Orders <orders@mail.example.com>",\
                "subject":"Your order 2026-4711 is on its way"},"attachments":[],"size":4711},\
                "recipient":"alice@customer.example","recipient-domain":"customer.example","recipient-provider":"Other",\
                "primary-dkim":"mail.example.com","campaigns":[],"tags":["order","shipped"],\
                "user-variables":{"order":"2026-4711","customer":"c-0815"},\
                "storage":{"url":"https://storage-us-east4.api.mailgun.net/v3/domains/mail.example.com/messages/\
                BAABAQUFrlXyeLqAuDqcZmvQAVuPTwLJZg","region":"us-east4","env":"production",\
                "key":"BAABAQUFrlXyeLqAuDqcZmvQAVuPTwLJZg"}}}""".formatted(token, signature.timestamp(), signature.signature())
                .getBytes(StandardCharsets.UTF_8);
    }
}
