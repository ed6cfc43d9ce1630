package io.github.mailgunreactor.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Four processes on one Redis and one account. Each build does little of it, as the guide tells; {@code -Dsoak=true} does much more:
 *
 * <pre>mvn -ntp verify -pl shared-redis -am -Dit.test=SeveralInstancesIT -Dsoak=true …</pre>
 */
class SeveralInstancesIT {
    private static final boolean SOAK = Boolean.getBoolean("soak");
    private static Instances instances;

    @BeforeAll
    static void start() throws IOException {
        instances = Instances.start(4);
    }

    @AfterAll
    static void stop() {
        instances.close();
    }

    /** What instances say about their calls. */
    private record Calls(int begun, int answered) {
        static Calls parse(String line) {
            int[] counts = Arrays.stream(line.split(" ", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return new Calls(counts[0], counts[1]);
        }
    }

    @Test
    void togetherCallAsOftenAsTheAccountMayAndNotMoreOften() throws Exception {
        int limit = SOAK ? 2500 : 250;
        Duration window = Duration.ofSeconds(SOAK ? 15 : 2);
        int windows = SOAK ? 4 : 2;
        try (RedisProcess redis = RedisProcess.start();
                MailgunStandIn mailgun = new MailgunStandIn(limit, window, 0)) {
            // A fifth more than the account may.
            long each = limit * 12 / 10 / window.toSeconds() / instances.count();
            instances.tellAll("call", redis.port(), mailgun.url(), each, window.toSeconds() * windows, 2000);
            List<Calls> calls = instances.answers().stream().map(Calls::parse).toList();

            List<Integer> used = mailgun.usedInWindows();
            List<Integer> whole = used.subList(0, used.size() - 1);
            Map<String, Integer> granted = mailgun.grantedInWholeWindows();
            System.out.printf(
                    "%d calls answered in windows of %d: %s, %s of the whole ones, %d refused: %s%n",
                    mailgun.answered(), limit, used, granted, mailgun.refused(), calls);
            assertThat(calls).allMatch(own -> own.answered == own.begun);
            assertThat(whole).hasSizeGreaterThanOrEqualTo(windows - 1);
            assertThat(whole.stream().mapToInt(Integer::intValue).sum() / (double) whole.size())
                    .isGreaterThanOrEqualTo((SOAK ? 0.95 : 0.5) * limit);
            assertThat((double) mailgun.refused()).isLessThanOrEqualTo((SOAK ? 0.001 : 0.05) * mailgun.answered());
            if (SOAK) {
                double share = granted.values().stream()
                        .mapToInt(Integer::intValue)
                        .average()
                        .orElseThrow();
                assertThat(granted.values())
                        .hasSize(instances.count())
                        .allSatisfy(own -> assertThat((double) own).isCloseTo(share, within(0.1 * share)));
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "soak", matches = "true")
    void loseNoCallWhileRedisIsAwayAndKeepToTheLimitAgainWhenItIsBack() throws Exception {
        int limit = 2500;
        Duration window = Duration.ofSeconds(15);
        try (RedisProcess redis = RedisProcess.start();
                MailgunStandIn mailgun = new MailgunStandIn(limit, window, 0)) {
            instances.tellAll("call", redis.port(), mailgun.url(), 50, 75, 500);
            Thread.sleep(20_000);
            int refusedBefore = mailgun.refused();
            redis.kill();
            // What Redis granted until then is answered.
            Thread.sleep(1_000);
            int answered = mailgun.answered();
            Thread.sleep(19_000);
            int answeredWithout = mailgun.answered() - answered;
            int refusedWithout = mailgun.refused() - refusedBefore;
            redis.startAgain();
            // A window to come back in.
            Thread.sleep(20_000);
            int refusedUntilBack = mailgun.refused();
            int answeredUntilBack = mailgun.answered();
            List<Calls> calls = instances.answers().stream().map(Calls::parse).toList();

            System.out.printf(
                    "20 s without Redis: %d calls answered, %d refused before, %d meanwhile, %d in the 20 s afterwards; %d answered and %d"
                            + " refused after that; used in windows: %s, %s%n",
                    answeredWithout,
                    refusedBefore,
                    refusedWithout,
                    refusedUntilBack - refusedWithout - refusedBefore,
                    mailgun.answered() - answeredUntilBack,
                    mailgun.refused() - refusedUntilBack,
                    mailgun.usedInWindows(),
                    calls);
            assertThat(calls).allMatch(own -> own.begun > 0 && own.answered == own.begun);
            assertThat(answeredWithout).isPositive();
            assertThat((double) mailgun.refused() - refusedUntilBack)
                    .isLessThanOrEqualTo(0.001 * (mailgun.answered() - answeredUntilBack));
        }
    }

    @Test
    void oneAfterTheOtherTailsEachEventAndNoneIsLeftOutWhereOneIsKilled() throws Exception {
        int events = SOAK ? 100_000 : 6_000;
        int kills = SOAK ? 12 : 2;
        try (RedisProcess redis = RedisProcess.start();
                MailgunStandIn mailgun = new MailgunStandIn(1, Duration.ofDays(1), events)) {
            StatefulRedisConnection<String, byte[]> counts = redis.connection();
            Object[] tail = {
                "tail", redis.port(), mailgun.url(), mailgun.firstEvent().minusSeconds(1), SOAK ? 1 : 0
            };
            instances.tellAll(tail);
            for (int kill = 1; kill <= kills; kill++) {
                if (SOAK) {
                    Thread.sleep(10_000);
                }
                awaitHandled(counts, SOAK ? 1 : events * kill / (kills + 1));
                assertThat(counts.sync().hlen(Instance.HANDLED)).isLessThan(events);
                int holder = number(counts.sync().get(Instance.LAST));
                instances.replace(holder);
                instances.tell(holder, tail);
            }
            awaitHandled(counts, events);
            instances.tellAll("stop");
            assertThat(instances.answers()).containsOnly("0");

            Map<String, byte[]> handled = counts.sync().hgetall(Instance.HANDLED);
            int again = handled.values().stream()
                            .mapToInt(SeveralInstancesIT::number)
                            .sum()
                    - handled.size();
            System.out.printf(
                    "%d events handled, %d of them again, the one that tailed killed %d times%n",
                    handled.size(), again, kills);
            assertThat(handled).hasSize(events);
            assertThat(again).isLessThanOrEqualTo(100 * kills);
        }
    }

    private static void awaitHandled(StatefulRedisConnection<String, byte[]> counts, int events) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (counts.sync().hlen(Instance.HANDLED) < events) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    @Test
    void eachDeliveryIsHandledOnceThoughItIsSentTwiceToAnyOfThem() throws Exception {
        int deliveries = SOAK ? 100_000 : 3_000;
        try (RedisProcess redis = RedisProcess.start()) {
            instances.tellAll("receive", redis.port(), deliveries, instances.count());
            int received =
                    instances.answers().stream().mapToInt(Integer::parseInt).sum();

            Map<String, byte[]> handled = redis.connection().sync().hgetall(Instance.HANDLED);
            long twice =
                    handled.values().stream().filter(times -> number(times) > 1).count();
            System.out.printf(
                    "%d deliveries of %d received by %d instances, %d handled twice%n",
                    received, handled.size(), instances.count(), twice);
            assertThat(received).isEqualTo(2 * deliveries);
            assertThat(handled).hasSize(deliveries);
            assertThat(twice).isZero();
        }
    }

    private static int number(byte[] text) {
        return Integer.parseInt(new String(text, StandardCharsets.UTF_8));
    }
}
