package io.github.mailgunreactor.simulator.internal.webhooks;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The webhooks of an account in a region. */
public final class AccountWebhooksOperations implements Operations {

    /** One webhook as it was last written. */
    private record Webhook(String id, String description, String url, List<String> types, Instant createdAt) {

        Map<String, Object> described() {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("webhook_id", id);
            described.put("description", description);
            described.put("url", url);
            described.put("event_types", types);
            described.put(
                    "created_at", createdAt.truncatedTo(ChronoUnit.SECONDS).toString());
            return described;
        }
    }

    /** All of an account, in the order in which they were made. */
    private static final class Webhooks {
        private final Map<String, Webhook> byId = new LinkedHashMap<>();
        private int made;

        static Webhooks of(SimulatedRequest request) {
            return request.regional(Webhooks.class, Webhooks::new);
        }

        String nextId() {
            return String.format("507f1f77bcf86cd7%08x", ++made);
        }

        Webhook require(String id) {
            Webhook webhook = byId.get(id);
            if (webhook == null) {
                throw described(404, "webhook_id not found: " + id);
            }
            return webhook;
        }
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v1/webhooks", this::list);
        routes.add(POST, "/v1/webhooks", this::create);
        routes.add(DELETE, "/v1/webhooks", this::deleteSome);
        routes.add(GET, "/v1/webhooks/{webhook_id}", this::get);
        routes.add(PUT, "/v1/webhooks/{webhook_id}", this::change);
        routes.add(DELETE, "/v1/webhooks/{webhook_id}", this::delete);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        List<String> wanted = ids(request.query().first("webhook_ids"));
        return SimulatedResponse.ok(Map.of(
                "webhooks",
                Webhooks.of(request).byId.values().stream()
                        .filter(webhook -> wanted.isEmpty() || wanted.contains(webhook.id))
                        .map(Webhook::described)
                        .toList()));
    }

    private SimulatedResponse create(SimulatedRequest request) {
        Webhooks webhooks = Webhooks.of(request);
        Webhook webhook = read(request, webhooks, webhooks.nextId(), request.now());
        webhooks.byId.put(webhook.id, webhook);
        return SimulatedResponse.ok(Map.of("webhook_id", webhook.id));
    }

    private SimulatedResponse get(SimulatedRequest request) {
        Webhook webhook = Webhooks.of(request).byId.get(request.path("webhook_id"));
        if (webhook == null) {
            throw described(404, "webhook not found");
        }
        return SimulatedResponse.ok(webhook.described());
    }

    private SimulatedResponse change(SimulatedRequest request) {
        Webhooks webhooks = Webhooks.of(request);
        Webhook before = webhooks.require(request.path("webhook_id"));
        webhooks.byId.put(before.id, read(request, webhooks, before.id, before.createdAt));
        return nothing();
    }

    private SimulatedResponse delete(SimulatedRequest request) {
        Webhooks webhooks = Webhooks.of(request);
        webhooks.byId.remove(webhooks.require(request.path("webhook_id")).id);
        return nothing();
    }

    /** Ids go before {@code all}, as the documentation has it. */
    private SimulatedResponse deleteSome(SimulatedRequest request) {
        Webhooks webhooks = Webhooks.of(request);
        List<String> wanted = ids(request.query().first("webhook_ids"));
        if (!wanted.isEmpty()) {
            wanted.forEach(webhooks::require);
            wanted.forEach(webhooks.byId::remove);
        } else if (!"true".equals(request.query().first("all"))) {
            throw new Refusal(400, "Invalid parameter: webhook_ids or all is required");
        } else if (webhooks.byId.isEmpty()) {
            throw described(404, "no webhooks found for account");
        } else {
            webhooks.byId.clear();
        }
        return nothing();
    }

    private static Webhook read(SimulatedRequest request, Webhooks webhooks, String id, Instant createdAt) {
        Parameters form = request.form();
        String url = Objects.requireNonNullElse(form.first("url"), "");
        if (!WebhookTypes.isUrl(url)) {
            throw invalid("url", "missing or invalid url parameter");
        }
        List<String> types = WebhookTypes.values(form, "event_types");
        if (types.isEmpty()) {
            throw invalid("event_types", "missing event_types parameter");
        }
        for (String type : types) {
            if (!WebhookTypes.isKnown(type)) {
                throw described(404, "event_type '" + type + "' is invalid");
            }
            if (types.indexOf(type) != types.lastIndexOf(type)) {
                throw invalid("event_types", "duplicate event types: '" + type + "'");
            }
            List<String> taken = webhooks.byId.values().stream()
                    .filter(other -> !other.id.equals(id) && other.types.contains(type))
                    .map(Webhook::url)
                    .toList();
            if (taken.contains(url)) {
                throw described(409, "url " + url + " already exists for event type " + type);
            }
            if (taken.size() >= WebhookTypes.MOST_URLS) {
                throw described(409, "unable to add more than 3 urls for event type " + type);
            }
        }
        return new Webhook(id, Objects.requireNonNullElse(form.first("description"), ""), url, types, createdAt);
    }

    private static List<String> ids(@Nullable String commaList) {
        if (commaList == null) {
            return List.of();
        }
        List<String> ids = List.of(commaList.split(",", -1));
        if (ids.stream().anyMatch(String::isBlank)) {
            throw new Refusal(
                    400, "Invalid parameter: webhook_ids malformed webhook_ids parameter: empty values not allowed");
        }
        return ids;
    }

    private static SimulatedResponse nothing() {
        return SimulatedResponse.text(204, "application/json", "");
    }

    private static Refusal invalid(String field, String value) {
        return new Refusal(SimulatedResponse.json(400, Map.of("Field", field, "Value", value)));
    }

    private static Refusal described(int status, String description) {
        return new Refusal(SimulatedResponse.json(status, Map.of("Description", description)));
    }
}
