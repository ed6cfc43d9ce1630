package io.github.mailgunreactor.simulator.internal.templates;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies a template to the account of the request, to its subaccounts, and to domains of theirs: as many as can be. */
final class TemplateCopying {
    private final SimulatedRequest request;
    private final StoredTemplate source;

    TemplateCopying(SimulatedRequest request, TemplateShelf shelf) {
        this.request = request;
        this.source = shelf.require(request.path("template_name"));
    }

    SimulatedResponse response() {
        List<?> wanted = list("requests");
        Refusal.where(wanted.isEmpty(), 400, "requests is required");
        List<String> named =
                list("source_versions").stream().map(String::valueOf).toList();
        named.forEach(source::require);
        List<String> tags = named.isEmpty() ? List.copyOf(source.versions().keySet()) : named;
        List<JsonObject> failed = new ArrayList<>();
        for (Object each : wanted) {
            JsonObject one = object(each);
            String error = copy(one, tags);
            if (error != null) {
                one.put("error", error);
                failed.add(one);
            }
        }
        JsonObject response =
                JsonObject.of("message", "template has been copied").and("failed_copies", failed);
        if (!failed.isEmpty()) {
            response.put("error", failed.size() + " of " + wanted.size() + " copies failed");
        }
        return SimulatedResponse.ok(response);
    }

    /** Makes one copy, or says why not. */
    private @Nullable String copy(JsonObject wanted, List<String> tags) {
        Object name = wanted.get("name");
        TemplateShelf shelf = shelf(wanted.get("account_id"), wanted.get("domain"));
        if (name == null || shelf == null) {
            return name == null ? "name is required" : "account or domain not found";
        }
        String kept = TemplatesOperations.kept(name.toString());
        if (shelf.byName().containsKey(kept) || shelf.byName().size() >= TemplateShelf.MOST_TEMPLATES) {
            return "the name is taken or there are too many templates";
        }
        shelf.add(source.copy(TemplatesOperations.id(request), kept, tags, request.now()));
        return null;
    }

    private @Nullable TemplateShelf shelf(@Nullable Object accountId, @Nullable Object domain) {
        Account account = request.state().account(String.valueOf(accountId));
        String own = request.account().id();
        if (account == null || !(account.id().equals(own) || own.equals(account.parent()))) {
            return null;
        }
        if (domain == null || domain.equals("")) {
            return TemplateShelf.of(account, request.region());
        }
        SendingDomain found =
                DomainRegistry.of(request.state()).find(account.id(), request.region(), domain.toString());
        return found == null ? null : TemplateShelf.of(found);
    }

    private List<?> list(String name) {
        Object value = request.jsonObject().get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new Refusal(400, name + " is not a list");
    }

    private static JsonObject object(@Nullable Object json) {
        JsonObject object = new JsonObject();
        if (json instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value != null) {
                    object.put(String.valueOf(name), value);
                }
            });
        }
        return object;
    }
}
