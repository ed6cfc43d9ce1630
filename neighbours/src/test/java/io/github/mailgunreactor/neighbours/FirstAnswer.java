package io.github.mailgunreactor.neighbours;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.keys.KeyFilter;
import io.github.mailgunreactor.keys.KeysApi;
import java.time.Duration;
import java.time.Instant;

/** Says how long after the start of its process it had its first response. Run by {@code .ci/first-answer}. */
final class FirstAnswer {
    private FirstAnswer() {}

    /** Given a key and a URL. */
    public static void main(String[] args) {
        try (MailgunClient mailgun = MailgunClient.builder(args[0])
                .region(Region.at(args[1]))
                .timeout(Duration.ofSeconds(20))
                .build()) {
            new KeysApi(mailgun).list(KeyFilter.all()).count().block();
            Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
            System.out.println(Duration.between(start, Instant.now()).toMillis() + " ms");
        }
    }
}
