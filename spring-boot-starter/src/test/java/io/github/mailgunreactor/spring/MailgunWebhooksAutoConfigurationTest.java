package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.webhooks.ReplayGuard;
import io.github.mailgunreactor.webhooks.WebhookDelivery;
import io.github.mailgunreactor.webhooks.WebhookReceiver;
import io.github.mailgunreactor.webhooks.WebhookReply.Outcome;
import io.github.mailgunreactor.webhooks.WebhookVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Mono;

/** Receiving webhooks: with a key and a handler, without either, and replaced. */
class MailgunWebhooksAutoConfigurationTest {
    private final List<WebhookDelivery> handled = new ArrayList<>();

    private ApplicationContextRunner withHandler() {
        return Contexts.withKey()
                .withBean(WebhookHandler.class, () -> delivery -> Mono.fromRunnable(() -> handled.add(delivery)));
    }

    @Test
    void aKeyAndAHandlerReceive() {
        withHandler()
                .withPropertyValues("mailgun.webhooks.signing-keys=old,new")
                .run(context -> {
                    WebhookReceiver receiver = context.getBean(WebhookReceiver.class);

                    assertThat(outcome(receiver, signed("new", "token-1"))).isEqualTo(Outcome.HANDLED);
                    assertThat(outcome(receiver, signed("old", "token-2"))).isEqualTo(Outcome.HANDLED);
                    assertThat(outcome(receiver, signed("old", "token-2"))).isEqualTo(Outcome.REPEATED);
                    assertThat(outcome(receiver, signed("another", "token-3"))).isEqualTo(Outcome.REFUSED);
                    assertThat(handled).hasSize(2);
                });
    }

    @Test
    void keysCanBeAListToo() {
        Contexts.withKey()
                .withPropertyValues("mailgun.webhooks.signing-keys[0]=old", "mailgun.webhooks.signing-keys[1]=new")
                .run(context -> assertThat(context).hasSingleBean(WebhookVerifier.class));
    }

    @Test
    void withoutAKeyThereIsNeither() {
        withHandler()
                .run(context -> assertThat(context)
                        .doesNotHaveBean(WebhookVerifier.class)
                        .doesNotHaveBean(WebhookReceiver.class));
    }

    @Test
    void withoutAHandlerThereIsAVerifierOnly() {
        Contexts.withKey()
                .withPropertyValues("mailgun.webhooks.signing-keys=key")
                .run(context -> assertThat(context)
                        .hasSingleBean(WebhookVerifier.class)
                        .doesNotHaveBean(WebhookReceiver.class));
    }

    @Test
    void withoutTheModuleThereIsNeither() {
        Contexts.withKey()
                .withPropertyValues("mailgun.webhooks.signing-keys=key")
                .withClassLoader(new FilteredClassLoader("io.github.mailgunreactor.webhooks"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("mailgunWebhookVerifier"));
    }

    @Test
    void theApplicationsOwnAreTheOnlyOnes() {
        WebhookVerifier verifier = WebhookVerifier.of(Secret.of("own"));
        WebhookReceiver receiver = WebhookReceiver.of(verifier, delivery -> Mono.empty());
        withHandler()
                .withPropertyValues("mailgun.webhooks.signing-keys=key")
                .withBean(WebhookVerifier.class, () -> verifier)
                .withBean(WebhookReceiver.class, () -> receiver)
                .run(context -> {
                    assertThat(context.getBean(WebhookVerifier.class)).isSameAs(verifier);
                    assertThat(context.getBean(WebhookReceiver.class)).isSameAs(receiver);
                });
    }

    @Test
    void theApplicationsOwnGuardIsAsked() {
        withHandler()
                .withPropertyValues("mailgun.webhooks.signing-keys=key")
                .withBean(ReplayGuard.class, AllDone::new)
                .run(context -> assertThat(outcome(context.getBean(WebhookReceiver.class), signed("key", "token")))
                        .isEqualTo(Outcome.REPEATED));
    }

    @Test
    void aTimeoutOutOfRangeIsNamed() {
        withHandler()
                .withPropertyValues("mailgun.webhooks.signing-keys=key", "mailgun.webhooks.timeout=0s")
                .run(context ->
                        assertThat(context.getStartupFailure()).hasStackTraceContaining("mailgun.webhooks.timeout"));
    }

    private static Outcome outcome(WebhookReceiver receiver, byte[] body) {
        return Objects.requireNonNull(receiver.receive("application/json", body).block())
                .outcome();
    }

    /** As Mailgun's manual says: HMAC with SHA-256 of timestamp and token. */
    private static byte[] signed(String key, String token) throws Exception {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal((timestamp + token).getBytes(StandardCharsets.UTF_8)));
        return """
                {"signature": {"timestamp": "%s", "token": "%s", "signature": "%s"},
                 "event-data": {"event": "delivered", "id": "1", "timestamp": 1.5}}""".formatted(timestamp, token, signature).getBytes(StandardCharsets.UTF_8);
    }

    private static final class AllDone implements ReplayGuard {
        @Override
        public Mono<Claim> claim(String token) {
            return Mono.just(Claim.DONE);
        }

        @Override
        public Mono<Void> done(String token) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> forget(String token) {
            return Mono.empty();
        }
    }
}
