package io.github.mailgunreactor.simulator.internal.webhooks;

import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The URLs of a domain's webhooks, by type. */
final class DomainWebhooks {
    private final Map<String, List<String>> urls = new TreeMap<>();

    static DomainWebhooks of(SendingDomain domain) {
        return domain.store().get(DomainWebhooks.class, DomainWebhooks::new);
    }

    boolean has(String type) {
        return urls.containsKey(type);
    }

    List<String> of(String type) {
        return urls.getOrDefault(type, List.of());
    }

    void put(String type, List<String> newUrls) {
        urls.put(type, new ArrayList<>(newUrls));
    }

    void add(String type, String url) {
        urls.computeIfAbsent(type, first -> new ArrayList<>()).add(url);
    }

    List<String> remove(String type) {
        List<String> removed = urls.remove(type);
        return removed == null ? List.of() : removed;
    }

    /** Takes a URL from every type; a type without one is gone. */
    boolean removeUrl(String url) {
        boolean removed = false;
        for (List<String> ofType : urls.values()) {
            removed |= ofType.remove(url);
        }
        urls.values().removeIf(List::isEmpty);
        return removed;
    }

    Map<String, Object> described() {
        JsonObject described = new JsonObject();
        urls.forEach((type, ofType) -> described.put(type, WebhookTypes.urls(ofType)));
        return Map.of("webhooks", described);
    }
}
