package io.github.mailgunreactor.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class BatchingProperties {

    @Property(tries = 300)
    void everyItemIsInOneRequestInOrderAndNoRequestIsTooLarge(
            @ForAll @Size(max = 60) List<@IntRange(max = 12) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 7) int maxItems,
            @ForAll @IntRange(min = 1, max = 20) int maxBytes) {
        List<List<Integer>> requests = new ArrayList<>();

        Batching.defaults()
                .maxItems(maxItems)
                .maxBytes(maxBytes)
                .concurrency(1)
                .send(Flux.fromIterable(sizes), size -> size, batch -> {
                    requests.add(batch);
                    return Mono.just(batch.size());
                })
                .blockLast();

        assertThat(requests.stream().flatMap(List::stream).toList()).isEqualTo(sizes);
        for (List<Integer> request : requests) {
            assertThat(request).isNotEmpty().hasSizeLessThanOrEqualTo(maxItems);
            assertThat(request.size() == 1 || sum(request) <= maxBytes).isTrue();
        }
        for (int i = 1; i < requests.size(); i++) {
            List<Integer> before = requests.get(i - 1);
            assertThat(before.size() == maxItems
                            || sum(before) + requests.get(i).get(0) > maxBytes
                            || sum(before) >= maxBytes)
                    .as("the request before had room for the next item")
                    .isTrue();
        }
    }

    /** On real threads: source, timer and requests race. */
    @Property(tries = 60)
    void losesNothingWhereSourceTimerAndRequestsRace(
            @ForAll @IntRange(max = 400) int count,
            @ForAll @IntRange(min = 1, max = 9) int maxItems,
            @ForAll @IntRange(min = 1, max = 4) int concurrency,
            @ForAll @IntRange(max = 40) int failing) {
        AtomicInteger requests = new AtomicInteger();
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicLong ahead = new AtomicLong();
        AtomicLong mostAhead = new AtomicLong();
        List<Integer> told = new ArrayList<>();

        Batching.defaults()
                .maxItems(maxItems)
                .concurrency(concurrency)
                .flushAfter(Duration.ofMillis(1))
                .send(
                        Flux.range(0, count)
                                .publishOn(Schedulers.parallel(), 1)
                                .doOnNext(i -> mostAhead.accumulateAndGet(ahead.incrementAndGet(), Math::max)),
                        batch -> {
                            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                            boolean fails = requests.incrementAndGet() == failing;
                            return Mono.fromCallable(() -> {
                                        if (fails) {
                                            throw new IllegalStateException("unlucky");
                                        }
                                        return batch.size();
                                    })
                                    .subscribeOn(Schedulers.parallel())
                                    .doOnTerminate(underWay::decrementAndGet);
                        })
                .doOnNext(result -> {
                    told.addAll(result.items());
                    ahead.addAndGet(-result.items().size());
                })
                .blockLast(Duration.ofSeconds(20));

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, count).boxed().toList());
        assertThat(most.get()).isLessThanOrEqualTo(concurrency);
        assertThat(mostAhead.get()).isLessThanOrEqualTo((long) maxItems * (2L * concurrency + 2));
    }

    private static int sum(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }
}
