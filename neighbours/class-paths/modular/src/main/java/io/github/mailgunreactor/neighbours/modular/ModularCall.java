package io.github.mailgunreactor.neighbours.modular;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.keys.KeyFilter;
import io.github.mailgunreactor.keys.KeysApi;
import java.time.Duration;
import java.util.List;

/** What {@code OneCall} does, in a named module, and a call of the program's own. */
public final class ModularCall {
    private ModularCall() {}

    /** Not public: Jackson makes it as its package is open. */
    record Keys(List<Key> items) {}

    record Key(String id) {}

    /** Given a key and a URL. */
    public static void main(String[] args) {
        try (MailgunClient mailgun = MailgunClient.builder(args[0])
                .region(Region.at(args[1]))
                .timeout(Duration.ofSeconds(20))
                .build()) {
            Long count = new KeysApi(mailgun).list(KeyFilter.all()).count().block();
            Keys keys = mailgun.send(GET.path("/v1/keys").asJson(Keys.class)).block();
            if (keys == null || keys.items().size() != count) {
                throw new IllegalStateException(keys + " are not " + count);
            }
            System.out.println("keys: " + count + " in " + ModularCall.class.getModule());
        }
    }
}
