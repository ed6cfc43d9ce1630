package io.github.mailgunreactor.simulator.internal.webhooks;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The webhooks of an account in a region. */
public final class AccountWebhooksOperations implements Operations {

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
        return SimulatedResponse.ok(JsonObject.of(
                "webhooks",
                AccountWebhooks.of(request).all().stream()
                        .filter(webhook -> wanted.isEmpty() || wanted.contains(webhook.id()))
                        .map(AccountWebhook::described)
                        .toList()));
    }

    private SimulatedResponse create(SimulatedRequest request) {
        AccountWebhooks webhooks = AccountWebhooks.of(request);
        AccountWebhook webhook = read(request, webhooks, webhooks.nextId(), request.now());
        webhooks.put(webhook);
        return SimulatedResponse.ok(Map.of("webhook_id", webhook.id()));
    }

    private SimulatedResponse get(SimulatedRequest request) {
        AccountWebhook webhook = AccountWebhooks.of(request).find(request.path("webhook_id"));
        if (webhook == null) {
            throw described(404, "webhook not found");
        }
        return SimulatedResponse.ok(webhook.described());
    }

    private SimulatedResponse change(SimulatedRequest request) {
        AccountWebhooks webhooks = AccountWebhooks.of(request);
        AccountWebhook before = require(webhooks, request.path("webhook_id"));
        webhooks.put(read(request, webhooks, before.id(), before.createdAt()));
        return nothing();
    }

    private SimulatedResponse delete(SimulatedRequest request) {
        AccountWebhooks webhooks = AccountWebhooks.of(request);
        webhooks.remove(require(webhooks, request.path("webhook_id")).id());
        return nothing();
    }

    /** Ids go before {@code all}, as the documentation has it. */
    private SimulatedResponse deleteSome(SimulatedRequest request) {
        AccountWebhooks webhooks = AccountWebhooks.of(request);
        List<String> wanted = ids(request.query().first("webhook_ids"));
        if (!wanted.isEmpty()) {
            wanted.forEach(id -> require(webhooks, id));
            wanted.forEach(webhooks::remove);
        } else if (!"true".equals(request.query().first("all"))) {
            throw new Refusal(400, "Invalid parameter: webhook_ids or all is required");
        } else if (webhooks.all().isEmpty()) {
            throw described(404, "no webhooks found for account");
        } else {
            webhooks.clear();
        }
        return nothing();
    }

    private static AccountWebhook read(
            SimulatedRequest request, AccountWebhooks webhooks, String id, Instant createdAt) {
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
            List<String> taken = webhooks.all().stream()
                    .filter(other -> !other.id().equals(id) && other.types().contains(type))
                    .map(AccountWebhook::url)
                    .toList();
            if (taken.contains(url)) {
                throw described(409, "url " + url + " already exists for event type " + type);
            }
            if (taken.size() >= WebhookTypes.MOST_URLS) {
                throw described(409, "unable to add more than 3 urls for event type " + type);
            }
        }
        return new AccountWebhook(id, Objects.requireNonNullElse(form.first("description"), ""), url, types, createdAt);
    }

    private static AccountWebhook require(AccountWebhooks webhooks, String id) {
        AccountWebhook webhook = webhooks.find(id);
        if (webhook == null) {
            throw described(404, "webhook_id not found: " + id);
        }
        return webhook;
    }

    private static List<String> ids(@Nullable String commaList) {
        if (commaList == null) {
            return List.of();
        }
        List<String> ids = List.of(commaList.split(",", -1));
        Refusal.where(
                ids.stream().anyMatch(String::isBlank),
                400,
                "Invalid parameter: webhook_ids malformed webhook_ids parameter: empty values not allowed");
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
