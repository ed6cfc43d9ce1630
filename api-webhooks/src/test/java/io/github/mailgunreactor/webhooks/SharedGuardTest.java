package io.github.mailgunreactor.webhooks;

import static io.github.mailgunreactor.webhooks.Deliveries.JSON;
import static io.github.mailgunreactor.webhooks.Deliveries.delivered;
import static io.github.mailgunreactor.webhooks.Deliveries.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Two processes behind one address, each with a guard of its own on a store that they share: here a map. */
class SharedGuardTest {
    private final Map<String, ReplayGuard.Claim> store = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> handled = new ConcurrentHashMap<>();

    /** What a guard on a shared store has to do, in its fewest lines. */
    private static final class MapGuard implements ReplayGuard {
        private final Map<String, Claim> store;

        MapGuard(Map<String, Claim> store) {
            this.store = store;
        }

        @Override
        public Mono<Claim> claim(String token) {
            return Mono.fromSupplier(() -> {
                Claim before = store.putIfAbsent(token, Claim.IN_PROGRESS);
                return before == null ? Claim.GRANTED : before;
            });
        }

        @Override
        public Mono<Void> done(String token) {
            return Mono.fromRunnable(() -> store.put(token, Claim.DONE));
        }

        @Override
        public Mono<Void> forget(String token) {
            return Mono.fromRunnable(() -> store.remove(token));
        }
    }

    private WebhookReceiver process() {
        return WebhookReceiver.of(
                        verifier(),
                        delivery -> Mono.delay(Duration.ofMillis(1))
                                .doOnNext(waited -> handled.computeIfAbsent(
                                                delivery.token(), first -> new AtomicInteger())
                                        .incrementAndGet()))
                .guard(new MapGuard(store));
    }

    @Test
    void everyDeliveryIsHandledByOneOfTheTwo() {
        WebhookReceiver one = process();
        WebhookReceiver other = process();

        Flux.range(0, 500)
                .flatMap(i -> Flux.just(one, other)
                        .flatMap(process ->
                                process.receive(JSON, delivered("token-" + i)).subscribeOn(Schedulers.parallel())))
                .blockLast(Duration.ofSeconds(20));

        assertThat(handled).hasSize(500);
        assertThat(handled.values()).allSatisfy(times -> assertThat(times).hasValue(1));
    }

    @Test
    void whatOneHasHandledTheOtherKnows() {
        assertThat(process().receive(JSON, delivered()).block())
                .extracting(WebhookReply::outcome)
                .isEqualTo(WebhookReply.Outcome.HANDLED);

        assertThat(process().receive(JSON, delivered()).block())
                .extracting(WebhookReply::outcome)
                .isEqualTo(WebhookReply.Outcome.REPEATED);
    }
}
