package io.github.mailgunreactor.suppressions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.batch.BatchResult;
import io.github.mailgunreactor.core.batch.Batching;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class BatchesProperties {

    @Property(tries = 100)
    void everyEntryIsInTheResultOfOneRequestWhateverFailsAndHoweverSlowlyItIsTaken(
            @ForAll @IntRange(max = 6500) int count,
            @ForAll @IntRange(min = 1, max = 5) int concurrency,
            @ForAll Set<@IntRange(max = 6) Integer> failing,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 3) Integer> demands) {
        AtomicInteger number = new AtomicInteger();
        FakeTransport transport = FakeTransport.answering(request -> Mono.just(
                failing.contains(number.getAndIncrement())
                        ? FakeResponse.json(500, "{\"message\": \"try later\"}")
                        : FakeResponse.json("{\"message\": \"added\"}")));
        Drip results = new Drip(demands);

        new ComplaintsApi(transport.client())
                .addAll(
                        "example.com",
                        Flux.range(0, count).map(i -> NewComplaint.of(address(i))),
                        Batching.defaults().concurrency(concurrency))
                .subscribe(results);

        int requests = (count + 999) / 1000;
        assertThat(results.completed).isTrue();
        assertThat(transport.sent()).hasSize(requests);
        assertThat(results.received).hasSize(requests);
        assertThat(results.received.stream().filter(BatchResult::failed).count())
                .isEqualTo(failing.stream().filter(index -> index < requests).count());
        assertThat(results.received.stream()
                        .flatMap(result -> result.items().stream())
                        .map(NewComplaint::address))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, count)
                        .mapToObj(BatchesProperties::address)
                        .toList());
    }

    private static String address(int i) {
        return "user" + i + "@example.com";
    }

    /** Asks for more only when it has what it asked for. */
    private static final class Drip extends BaseSubscriber<BatchResult<NewComplaint, Confirmation>> {
        private final List<BatchResult<NewComplaint, Confirmation>> received = new ArrayList<>();
        private final List<Integer> demands;
        private int turn;
        private int outstanding;
        private boolean completed;

        Drip(List<Integer> demands) {
            this.demands = demands;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            ask();
        }

        @Override
        protected void hookOnNext(BatchResult<NewComplaint, Confirmation> result) {
            received.add(result);
            assertThat(--outstanding).isNotNegative();
            if (outstanding == 0) {
                ask();
            }
        }

        @Override
        protected void hookOnComplete() {
            completed = true;
        }

        private void ask() {
            outstanding = demands.get(turn++ % demands.size());
            request(outstanding);
        }
    }
}
