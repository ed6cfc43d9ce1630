package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends to many in a JVM with a heap of 64 MB ({@link MassMailer}) that is killed again and again, to a server that fails
 * 3 requests of 100. In each build it is enough to show that it works; {@code -Dsoak=true} makes it a million recipients and five
 * kills:
 *
 * <pre>mvn -ntp verify -pl contract -am -Dit.test=MassMailingIT -Dsoak=true ...</pre>
 */
class MassMailingIT {
    private static final boolean SOAK = Boolean.getBoolean("soak");
    private static final int RECIPIENTS = SOAK ? 1_000_000 : 30_000;
    private static final int KILLS = SOAK ? 5 : 2;

    @Test
    void sendsToEachRecipientOnceThoughItIsKilledAndItsResponsesAreLost(@TempDir Path folder) throws Exception {
        long start = System.nanoTime();
        try (MailReceiver mailgun = new MailReceiver(RECIPIENTS, SOAK ? 3 : 10)) {
            Path checkpoint = folder.resolve("checkpoint");
            for (int kill = 1; kill <= KILLS; kill++) {
                Process process = start(mailgun, checkpoint);
                while (mailgun.delivered.get() < (long) RECIPIENTS * kill / (KILLS + 1) && process.isAlive()) {
                    Thread.sleep(1);
                }
                assertThat(process.isAlive()).isTrue();
                process.destroyForcibly().waitFor();
            }
            Process last = start(mailgun, checkpoint);
            String report = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(last.waitFor(10, TimeUnit.MINUTES)).isTrue();
            assertThat(last.exitValue()).isZero();

            System.out.printf(
                    "sent to %d recipients with %d requests, %d of them failing, killed %d times: %.1f s, %s%n",
                    RECIPIENTS,
                    mailgun.requests.get(),
                    mailgun.faults.get(),
                    KILLS,
                    (System.nanoTime() - start) / 1e9,
                    report);
            assertThat(mailgun.withCopies(1)).isEqualTo(RECIPIENTS);
            assertThat(mailgun.delivered.get()).isEqualTo(RECIPIENTS);
            assertThat(mailgun.faults.get()).isPositive();
        }
    }

    private static Process start(MailReceiver mailgun, Path checkpoint) throws IOException {
        String classPath =
                System.getProperty("surefire.test.class.path", requireNonNull(System.getProperty("java.class.path")));
        return new ProcessBuilder(
                        Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                                .toString(),
                        "-Xmx64m",
                        "-cp",
                        classPath,
                        MassMailer.class.getName(),
                        mailgun.baseUrl(),
                        checkpoint.toString(),
                        String.valueOf(RECIPIENTS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
