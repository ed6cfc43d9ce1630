package io.github.mailgunreactor.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.webhooks.WebhookReceiver;
import io.github.mailgunreactor.webhooks.WebhookSignature;
import io.github.mailgunreactor.webhooks.WebhookVerifier;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class WebhookReplyCounterTest {
    private static final Secret KEY = Secret.of("key-of-the-webhooks");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final WebhookReceiver receiver = WebhookReceiver.of(WebhookVerifier.of(KEY), delivery -> Mono.empty())
            .listener(WebhookReplyCounter.of(registry));

    private void receive(Secret key, Instant signedAt) {
        WebhookSignature made = WebhookSignature.of(key, signedAt, "a-token");
        String body = "{\"signature\": {\"timestamp\": \"%s\", \"token\": \"a-token\", \"signature\": \"%s\"}}"
                .formatted(made.timestamp(), made.signature());
        receiver.receive("application/json", body.getBytes(StandardCharsets.UTF_8))
                .block(Duration.ofSeconds(5));
    }

    private double count(String outcome, String reason) {
        return registry.get("mailgun.webhooks")
                .tags("outcome", outcome, "reason", reason)
                .counter()
                .count();
    }

    @Test
    void countsRepliesByOutcomeAndReason() {
        Instant now = Instant.now();
        receive(KEY, now);
        receive(KEY, now);
        receive(Secret.of("another key"), now);
        receive(KEY, now.minus(Duration.ofDays(2)));
        receive(KEY, now.minus(Duration.ofDays(3)));

        assertThat(count("HANDLED", "none")).isEqualTo(1);
        assertThat(count("REPEATED", "none")).isEqualTo(1);
        assertThat(count("REFUSED", "WRONG_SIGNATURE")).isEqualTo(1);
        assertThat(count("REFUSED", "TOO_OLD")).isEqualTo(2);
    }
}
