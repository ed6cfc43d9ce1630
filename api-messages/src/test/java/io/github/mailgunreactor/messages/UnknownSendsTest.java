package io.github.mailgunreactor.messages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends of which every second one loses its request or response. In each build it is enough to show that it works;
 * {@code -Dsoak=true} makes it 10,000.
 */
class UnknownSendsTest {
    private static final int SENDS = Boolean.getBoolean("soak") ? 10_000 : 500;
    private static final ProofPolicy AT_ONCE =
            ProofPolicy.defaults().recordsWithin(Duration.ofMillis(1)).lookEvery(Duration.ofMillis(1));

    private final FakeMailgun mailgun = new FakeMailgun(7, 50);
    private final MessagesApi messages = new MessagesApi(mailgun.transport().client());

    private record Known(int number, SendOutcome last, int attempts) {}

    /** As the guide's outbox does it: what is unknown is proved, and sent again if it is proved not to have arrived. */
    private Mono<Known> settle(int number, int attempt) {
        SendId id = SendId.of("order-" + number);
        Message message = Message.of("ada@example.com")
                .to("r" + number + "@example.org")
                .text("x")
                .sendId(id);
        return messages.send("example.com", message)
                .map(sent -> SendOutcome.SENT)
                .onErrorResume(error -> SendOutcome.of(error) == SendOutcome.UNKNOWN
                        ? messages.prove("example.com", id, Instant.now(), AT_ONCE)
                                .map(proof -> proof.sent() ? SendOutcome.SENT : SendOutcome.NOT_SENT)
                        : Mono.just(SendOutcome.of(error)))
                .flatMap(outcome -> outcome == SendOutcome.SENT || attempt == 50
                        ? Mono.just(new Known(number, outcome, attempt))
                        : settle(number, attempt + 1));
    }

    @Test
    void endAsSentOnceAndKnown() {
        List<Known> known = requireNonNull(Flux.range(0, SENDS)
                .flatMap(number -> settle(number, 1), 8)
                .collectList()
                .block());

        Map<String, Integer> copies = new HashMap<>();
        mailgun.delivered.forEach(address -> copies.merge(address, 1, Integer::sum));
        System.out.printf(
                "%d sends, %d repeated after proof or refusal: %d in the mailbox, at most %d of one%n",
                SENDS,
                known.stream().filter(one -> one.attempts() > 1).count(),
                mailgun.delivered.size(),
                Collections.max(copies.values()));
        assertThat(known)
                .hasSize(SENDS)
                .allSatisfy(one -> assertThat(one.last()).isEqualTo(SendOutcome.SENT));
        assertThat(copies).hasSize(SENDS);
        assertThat(copies.values()).containsOnly(1);
    }

    @Test
    void areToldAsUnknownWhereNobodyProvesThem() {
        List<SendResult<Message>> results = requireNonNull(messages.sendAll(
                        "example.com",
                        SendJob.of(SendId.of("job")),
                        Flux.range(0, SENDS)
                                .map(i -> Message.of("ada@example.com")
                                        .to("r" + i + "@example.org")
                                        .text("x")))
                .collectList()
                .block());

        assertThat(results).hasSize(SENDS);
        assertThat(mailgun.delivered).doesNotHaveDuplicates();
        assertThat(results).allSatisfy(result -> {
            boolean there = mailgun.delivered.contains("r" + result.first() + "@example.org");
            assertThat(result.outcome())
                    .isIn(
                            there
                                    ? List.of(SendOutcome.SENT, SendOutcome.UNKNOWN)
                                    : List.of(SendOutcome.NOT_SENT, SendOutcome.UNKNOWN));
        });
    }
}
