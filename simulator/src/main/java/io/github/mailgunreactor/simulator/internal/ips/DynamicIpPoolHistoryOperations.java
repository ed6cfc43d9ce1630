package io.github.mailgunreactor.simulator.internal.ips;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.ips.DynamicPools.Move;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How domains moved between dynamic pools. */
public final class DynamicIpPoolHistoryOperations implements Operations {
    private static final DateTimeFormatter WITH_ZONE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss [z][Z]", Locale.ENGLISH);
    private static final PageLimit LIMIT = new PageLimit(100, 100);

    @Override
    public void register(Routes routes) {
        routes.add(GET, DynamicIpPoolsOperations.DOMAIN + "/history", this::domainHistory);
        routes.add(GET, "/v1/dynamic_pools/history", this::history);
    }

    private SimulatedResponse domainHistory(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        String domain = view.anyDomain(request.path("name")).name();
        return view.dynamicPools().moves().stream()
                .filter(move -> move.text("domain_name").equals(domain))
                .findFirst()
                .map(move -> SimulatedResponse.ok(move.fields()))
                .orElseThrow(() -> new Refusal(404, "domain has no history"));
    }

    private SimulatedResponse history(SimulatedRequest request) {
        IpsView view = IpsView.of(request);
        Parameters query = request.query();
        Instant before = date(query, "before");
        Instant after = date(query, "after");
        boolean all = "true".equals(query.first("include_subaccounts"));
        List<Move> moves = view.dynamicPools().moves().stream()
                .filter(move ->
                        all || move.text("account_id").equals(view.account().id()))
                .filter(move -> passes(query.first("domain"), move.text("domain_name")))
                .filter(move -> passes(query.first("moved_to"), move.text("new_band")))
                .filter(move -> passes(query.first("moved_from"), move.text("prev_band")))
                .filter(move ->
                        before == null || Instant.parse(move.text("timestamp")).isBefore(before))
                .filter(move ->
                        after == null || Instant.parse(move.text("timestamp")).isAfter(after))
                .toList();
        JsonObject response = PageStyles.urlTokenCapitalised(request, LIMIT, "Limit", Rows.of(moves), Move::fields);
        response.put("total_items", moves.size());
        return SimulatedResponse.ok(response);
    }

    private static boolean passes(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    private static @Nullable Instant date(Parameters query, String name) {
        String text = query.first(name);
        try {
            return text == null ? null : Instant.from(WITH_ZONE.parse(text));
        } catch (DateTimeException malformed) {
            throw new Refusal(400, "Invalid value for parameter '" + name + "'");
        }
    }
}
