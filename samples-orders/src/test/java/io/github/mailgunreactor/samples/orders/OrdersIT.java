package io.github.mailgunreactor.samples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.samples.orders.MailEvents.MailEvent;
import io.github.mailgunreactor.samples.orders.Order.State;
import io.github.mailgunreactor.simulator.Simulator;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The service as its command starts it: every call and webhook goes over sockets. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("simulator")
class OrdersIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Simulator mailgun;

    @LocalServerPort
    int port;

    private WebTestClient web;

    @BeforeEach
    void client() {
        web = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(SOON)
                .build();
    }

    @Test
    void anOrderIsConfirmedByAMailFromTheTemplate() {
        Order order = placed("ada@example.org", "a <small> loom");

        assertThat(order.state()).isEqualTo(State.CONFIRMATION_SENT);
        assertThat(mailgun.mailbox().only("ada@example.org").subject()).isEqualTo("Your order of a <small> loom");
        assertThat(mailgun.mailbox().only("ada@example.org").html())
                .isEqualTo("<p>Thank you! We are packing: a &lt;small&gt; loom</p>");
    }

    @Test
    void theWebhookTellsThatTheConfirmationArrived() {
        awaitState(placed("bob@example.org", "a pen"), State.CONFIRMED);
    }

    @Test
    void theWebhookTellsThatTheConfirmationBounced() {
        Order order = placed("cora@example.org", "ink");

        String key = mailgun.mailbox().only("cora@example.org").storageKey();
        WebTestClient.bindToServer()
                .baseUrl(mailgun.baseUrl())
                .build()
                .post()
                .uri("/_simulator/messages/{key}/events", key)
                .bodyValue(Map.of("event", "failed", "code", 550))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();

        awaitState(order, State.UNREACHABLE);
    }

    @Test
    void whoMustNotBeWrittenToIsToldSo() {
        mailgun.suppressions("shop.example.com").addComplaint("dan@example.org");

        ProblemDetail problem = web.post()
                .uri("/orders")
                .bodyValue(new NewOrder("dan@example.org", "a stamp"))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(ProblemDetail.class)
                .returnResult()
                .getResponseBody();

        assertThat(Objects.requireNonNull(problem).getDetail()).contains("complained");
        assertThat(mailgun.mailbox().of("dan@example.org")).isEmpty();
    }

    @Test
    void whoWantsNoNewsletterIsSentAConfirmation() {
        mailgun.suppressions("shop.example.com").addUnsubscribe("eve@example.org", "newsletter");

        placed("eve@example.org", "an envelope");

        assertThat(mailgun.mailbox().of("eve@example.org")).hasSize(1);
    }

    @Test
    void aFailureOfMailgunIsAProblemAndNoOrder() {
        mailgun.faults().on("POST /v3/{domain}/messages").status(401).times(1);

        web.post()
                .uri("/orders")
                .bodyValue(new NewOrder("flo@example.org", "a desk"))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.BAD_GATEWAY)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);

        assertThat(mailgun.mailbox().of("flo@example.org")).isEmpty();
    }

    @Test
    void whatHappensToMailIsAStream() {
        Sinks.Many<MailEvent> seen = Sinks.many().replay().all();
        Disposable watching = web.get()
                .uri("/mail-events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .returnResult(MailEvent.class)
                .getResponseBody()
                .subscribe(seen::tryEmitNext);
        try {
            Order order = placed("gus@example.org", "a chair");

            MailEvent event = seen.asFlux()
                    .filter(each -> order.id().equals(each.order()))
                    .blockFirst(SOON);

            assertThat(Objects.requireNonNull(event).event()).isEqualTo("delivered");
        } finally {
            watching.dispose();
        }
    }

    @Test
    void metricsCountTheCallsOfMailgun() {
        placed("hal@example.org", "a lamp");

        web.get()
                .uri("/actuator/metrics/mailgun.client.requests")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.measurements[?(@.statistic == 'COUNT' && @.value >= 1)]")
                .exists();
    }

    private Order placed(String email, String item) {
        return Objects.requireNonNull(web.post()
                .uri("/orders")
                .bodyValue(new NewOrder(email, item))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Order.class)
                .returnResult()
                .getResponseBody());
    }

    private void awaitState(Order order, State state) {
        Mono<State> current = WebClient.create("http://localhost:" + port)
                .get()
                .uri("/orders/{id}", order.id())
                .retrieve()
                .bodyToMono(Order.class)
                .map(Order::state);

        assertThat(current.filter(state::equals)
                        .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(50)))
                        .block(SOON))
                .isEqualTo(state);
    }
}
