package io.github.mailgunreactor.simulator.internal.analytics;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.PivotRows;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.traffic.MessageEvent;
import io.github.mailgunreactor.simulator.internal.traffic.MessageFacts;
import io.github.mailgunreactor.simulator.internal.traffic.TimeRange;
import io.github.mailgunreactor.simulator.internal.traffic.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tags of domains and of the account: two views of the tags that the traffic has. */
public final class TagsOperations implements Operations {
    private static final PageLimit DOMAIN_LIMIT = new PageLimit(100, 1000);
    private static final PageLimit ACCOUNT_LIMIT = new PageLimit(10, 1000);
    private static final PageLimit LIMIT_WITH_METRICS = new PageLimit(10, 20);
    private static final int TAGS_OF_A_DOMAIN = 20_000;
    private static final int TAGS_OF_AN_ACCOUNT = 100_000;
    private static final List<String> PROVIDERS =
            List.of("gmail.com", "yahoo.com", "hotmail.com", "aol.com", "icloud.com", "outlook.com");
    private static final List<String> COUNTRIES = List.of("us", "gb", "de", "fr", "es", "it", "mx", "br", "in", "jp");

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v3/{domain}/tags", TagsOperations::list);
        routes.add(GET, "/v3/{domain}/tag", TagsOperations::get);
        routes.add(PUT, "/v3/{domain}/tag", TagsOperations::describe);
        routes.add(DELETE, "/v3/{domain}/tag", TagsOperations::delete);
        routes.add(GET, "/v3/{domain}/tag/stats/aggregates", TagsOperations::aggregates);
        routes.add(GET, "/v3/{domain}/tag/stats", TagsOperations::stats);
        // The former paths, with the tag in them: documented no more, but the live API answered.
        routes.add(GET, "/v3/{domain}/tags/{tag}", TagsOperations::get);
        routes.add(PUT, "/v3/{domain}/tags/{tag}", TagsOperations::describe);
        routes.add(DELETE, "/v3/{domain}/tags/{tag}", TagsOperations::delete);
        routes.add(GET, "/v3/{domain}/tags/{tag}/stats", TagsOperations::stats);
        for (String field : List.of("providers", "devices", "countries")) {
            routes.add(GET, "/v3/{domain}/tags/{tag}/stats/aggregates/" + field, request -> aggregates(request, field));
        }
        routes.add(GET, "/v3/domains/{domain}/tag/devices", request -> items(MessageFacts.DEVICES));
        routes.add(GET, "/v3/domains/{domain}/tag/providers", request -> items(PROVIDERS));
        routes.add(GET, "/v3/domains/{domain}/tag/countries", request -> items(COUNTRIES));
        routes.add(GET, "/v3/domains/{domain}/limits/tag", TagsOperations::limits);
        routes.add(POST, "/v1/analytics/tags", TagsOperations::listOfAccount).readOnly();
        routes.add(PUT, "/v1/analytics/tags", TagsOperations::describeOfAccount);
        routes.add(DELETE, "/v1/analytics/tags", TagsOperations::deleteOfAccount);
        routes.add(GET, "/v1/analytics/tags/limits", TagsOperations::limitsOfAccount);
    }

    private static NavigableMap<String, TagBook.Entry> ofDomain(SimulatedRequest request) {
        return TagBook.of(request).entries(Traffic.of(request), StatsOperations.of(StatsOperations.domain(request)));
    }

    private static SimulatedResponse list(SimulatedRequest request) {
        String prefix = request.query().first("prefix");
        return SimulatedResponse.ok(PageStyles.urlPivot(
                request,
                DOMAIN_LIMIT,
                "tag",
                PivotRows.of(
                        ofDomain(request),
                        TagBook.Entry::name,
                        tag -> prefix == null || tag.name().startsWith(prefix)),
                TagsOperations::described));
    }

    private static SimulatedResponse get(SimulatedRequest request) {
        return SimulatedResponse.ok(described(required(request)));
    }

    private static TagBook.Entry required(SimulatedRequest request) {
        String inPath = request.pathOrNull("tag");
        String tag = inPath == null ? request.query().first("tag") : inPath;
        return Refusal.requireNonNull(
                tag == null ? null : ofDomain(request).get(tag),
                404,
                inPath == null ? "tag not found" : "Tag not found");
    }

    private static JsonObject described(TagBook.Entry tag) {
        return JsonObject.of("tag", tag.name())
                .and("description", tag.description())
                .and("first-seen", tag.firstSeen().toString())
                .and("last-seen", tag.lastSeen().toString());
    }

    private static SimulatedResponse describe(SimulatedRequest request) {
        TagBook.of(request).describe(required(request).name(), request.parameter("description"));
        return SimulatedResponse.message(200, "Tag updated");
    }

    private static SimulatedResponse delete(SimulatedRequest request) {
        TagBook.of(request).delete(required(request).name(), request.now());
        return SimulatedResponse.message(200, "Tag deleted");
    }

    private static SimulatedResponse aggregates(SimulatedRequest request) {
        TagBook.Entry tag = required(request);
        String type = String.valueOf(request.query().first("type"));
        String field = switch (type) {
            case "provider" -> "providers";
            case "device" -> "devices";
            case "country" -> "countries";
            default -> throw new Refusal(400, "type must be one of country, device, provider");
        };
        return SimulatedResponse.ok(
                Map.of("tag", tag.name(), type, StatsOperations.aggregates(request, field, tag.events()::contains)));
    }

    private static SimulatedResponse aggregates(SimulatedRequest request, String field) {
        TagBook.Entry tag = required(request);
        String singular = switch (field) {
            case "providers" -> "provider";
            case "devices" -> "device";
            default -> "country";
        };
        return SimulatedResponse.ok(Map.of(
                "tag", tag.name(), singular, StatsOperations.aggregates(request, field, tag.events()::contains)));
    }

    private static SimulatedResponse stats(SimulatedRequest request) {
        TagBook.Entry tag = required(request);
        Parameters query = request.query();
        String provider = query.first("provider");
        String device = query.first("device");
        String country = query.first("country");
        Predicate<MessageEvent> condition = event -> tag.events().contains(event)
                && (provider == null || event.message().recipientDomain().equals(provider))
                && (device == null || device.equals(event.visit().device()))
                && (country == null || country.equalsIgnoreCase(event.visit().country()));
        return SimulatedResponse.ok(JsonObject.of("tag", tag.name())
                .andAll(StatsOperations.byTimeFields(request, condition))
                .and("description", tag.description()));
    }

    private static SimulatedResponse items(List<String> items) {
        return SimulatedResponse.ok(Map.of("items", items));
    }

    private static SimulatedResponse limits(SimulatedRequest request) {
        return SimulatedResponse.ok(JsonObject.of("id", StatsOperations.domain(request))
                .and("limit", TAGS_OF_A_DOMAIN)
                .and("count", ofDomain(request).size()));
    }

    private static NavigableMap<String, TagBook.Entry> ofAccount(SimulatedRequest request) {
        return TagBook.of(request).entries(Traffic.of(request), Traffic.ALL);
    }

    private static SimulatedResponse listOfAccount(SimulatedRequest request) {
        Map<String, @Nullable Object> query = request.jsonObject();
        boolean metrics = Boolean.TRUE.equals(query.get("include_metrics"));
        String prefix = query.get("tag") instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
        Map<?, ?> pagination = query.get("pagination") instanceof Map<?, ?> map ? map : Map.of();
        List<TagBook.Entry> tags = new ArrayList<>(ofAccount(request).values());
        tags.removeIf(tag -> !tag.name().toLowerCase(Locale.ROOT).startsWith(prefix));
        String sort = String.valueOf(pagination.get("sort"));
        if (sort.startsWith("lastseen")) {
            tags.sort(Comparator.comparing(TagBook.Entry::lastSeen));
        }
        if (sort.endsWith(":desc")) {
            java.util.Collections.reverse(tags);
        }
        JsonObject response = PageStyles.bodySkipLimit(
                request,
                metrics ? LIMIT_WITH_METRICS : ACCOUNT_LIMIT,
                Rows.of(tags),
                tag -> describedOfAccount(tag, request.account(), metrics));
        response.put("pagination", told(pagination, response.get("pagination")));
        return SimulatedResponse.ok(response);
    }

    /** Of the pagination what the live API was recorded to tell: no {@code skip}, and the total to who asks for it. */
    private static Map<Object, Object> told(Map<?, ?> asked, @Nullable Object pagination) {
        Map<Object, Object> told = new LinkedHashMap<>((Map<?, ?>) Objects.requireNonNull(pagination, "pagination"));
        told.remove("skip");
        if (!Boolean.TRUE.equals(asked.get("include_total"))) {
            told.remove("total");
        }
        return told;
    }

    private static JsonObject describedOfAccount(TagBook.Entry tag, Account account, boolean metrics) {
        return JsonObject.of("account_id", account.id())
                .and("parent_account_id", Objects.requireNonNullElse(account.parent(), account.id()))
                .and("account_name", account.id())
                .and("tag", tag.name())
                .and("description", tag.description())
                .and("first_seen", TimeRange.numeric(tag.firstSeen()))
                .and("last_seen", TimeRange.numeric(tag.lastSeen()))
                .and("metrics", metrics ? MetricEvents.all(tag.events()) : Map.of());
    }

    private static String requiredOfAccount(SimulatedRequest request) {
        Object tag = request.jsonObject().get("tag");
        if (!(tag instanceof String name) || !ofAccount(request).containsKey(name)) {
            throw new Refusal(404, "Tag not found");
        }
        return name;
    }

    private static SimulatedResponse describeOfAccount(SimulatedRequest request) {
        String tag = requiredOfAccount(request);
        TagBook.of(request).describe(tag, String.valueOf(request.jsonObject().get("description")));
        return SimulatedResponse.message(200, "Tag updated");
    }

    private static SimulatedResponse deleteOfAccount(SimulatedRequest request) {
        // Deleting is not refused for a tag that is gone: the domain's view may have deleted it.
        String tag = String.valueOf(request.jsonObject().get("tag"));
        TagBook book = TagBook.of(request);
        book.delete(book.hasDeleted(tag) ? tag : requiredOfAccount(request), request.now());
        return SimulatedResponse.message(200, "Tag deleted");
    }

    private static SimulatedResponse limitsOfAccount(SimulatedRequest request) {
        int count = ofAccount(request).size();
        return SimulatedResponse.ok(
                Map.of("limit", TAGS_OF_AN_ACCOUNT, "count", count, "limit_reached", count >= TAGS_OF_AN_ACCOUNT));
    }
}
