package io.github.mailgunreactor.simulator.internal.lists;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.FormValues;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.messages.MailAddress;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The mailing lists themselves. */
public final class MailingListsOperations implements Operations {

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v3/lists", MailingListsOperations::counted);
        routes.add(GET, "/v3/lists/pages", MailingListsOperations::pages);
        routes.add(POST, "/v3/lists", MailingListsOperations::create);
        routes.add(GET, "/v3/lists/{list_address}", MailingListsOperations::get);
        routes.add(PUT, "/v3/lists/{list_address}", MailingListsOperations::change);
        routes.add(DELETE, "/v3/lists/{list_address}", MailingListsOperations::delete);
    }

    private static SimulatedResponse counted(SimulatedRequest request) {
        String address = request.query().first("address");
        return SimulatedResponse.ok(PageStyles.skipLimit(
                request, PageLimit.DEFAULT, "total_count", rows(request, address), MailingListState::json));
    }

    private static SimulatedResponse pages(SimulatedRequest request) {
        return SimulatedResponse.ok(
                PageStyles.urlToken(request, PageLimit.DEFAULT, rows(request, null), MailingListState::json));
    }

    private static Rows<MailingListState> rows(SimulatedRequest request, @Nullable String address) {
        return Rows.of(MailingLists.of(request).byAddress().values().stream()
                .filter(list -> address == null || MailingLists.key(address).equals(MailingLists.key(list.address())))
                .toList());
    }

    private static SimulatedResponse get(SimulatedRequest request) {
        return SimulatedResponse.ok(Map.of("list", MailingLists.named(request).json()));
    }

    private static SimulatedResponse create(SimulatedRequest request) {
        MailAddress address = MailingLists.address(request.form().first("address"));
        MailingListState.Settings settings = settings(
                request, new MailingListState.Settings(address.address(), address.name(), "", "readonly", "list", ""));
        MailingListState list = new MailingListState(settings, request.now());
        if (MailingLists.of(request).byAddress().putIfAbsent(MailingLists.key(list.address()), list) != null) {
            throw new Refusal(400, "Duplicate object");
        }
        return confirmed("Mailing list has been created", list);
    }

    private static SimulatedResponse change(SimulatedRequest request) {
        MailingListState list = MailingLists.named(request);
        MailingListState.Settings changed = settings(request, list.settings());
        NavigableMap<String, MailingListState> all = MailingLists.of(request).byAddress();
        MailingListState other = all.get(MailingLists.key(changed.address()));
        if (other != null && other != list) {
            throw new Refusal(400, "Duplicate object");
        }
        all.remove(MailingLists.key(list.address()));
        list.change(changed);
        all.put(MailingLists.key(changed.address()), list);
        return confirmed("Mailing list has been updated", list);
    }

    private static MailingListState.Settings settings(SimulatedRequest request, MailingListState.Settings before) {
        FormValues form = new FormValues(request.form());
        String address = request.form().has("address")
                ? MailingLists.address(request.form().first("address")).address()
                : before.address();
        return new MailingListState.Settings(
                address,
                form.text("name", before.name()),
                form.text("description", before.description()),
                oneOf(
                        "access level",
                        form.text("access_level", before.accessLevel()),
                        MailingListState.ACCESS_LEVELS,
                        "."),
                oneOf(
                        "reply preference",
                        form.text("reply_preference", before.replyPreference()),
                        MailingListState.REPLY_PREFERENCES,
                        ""),
                form.text("list_id", before.listId()));
    }

    private static String oneOf(String what, String value, List<String> known, String end) {
        Refusal.where(
                !known.contains(value),
                400,
                "Invalid " + what + " '" + value + "'. It can be any of: "
                        + known.stream().collect(Collectors.joining("', '", "'", "'")) + end);
        return value;
    }

    private static SimulatedResponse delete(SimulatedRequest request) {
        MailingListState list = MailingLists.named(request);
        MailingLists.of(request).byAddress().remove(MailingLists.key(list.address()));
        return SimulatedResponse.ok(Map.of("address", list.address(), "message", "Mailing list has been removed"));
    }

    private static SimulatedResponse confirmed(String message, MailingListState list) {
        return SimulatedResponse.ok(Map.of("list", list.json(), "message", message));
    }
}
