package io.github.mailgunreactor.ips;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Waiter;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class IpWarmupWaitingTest {

    @Test
    void aWarmUpIsOverWhenMailgunKnowsOfNone() {
        FakeTransport transport = FakeTransport.answering(
                FakeResponse.json("{\"details\": {\"stage\": 14}}"),
                FakeResponse.json("{\"details\": {\"stage\": 15}}"),
                FakeResponse.json(404, "{\"message\": \"not found\"}"));
        Waiter waiter = Waiter.of(Duration.ofSeconds(20)).interval(Duration.ofMillis(1), Duration.ofMillis(1));

        StepVerifier.create(new IpWarmupsApi(transport.client()).awaitEnd("192.0.2.1", waiter))
                .verifyComplete();
        assertThat(transport.sent()).hasSize(3);
    }
}
