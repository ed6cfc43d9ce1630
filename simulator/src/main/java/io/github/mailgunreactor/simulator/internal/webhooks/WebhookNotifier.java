package io.github.mailgunreactor.simulator.internal.webhooks;

import io.github.mailgunreactor.simulator.internal.deliveries.Deliveries;
import io.github.mailgunreactor.simulator.internal.deliveries.Notification;
import io.github.mailgunreactor.simulator.internal.deliveries.NotificationBody;
import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.traffic.EventJson;
import io.github.mailgunreactor.simulator.internal.traffic.EventListener;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.MessageFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the registered webhooks of what happens: of the domain, of its account, and of that one's parent, each URL once. */
public final class WebhookNotifier implements EventListener {

    @Override
    public void happened(SimulatorState state, Account account, String region, MessageEvent event) {
        String type = WebhookTypes.of(event);
        Set<String> urls = urls(state, account, region, event.message().domain(), type);
        if (urls.isEmpty()) {
            return;
        }
        Deliveries deliveries = Deliveries.of(state);
        NotificationBody body = NotificationBody.event(json(event, account, deliveries.baseUrl(region)));
        for (String url : urls) {
            deliveries.post(new Notification(Notification.Kind.WEBHOOK, type, url, account, region, body));
        }
    }

    /** Posts a sample of an event. */
    void test(SimulatedRequest request, String domain, String type, String url) {
        SimulatorState state = request.state();
        MessageEvent sample = new MessageEvent(
                state.randomHex(22),
                state.now(),
                type.endsWith("_fail") ? "failed" : type,
                MessageFacts.of(domain, state.randomHex(16) + "@" + domain, "alice@example.com"),
                new MessageEvent.Delivery(
                        1, 250, "OK", "", type.endsWith("_fail") ? type.replace("_fail", "") : null, null, null),
                MessageEvent.Visit.NONE,
                false);
        NotificationBody body = NotificationBody.event(json(sample, request.account(), request.baseUrl()));
        Deliveries.of(state)
                .post(new Notification(
                        Notification.Kind.WEBHOOK, type, url, request.account(), request.region(), body));
    }

    private static Set<String> urls(
            SimulatorState state, Account account, String region, String domainName, String type) {
        Set<String> urls = new LinkedHashSet<>();
        SendingDomain domain = DomainRegistry.of(state).find(account.id(), region, domainName);
        if (domain != null) {
            urls.addAll(DomainWebhooks.of(domain).of(type));
        }
        addUrls(account, region, type, urls);
        Account parent = account.parent() == null ? null : state.account(account.parent());
        if (parent != null) {
            addUrls(parent, region, type, urls);
        }
        return urls;
    }

    private static void addUrls(Account account, String region, String type, Set<String> urls) {
        for (AccountWebhook webhook : AccountWebhooks.of(account, region).all()) {
            if (webhook.types().contains(type)) {
                urls.add(webhook.url());
            }
        }
    }

    /** As the events API has it, and what only webhooks say. */
    static JsonObject json(MessageEvent event, Account account, String baseUrl) {
        JsonObject json = EventJson.event(event, baseUrl)
                .and("account", Map.of("id", account.id()))
                .and("domain", Map.of("name", event.message().domain()));
        if (event.message().variables().isEmpty()) {
            // As the live API writes an empty object, which readers have to bear.
            json.put("user-variables", List.of());
        }
        return json;
    }
}
