package io.github.mailgunreactor.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class UnreadableValueCounterTest {

    @Test
    void countsEachPlaceOnceByTemplateAndField() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        MailgunClient mailgun = FakeTransport.answering(
                        (SentRequest request) -> Mono.just(FakeResponse.json("{\"message\":{\"secret\":1}}")))
                .builderOfLenientClient()
                .unreadableValueListener(UnreadableValueCounter.of(registry))
                .build();

        for (int i = 0; i < 3; i++) {
            mailgun.send(Method.DELETE.path("/v1/keys/{key_id}", "id-" + i).asJson(Confirmation.class))
                    .block();
        }

        assertThat(registry.getMeters()).hasSize(1);
        assertThat(registry.get("mailgun.client.unreadable.values")
                        .tags(
                                "http.request.method",
                                "DELETE",
                                "url.template",
                                "/v1/keys/{key_id}",
                                "mailgun.field",
                                "message")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
