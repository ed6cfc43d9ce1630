package io.github.mailgunreactor.resilience;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.keys.KeyRole;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.keys.NewKey;
import io.github.mailgunreactor.netty.NettyTransport;
import io.github.mailgunreactor.simulator.Simulator;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Calls a simulator without pause, with faults and with calls that are cancelled at random moments, in rounds; after each
 * the client must be back to rest, and from the first rounds to the last nothing may have grown.
 */
final class Soak {
    private static final int CONNECTIONS = 20;
    private static final int AT_A_TIME = 200;
    private static final Duration REST = Duration.ofSeconds(15);

    /** What a collection leaves varies by this much without anything being kept. */
    private static final long HEAP_NOISE = 8L * 1024 * 1024;

    /** Netty keeps arenas per thread, of which one more or less may be in use. */
    private static final long DIRECT_NOISE = 4L * 1024 * 1024;

    private final Duration length;
    private final int rounds;
    private final PrintStream out;
    private final PoolWatch pool = new PoolWatch();
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder cancelled = new LongAdder();

    Soak(Duration length, int rounds, PrintStream out) {
        this.length = length;
        this.rounds = rounds;
        this.out = out;
    }

    /** What grew, one line each; empty where nothing did. */
    List<String> run() {
        try (Simulator simulator = Simulator.builder().journalSize(100).start()) {
            simulator.keys().limit(10);
            simulator
                    .faults()
                    .onAny()
                    .delay(Duration.ofMillis(20))
                    .dropConnection()
                    .withProbability(0.01);
            simulator.faults().onAny().loseResponse().withProbability(0.01);
            simulator.faults().onAny().truncateBody().withProbability(0.01);
            simulator.faults().onAny().status(503).withProbability(0.01);
            simulator.faults().onAny().delay(Duration.ofMillis(50)).withProbability(0.05);
            NettyTransport transport = NettyTransport.builder()
                    .maxConnections(CONNECTIONS)
                    .poolMetrics(() -> pool)
                    .build();
            try {
                return rounds(new KeysApi(MailgunClient.builder(simulator.key())
                        .transport(transport)
                        .region(Region.at(simulator.baseUrl()))
                        .timeout(Duration.ofSeconds(10))
                        .retry(RetryPolicy.defaults().backoff(Duration.ofMillis(5), Duration.ofMillis(50)))
                        .build()));
            } finally {
                transport.close();
                transport.onClose().block(REST);
            }
        }
    }

    private List<String> rounds(KeysApi keys) {
        round(keys); // classes are loaded, pools filled and code compiled in the first
        List<Vitals> seen = new ArrayList<>();
        for (int i = 1; i <= rounds; i++) {
            round(keys);
            pool.awaitIdle(REST);
            Vitals vitals = Vitals.settled();
            seen.add(vitals);
            out.printf(
                    "round %d: %,d succeeded, %,d failed, %,d cancelled; heap %,d, direct %,d bytes; %d threads;"
                            + " %d connections, %d in use, %d calls waiting%n",
                    i,
                    succeeded.sum(),
                    failed.sum(),
                    cancelled.sum(),
                    vitals.heap(),
                    vitals.directMemory(),
                    vitals.threads(),
                    pool.open(),
                    pool.active(),
                    pool.pending());
        }
        return growth(seen);
    }

    private void round(KeysApi keys) {
        Flux.generate(sink -> sink.next(1))
                .take(length.dividedBy(rounds + 1))
                .flatMap(next -> call(keys), AT_A_TIME)
                .blockLast();
    }

    private Mono<?> call(KeysApi keys) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Mono<?> call = switch (random.nextInt(4)) {
            case 0 -> keys.create(NewKey.of(KeyRole.ADMIN).description("soak"));
            case 1 -> keys.delete("absent");
            default -> keys.list().collectList();
        };
        Mono<?> counted = call.doOnSuccess(answer -> succeeded.increment())
                .doOnError(MailgunException.class, error -> failed.increment())
                .doOnCancel(cancelled::increment)
                .onErrorComplete(MailgunException.class);
        return random.nextInt(5) == 0
                ? counted.takeUntilOther(Mono.delay(Duration.ofMillis(random.nextInt(30))))
                : counted;
    }

    /** The least of the last rounds must not be above the most of the first ones: then it has come back. */
    private List<String> growth(List<Vitals> seen) {
        int third = Math.max(1, seen.size() / 3);
        List<Vitals> first = seen.subList(0, third);
        List<Vitals> last = seen.subList(seen.size() - third, seen.size());
        List<String> grown = new ArrayList<>();
        check(grown, "heap", most(first, Vitals::heap), least(last, Vitals::heap), HEAP_NOISE);
        check(
                grown,
                "direct memory",
                most(first, Vitals::directMemory),
                least(last, Vitals::directMemory),
                DIRECT_NOISE);
        check(grown, "threads", most(first, Vitals::threads), least(last, Vitals::threads), 0);
        check(grown, "connections", CONNECTIONS, pool.open(), 0);
        check(grown, "connections in use", 0, pool.active(), 0);
        check(grown, "calls waiting", 0, pool.pending(), 0);
        if (succeeded.sum() == 0 || failed.sum() == 0 || cancelled.sum() == 0) {
            grown.add("nothing was tried: some calls must succeed, some fail, and some be cancelled");
        }
        return grown;
    }

    private static void check(List<String> grown, String what, long before, long after, long noise) {
        if (after > before + noise) {
            grown.add(String.format("%s grew from %,d to %,d", what, before, after));
        }
    }

    private static long most(List<Vitals> of, ToLongFunction<Vitals> what) {
        return of.stream().mapToLong(what).max().orElseThrow();
    }

    private static long least(List<Vitals> of, ToLongFunction<Vitals> what) {
        return of.stream().mapToLong(what).min().orElseThrow();
    }
}
