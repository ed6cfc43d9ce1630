package io.github.mailgunreactor.redis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Four processes on one Redis and one account. Each build does little of it, as the guide tells; {@code -Dsoak=true} does much more:
 *
 * <pre>mvn -ntp verify -pl shared-redis -am -Dit.test=SeveralInstancesIT -Dsoak=true …</pre>
 */
class SeveralInstancesIT {
    private static final boolean SOAK = Boolean.getBoolean("soak");
    private static final int INSTANCES = 4;

    @Test
    void togetherCallAsOftenAsTheAccountMayAndNotMoreOften() throws Exception {
        int limit = SOAK ? 2500 : 400;
        Duration window = Duration.ofSeconds(SOAK ? 15 : 3);
        int windows = SOAK ? 4 : 2;
        try (RedisProcess redis = RedisProcess.start();
                MailgunStandIn mailgun = new MailgunStandIn(limit, window, 0)) {
            String seconds = String.valueOf(window.toSeconds() * windows);
            List<Process> processes = start(redis, "call", mailgun.url(), seconds);
            int[] answered = new int[INSTANCES];
            int failed = 0;
            for (int i = 0; i < INSTANCES; i++) {
                int[] counts = Arrays.stream(output(processes.get(i)).split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                answered[i] = counts[0];
                failed += counts[2];
            }

            System.out.printf(
                    "%d calls answered by instance %s, %d refused, %d failed, in %d windows of %d%n",
                    mailgun.answered(), Arrays.toString(answered), mailgun.refused(), failed, mailgun.windows(), limit);
            assertThat(failed).isZero();
            // Of the last window only a part may have been there.
            assertThat((double) mailgun.answered())
                    .isGreaterThan((SOAK ? 0.95 : 0.5) * limit * (mailgun.windows() - 1));
            assertThat(mailgun.windows()).isGreaterThanOrEqualTo(windows);
            assertThat((double) mailgun.refused()).isLessThanOrEqualTo((SOAK ? 0.001 : 0.05) * mailgun.answered());
            if (SOAK) {
                double share = (double) Arrays.stream(answered).sum() / INSTANCES;
                for (int own : answered) {
                    assertThat((double) own).isCloseTo(share, within(0.1 * share));
                }
            }
        }
    }

    @Test
    void oneAfterTheOtherTailsEachEventAndNoneIsLeftOutWhereOneIsKilled() throws Exception {
        int events = SOAK ? 100_000 : 10_000;
        int kills = SOAK ? 12 : 3;
        try (RedisProcess redis = RedisProcess.start();
                MailgunStandIn mailgun = new MailgunStandIn(1, Duration.ofDays(1), events)) {
            StatefulRedisConnection<String, byte[]> counts = redis.connection();
            String start = mailgun.firstEvent().minusSeconds(1).toString();
            List<Process> processes = start(redis, "tail", mailgun.url(), start);
            for (int kill = 0; kill < kills; kill++) {
                Thread.sleep(SOAK ? 10_000 : 2_000);
                // The first is the one that holds the lease more often than not; which one does not matter.
                Process killed = processes.remove(0);
                killed.destroyForcibly().waitFor();
                processes.add(start(redis, List.of("tail", mailgun.url(), start)));
            }
            long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
            while (counts.sync().hlen(Instance.HANDLED) < events && System.nanoTime() < deadline) {
                Thread.sleep(100);
            }
            processes.forEach(Process::destroyForcibly);

            Map<String, byte[]> handled = counts.sync().hgetall(Instance.HANDLED);
            long again = handled.values().stream()
                            .mapToLong(SeveralInstancesIT::number)
                            .sum()
                    - handled.size();
            System.out.printf(
                    "%d events handled, %d of them again, %d instances killed%n", handled.size(), again, kills);
            assertThat(handled).hasSize(events);
            assertThat(again).isLessThanOrEqualTo(200L * kills);
        }
    }

    @Test
    void eachDeliveryIsHandledOnceThoughItIsSentTwiceToAnyOfThem() throws Exception {
        int deliveries = SOAK ? 100_000 : 5_000;
        try (RedisProcess redis = RedisProcess.start()) {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                processes.add(start(
                        redis,
                        List.of("receive", String.valueOf(deliveries), String.valueOf(INSTANCES), String.valueOf(i))));
            }
            for (Process process : processes) {
                assertThat(process.waitFor()).isZero();
            }

            Map<String, byte[]> handled = redis.connection().sync().hgetall(Instance.HANDLED);
            System.out.printf("%d deliveries sent twice to %d instances%n", deliveries, INSTANCES);
            assertThat(handled).hasSize(deliveries);
            assertThat(handled.values()).allMatch(times -> number(times) == 1);
        }
    }

    private static long number(byte[] text) {
        return Long.parseLong(new String(text, StandardCharsets.UTF_8));
    }

    private static List<Process> start(RedisProcess redis, String... arguments) throws IOException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            processes.add(start(redis, List.of(arguments)));
        }
        return processes;
    }

    private static Process start(RedisProcess redis, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                        .toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("surefire.test.class.path", requireNonNull(System.getProperty("java.class.path"))),
                Instance.class.getName(),
                arguments.get(0),
                String.valueOf(redis.port())));
        command.addAll(arguments.subList(1, arguments.size()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String output(Process process) throws Exception {
        String[] lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split("\n", -1);
        assertThat(process.waitFor()).isZero();
        return lines[lines.length - 1];
    }
}
