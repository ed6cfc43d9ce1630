package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.MailgunClient;
import java.util.Map;
import java.util.Set;

/**
 * The clients that {@code mailgun.clients.*} names, beside the bean of type {@link MailgunClient}: for other accounts, regions or
 * subaccounts. They share its transport, interceptors and customizers.
 *
 * <pre>{@code new BouncesApi(clients.get("eu"))}</pre>
 */
public final class MailgunClients {
    private final Map<String, MailgunClient> clients;

    MailgunClients(Map<String, MailgunClient> clients) {
        this.clients = Map.copyOf(clients);
    }

    /**
     * The client of a name.
     *
     * @throws IllegalArgumentException if no property names it
     */
    public MailgunClient get(String name) {
        MailgunClient client = clients.get(name);
        if (client == null) {
            throw new IllegalArgumentException(
                    "name must be one of mailgun.clients, which are " + names() + ", but is \"" + name + "\"");
        }
        return client;
    }

    /** All names. */
    public Set<String> names() {
        return clients.keySet();
    }
}
