package io.github.mailgunreactor.resilience;

import static io.github.mailgunreactor.core.Method.POST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.keys.CreatedKey;
import io.github.mailgunreactor.keys.KeyRole;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.keys.NewKey;
import io.github.mailgunreactor.netty.NettyTransport;
import io.github.mailgunreactor.simulator.RecordedRequest;
import io.github.mailgunreactor.simulator.SimulatedFault;
import io.github.mailgunreactor.simulator.Simulator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** 10,000 calls at once on 50 connections, of which 2 % meet a fault and 1 % status 429; half of them must not be repeated. */
class LoadIT {
    private static final int CALLS = 10_000;
    private static final int CONNECTIONS = 50;
    private static final String CREATE = "POST /v1/keys";

    @Test
    void everyCallEndsAsExpectedAndNothingIsDoneTwice() {
        try (Simulator simulator = Simulator.builder().journalSize(4 * CALLS).start()) {
            simulator.keys().limit(2 * CALLS);
            PoolWatch pool = new PoolWatch();
            NettyTransport transport = NettyTransport.builder()
                    .maxConnections(CONNECTIONS)
                    .maxPendingAcquires(CALLS)
                    .acquireTimeout(Duration.ofMinutes(2))
                    .poolMetrics(() -> pool)
                    .build();
            MailgunClient client = MailgunClient.builder(simulator.key())
                    .transport(transport)
                    .region(Region.at(simulator.baseUrl()))
                    .timeout(Duration.ofMinutes(2))
                    .retry(RetryPolicy.defaults().maxAttempts(5).backoff(Duration.ofMillis(20), Duration.ofSeconds(1)))
                    .build();
            KeysApi keys = new KeysApi(client);
            startEveryThread(simulator, keys);
            List<SimulatedFault> faults = List.of(
                    simulator.faults().onAny().dropConnection().withProbability(0.005),
                    simulator.faults().onAny().loseResponse().withProbability(0.005),
                    simulator.faults().onAny().truncateBody().withProbability(0.005),
                    simulator.faults().onAny().status(503).withProbability(0.005),
                    simulator.faults().onAny().status(429).withProbability(0.01));
            Vitals before = Vitals.settled();

            Set<String> created = ConcurrentHashMap.newKeySet();
            List<String> endings = Flux.range(0, CALLS)
                    .flatMap(i -> i % 2 == 0 ? create(client, i, created) : ending(keys.delete("absent-" + i)), CALLS)
                    .collectList()
                    .block(Duration.ofMinutes(3));
            Vitals underLoad = Vitals.now();
            pool.awaitIdle(Duration.ofSeconds(10));

            Map<String, Long> counted = count(Objects.requireNonNull(endings));
            int open = pool.open();
            transport.close();
            transport.onClose().block(Duration.ofSeconds(10));
            Vitals after = Vitals.settled();

            report(counted, faults, open, before, underLoad, after);
            assertThat(endings).hasSize(CALLS);
            assertThat(counted.keySet())
                    .as("what the retries cannot heal: a creation whose response is lost, and five failures in a row")
                    .isSubsetOf("created", "404", "CONNECTION_LOST, sent", "503", "429");
            assertThat(faults).allMatch(fault -> fault.hits() > 10);
            assertNothingTwice(simulator, created);
            assertThat(open).as("connections").isLessThanOrEqualTo(CONNECTIONS);
            assertThat(underLoad.threadsStarted())
                    .as("threads started, the load's included")
                    .isEqualTo(before.threadsStarted());
            assertThat(after.directMemory())
                    .as("direct memory")
                    .isLessThanOrEqualTo(before.directMemory() + 4L * 1024 * 1024);
        }
    }

    /** Connections are given to event loops by turns, and delays to timers: with enough at once, each has its thread. */
    private static void startEveryThread(Simulator simulator, KeysApi keys) {
        simulator.faults().onAny().delay(Duration.ofMillis(300));
        Flux.range(0, CONNECTIONS).flatMap(i -> keys.list(), CONNECTIONS).blockLast();
        simulator.faults().clear();
        Flux.range(0, Schedulers.DEFAULT_POOL_SIZE)
                .flatMap(i -> Mono.delay(Duration.ofMillis(1)), Schedulers.DEFAULT_POOL_SIZE)
                .blockLast();
    }

    /** Says in the query which call it is: the journal has that of every request, even of one that is dropped unread. */
    private static Mono<String> create(MailgunClient client, int call, Set<String> created) {
        return ending(client.send(POST.path("/v1/keys")
                        .query("call", call)
                        .multipart(NewKey.of(KeyRole.ADMIN))
                        .asJson(CreatedKey.class))
                .doOnNext(answer -> created.add(String.valueOf(call)))
                .thenReturn("created"));
    }

    private static Mono<String> ending(Mono<?> call) {
        return call.map(Object::toString).onErrorResume(error -> {
            if (error instanceof ErrorStatusException answered) {
                return Mono.just(answered.errorType());
            }
            return error instanceof NoResponseException noResponse
                    ? Mono.just(noResponse.reason() + (noResponse.requestSent() ? ", sent" : ""))
                    : Mono.just(error.toString());
        });
    }

    /** The journal has what reached the simulator: no creation twice, unless the first was refused with 429. */
    private static void assertNothingTwice(Simulator simulator, Set<String> created) {
        Map<String, Integer> arrived = new HashMap<>();
        for (RecordedRequest request : simulator.journal().of(CREATE)) {
            if (request.status() != 429) {
                arrived.merge(Objects.requireNonNull(request.query("call")), 1, Integer::sum);
            }
        }
        assertThat(simulator.journal().count())
                .as("the journal kept everything")
                .isEqualTo(simulator.journal().all().size());
        assertThat(arrived.values()).as("arrivals of each creation").containsOnly(1);
        assertThat(arrived.keySet()).containsAll(created);
    }

    private static Map<String, Long> count(List<String> endings) {
        Map<String, Long> counted = new HashMap<>();
        endings.forEach(ending -> counted.merge(ending, 1L, Long::sum));
        return counted;
    }

    private static void report(
            Map<String, Long> endings,
            List<SimulatedFault> faults,
            int open,
            Vitals before,
            Vitals underLoad,
            Vitals after) {
        System.out.printf(
                "load: %d calls, endings %s, faults met %s, %d connections; before, under load and after: threads"
                        + " %d, %d, %d, direct memory %,d, %,d, %,d bytes%n",
                CALLS,
                endings,
                faults.stream().map(SimulatedFault::hits).toList(),
                open,
                before.threads(),
                underLoad.threads(),
                after.threads(),
                before.directMemory(),
                underLoad.directMemory(),
                after.directMemory());
    }
}
