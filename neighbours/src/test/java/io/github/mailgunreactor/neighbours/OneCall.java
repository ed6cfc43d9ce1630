package io.github.mailgunreactor.neighbours;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.keys.KeyFilter;
import io.github.mailgunreactor.keys.KeysApi;
import java.time.Duration;
import javax.net.ssl.SSLException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The program that runs on each class path: it lists the keys of a simulator, and says how many there are. Then it does what an
 * application does beside us: a call of Reactor Netty's own client over TLS.
 */
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
        System.out.println(speaksTls(args[1].replace("http:", "https:")) ? "another client speaks TLS" : "no TLS");
    }

    /** Whether it gets as far as the simulator, which is no TLS server. A class that is missing ends the program. */
    private static boolean speaksTls(String url) {
        return Boolean.TRUE.equals(HttpClient.create()
                .get()
                .uri(url)
                .response()
                .map(response -> false)
                .onErrorResume(SSLException.class, plain -> Mono.just(true))
                .block(Duration.ofSeconds(20)));
    }
}
