package io.github.mailgunreactor.neighbours;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.keys.KeyFilter;
import io.github.mailgunreactor.keys.KeysApi;
import java.time.Duration;

/** The program that runs on each class path: it lists the keys of a simulator, and says how many there are. */
final class OneCall {
    private OneCall() {}

    /** Given a key and a URL. */
    public static void main(String[] args) {
        try (MailgunClient mailgun = MailgunClient.builder(args[0])
                .region(Region.at(args[1]))
                .timeout(Duration.ofSeconds(20))
                .build()) {
            Long count = new KeysApi(mailgun).list(KeyFilter.all()).count().block();
            System.out.println("keys: " + count);
        }
    }
}
