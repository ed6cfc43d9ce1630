package io.github.mailgunreactor.simulator.internal.webhooks;

import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import java.util.List;
import java.util.Map;

/** What webhooks are called for, and what holds for their URLs at every level. */
final class WebhookTypes {
    static final int MOST_URLS = 3;

    private static final List<String> ALL = List.of(
            "accepted",
            "clicked",
            "opened",
            "unsubscribed",
            "delivered",
            "permanent_fail",
            "temporary_fail",
            "complained");

    private WebhookTypes() {}

    static boolean isKnown(String type) {
        return ALL.contains(type);
    }

    /** What the webhooks for an event are called; of failures it is the severity that counts. */
    static String of(MessageEvent event) {
        return event.hasType("failed") ? event.failed("permanent") ? "permanent_fail" : "temporary_fail" : event.type();
    }

    static boolean isUrl(String url) {
        return url.startsWith("http://") || url.startsWith("https://");
    }

    /** The values of a field that may be repeated, blank ones left out. */
    static List<String> values(Parameters form, String name) {
        return form.all(name).stream().filter(value -> !value.isBlank()).toList();
    }

    /** As the live API shows the URLs of each type. */
    static Map<String, Object> urls(List<String> urls) {
        return Map.of("urls", List.copyOf(urls));
    }
}
