package io.github.mailgunreactor.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.analytics.logs.LogsQuery;
import io.github.mailgunreactor.analytics.logs.TailPosition;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class SharedTailIT {
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int EVENTS = 1000;

    private RedisProcess redis;
    private MailgunStandIn mailgun;
    private MailgunClient client;
    private final List<String> handled = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        redis = RedisProcess.start();
        mailgun = new MailgunStandIn(1, Duration.ofDays(1), EVENTS);
        client = MailgunClient.builder("key").region(Region.at(mailgun.url())).build();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        mailgun.close();
        redis.close();
    }

    @Test
    void goesOnWhereAnotherInstanceStopped() {
        instance().handle(tailed -> handle(tailed.event().id())).take(500).blockLast(LONG);
        int before = handled.size();

        instance()
                .handle(tailed -> handle(tailed.event().id()))
                .take(EVENTS - 500)
                .blockLast(LONG);

        assertThat(before).isBetween(500, 500 + 3 * 50);
        assertThat(handled).containsAll(ids());
        assertThat(handled.size() - EVENTS).isBetween(0, 3 * 50);
    }

    @Test
    void keepsThePositionWhileTheHandlerTakesItsTime() {
        RedisCommands<String, byte[]> commands = redis.connection().sync();
        Disposable tail = instance()
                .handle(tailed -> handle(tailed.event().id()).then(Mono.delay(Duration.ofMillis(1))))
                .subscribe();
        until(() -> handled.size() > EVENTS / 2);
        long kept = lines(commands.get("mailgun:tail:{deliveries}:position"));
        int then = handled.size();
        tail.dispose();

        assertThat(then - kept).isBetween(0L, 3L * 50);
    }

    private static long lines(byte[] position) {
        return new String(position, StandardCharsets.US_ASCII).lines().count() - 1;
    }

    @Test
    void runsOnceThoughItLostItsLeaseAndTookItAgain() {
        RedisCommands<String, byte[]> commands = redis.connection().sync();
        Disposable tail = instance()
                .handle(tailed -> handle(tailed.event().id()).then(Mono.delay(Duration.ofMillis(2))))
                .subscribe();
        for (int loss = 0; loss < 3; loss++) {
            int before = handled.size();
            until(() -> handled.size() > before + 10);
            commands.del("mailgun:tail:{deliveries}:lease");
        }
        until(() -> handled.containsAll(ids()));
        tail.dispose();

        assertThat(handled.size() - EVENTS).isLessThanOrEqualTo(3 * 3 * 50);
    }

    @Test
    void letsOneInstanceTailAtATime() {
        List<String> first = new CopyOnWriteArrayList<>();
        List<String> second = new CopyOnWriteArrayList<>();
        Disposable one =
                instance().handle(tailed -> note(first, tailed.event().id())).subscribe();
        Disposable other =
                instance().handle(tailed -> note(second, tailed.event().id())).subscribe();

        until(() -> first.size() + second.size() >= EVENTS);
        one.dispose();
        other.dispose();

        assertThat(Math.min(first.size(), second.size())).isZero();
        assertThat(first.size() + second.size()).isEqualTo(EVENTS);
    }

    @Test
    void startsWhereTheFirstInstanceWouldHaveThoughThatOneHandledNothing() {
        TailPosition later = TailPosition.at(mailgun.firstEvent().plusSeconds(3600));
        instance()
                .handle(tailed -> Mono.never())
                .take(1)
                .timeout(LEASE)
                .onErrorComplete()
                .blockLast(LONG);

        tail(redis.instance(), later)
                .handle(tailed -> handle(tailed.event().id()))
                .take(EVENTS)
                .blockLast(LONG);

        assertThat(handled).containsExactlyElementsOf(ids());
    }

    @Test
    void endsWithTheErrorOfTheHandlerAndLetsAnotherInstanceGoOnAtOnce() {
        IllegalStateException broken = new IllegalStateException("broken");
        Throwable seen = instance()
                .handle(tailed -> Mono.error(broken))
                .then(Mono.<Throwable>empty())
                .onErrorResume(Mono::just)
                .block(LONG);

        long start = System.nanoTime();
        instance().handle(tailed -> handle(tailed.event().id())).blockFirst(LONG);

        assertThat(seen).isSameAs(broken);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        assertThat(handled).contains("event-0");
    }

    @Test
    void stopsWhileRedisIsAwayAndGoesOnWhenItIsBack() throws Exception {
        List<String> ids = new CopyOnWriteArrayList<>();
        Disposable tail = instance()
                .handle(tailed -> note(ids, tailed.event().id()).then(Mono.delay(Duration.ofMillis(5))))
                .subscribe();
        until(() -> ids.size() > 100);

        redis.kill();
        Thread.sleep(LEASE.toMillis() + 1000);
        int stopped = ids.size();
        Thread.sleep(500);
        assertThat(ids).hasSize(stopped);

        redis.startAgain();
        until(() -> ids.containsAll(ids()));
        tail.dispose();
    }

    @Test
    void keepsThePositionOnlyWhileTheLeaseIsItsOwn() {
        RedisCommands<String, byte[]> commands = redis.connection().sync();
        List<String> ids = new CopyOnWriteArrayList<>();
        Disposable tail = instance()
                .handle(tailed -> note(ids, tailed.event().id()).then(Mono.delay(Duration.ofMillis(5))))
                .subscribe();
        until(() -> ids.size() > 100);

        commands.set("mailgun:tail:{deliveries}:lease", "another".getBytes(StandardCharsets.UTF_8));
        byte[] position = commands.get("mailgun:tail:{deliveries}:position");
        until(() -> stands(ids));

        assertThat(commands.get("mailgun:tail:{deliveries}:position")).isEqualTo(position);
        tail.dispose();
    }

    private static boolean stands(List<String> ids) {
        int before = ids.size();
        sleep(300);
        return ids.size() == before;
    }

    private SharedTail instance() {
        return tail(redis.instance(), TailPosition.at(mailgun.firstEvent().minusSeconds(1)));
    }

    private SharedTail tail(SharedRedis shared, TailPosition start) {
        return shared.timeout(Duration.ofSeconds(1))
                .tail("deliveries", new LogsApi(client).tail(LogsQuery.all()).interval(Duration.ofMillis(50)), start)
                .lease(LEASE)
                .checkpointEvery(50);
    }

    private Mono<Void> handle(String id) {
        return note(handled, id);
    }

    private static Mono<Void> note(List<String> list, String id) {
        return Mono.fromRunnable(() -> list.add(id));
    }

    private static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            ids.add("event-" + i);
        }
        return Collections.unmodifiableList(ids);
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            sleep(20);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
