package io.github.mailgunreactor.simulator.internal.webhooks;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.List;
import java.util.Map;

/** The webhooks of a domain, by type (v3) and by URL (v4): two ways to the same ones. */
public final class DomainWebhooksOperations implements Operations {

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v3/domains/{domain}/webhooks", this::list);
        routes.add(POST, "/v3/domains/{domain}/webhooks", this::create);
        routes.add(GET, "/v3/domains/{domain}/webhooks/{webhook_name}", this::get);
        routes.add(PUT, "/v3/domains/{domain}/webhooks/{webhook_name}", this::change);
        routes.add(DELETE, "/v3/domains/{domain}/webhooks/{webhook_name}", this::delete);
        routes.add(PUT, "/v3/domains/{domain}/webhooks/{webhook_name}/test", this::test);
        routes.add(POST, "/v4/domains/{domain}/webhooks", this::addUrl);
        routes.add(PUT, "/v4/domains/{domain}/webhooks", this::changeUrl);
        routes.add(DELETE, "/v4/domains/{domain}/webhooks", this::removeUrls);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        return SimulatedResponse.ok(webhooks(request).described());
    }

    private SimulatedResponse create(SimulatedRequest request) {
        DomainWebhooks webhooks = webhooks(request);
        String type = knownType(String.valueOf(request.form().first("id")));
        List<String> urls = checkedUrls(request);
        if (webhooks.has(type)) {
            throw refused("Webhook already exists");
        }
        webhooks.put(type, urls);
        return done("Webhook has been created", urls);
    }

    private SimulatedResponse get(SimulatedRequest request) {
        DomainWebhooks webhooks = webhooks(request);
        return SimulatedResponse.ok(Map.of("webhook", WebhookTypes.urls(webhooks.of(presentType(request, webhooks)))));
    }

    private SimulatedResponse change(SimulatedRequest request) {
        DomainWebhooks webhooks = webhooks(request);
        String type = presentType(request, webhooks);
        List<String> urls = checkedUrls(request);
        webhooks.put(type, urls);
        return done("Webhook has been updated", urls);
    }

    private SimulatedResponse delete(SimulatedRequest request) {
        DomainWebhooks webhooks = webhooks(request);
        return done("Webhook has been deleted", webhooks.remove(presentType(request, webhooks)));
    }

    private SimulatedResponse addUrl(SimulatedRequest request) {
        DomainWebhooks webhooks = webhooks(request);
        String url = checkedUrl(request);
        List<String> types = checkedTypes(request);
        for (String type : types) {
            if (webhooks.of(type).contains(url)) {
                throw refused("Webhook for event type '" + type + "' with URL '" + url + "' already exists");
            }
            if (webhooks.of(type).size() >= WebhookTypes.MOST_URLS) {
                throw refused("unable to add more than " + WebhookTypes.MOST_URLS + " urls for event type " + type);
            }
        }
        types.forEach(type -> webhooks.add(type, url));
        return SimulatedResponse.ok(webhooks.described());
    }

    private SimulatedResponse changeUrl(SimulatedRequest request) {
        DomainWebhooks webhooks = webhooks(request);
        String url = checkedUrl(request);
        List<String> types = checkedTypes(request);
        if (!webhooks.removeUrl(url)) {
            throw notFound();
        }
        types.forEach(type -> webhooks.add(type, url));
        return SimulatedResponse.ok(webhooks.described());
    }

    private SimulatedResponse removeUrls(SimulatedRequest request) {
        DomainWebhooks webhooks = webhooks(request);
        String urls = request.query().first("url");
        if (urls == null || urls.isBlank()) {
            throw refused("invalid parameters: url is required");
        }
        boolean removed = false;
        for (String url : urls.split(",", -1)) {
            removed |= webhooks.removeUrl(url.strip());
        }
        if (!removed) {
            throw notFound();
        }
        return SimulatedResponse.ok(webhooks.described());
    }

    /** Confirmed before it is posted: what the URL answers is in the log of deliveries. */
    private SimulatedResponse test(SimulatedRequest request) {
        String domain = DomainRegistry.named(request, "domain").name();
        String type = knownType(request.path("webhook_name"));
        String url = checkedUrl(request);
        new WebhookNotifier().test(request, domain, type, url);
        return SimulatedResponse.ok(JsonObject.of("code", 200).and("message", "Webhook test has been sent"));
    }

    private static DomainWebhooks webhooks(SimulatedRequest request) {
        return DomainWebhooks.of(DomainRegistry.named(request, "domain"));
    }

    private static String presentType(SimulatedRequest request, DomainWebhooks webhooks) {
        String type = knownType(request.path("webhook_name"));
        if (!webhooks.has(type)) {
            throw notFound();
        }
        return type;
    }

    private static String knownType(String type) {
        if (!WebhookTypes.isKnown(type)) {
            throw refused("Invalid webhook type: " + type);
        }
        return type;
    }

    private static List<String> checkedTypes(SimulatedRequest request) {
        List<String> types = WebhookTypes.values(request.form(), "event_types");
        if (types.isEmpty()) {
            throw refused("invalid parameters: event_types is required");
        }
        return types.stream()
                .map(DomainWebhooksOperations::knownType)
                .distinct()
                .toList();
    }

    private static String checkedUrl(SimulatedRequest request) {
        return checkedUrls(request).get(0);
    }

    private static List<String> checkedUrls(SimulatedRequest request) {
        List<String> urls = WebhookTypes.values(request.form(), "url");
        if (urls.isEmpty()) {
            throw refused("invalid parameters: url is required");
        }
        if (urls.size() > WebhookTypes.MOST_URLS) {
            throw refused("The limit of 3 URLs per webhook is exceeded");
        }
        for (String url : urls) {
            if (!WebhookTypes.isUrl(url)) {
                throw refused("invalid parameters: " + url + " is not a valid url: invalid URL scheme");
            }
        }
        return urls;
    }

    private static SimulatedResponse done(String message, List<String> urls) {
        return SimulatedResponse.ok(JsonObject.of("message", message).and("webhook", WebhookTypes.urls(urls)));
    }

    private static Refusal refused(String reason) {
        return new Refusal(SimulatedResponse.json(400, Map.of("Reason", reason)));
    }

    private static Refusal notFound() {
        return new Refusal(SimulatedResponse.json(404, Map.of("Description", "Webhook not found")));
    }
}
