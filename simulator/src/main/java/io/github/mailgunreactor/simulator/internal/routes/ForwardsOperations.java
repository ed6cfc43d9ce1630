package io.github.mailgunreactor.simulator.internal.routes;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.http.FormValues;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.PivotRows;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The forwards of an account. Parameters may stand in the query or in a form: Mailgun does not say where. */
public final class ForwardsOperations implements Operations {
    private static final String DOMAIN = "domain.name";
    private static final int MOST_URLS = 3;
    private static final int MOST_RECIPIENTS = 5;

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v3/forwards", ForwardsOperations::list);
        routes.add(POST, "/v3/forwards", ForwardsOperations::create);
        routes.add(
                GET,
                "/v3/forwards/{id}",
                request -> SimulatedResponse.ok(named(request).json()));
        routes.add(PUT, "/v3/forwards/{id}", ForwardsOperations::change);
        routes.add(DELETE, "/v3/forwards/{id}", ForwardsOperations::delete);
    }

    private static SimulatedResponse list(SimulatedRequest request) {
        String domain = request.query().first(DOMAIN);
        NavigableMap<String, StoredForward> byId =
                new TreeMap<>(StoredRoutes.of(request).forwards());
        return SimulatedResponse.ok(PageStyles.urlPivot(
                request,
                PageLimit.DEFAULT,
                "p",
                PivotRows.of(byId, StoredForward::id, forward -> domain == null || domain.equals(forward.domain())),
                StoredForward::json));
    }

    private static StoredForward named(SimulatedRequest request) {
        StoredForward forward = StoredRoutes.of(request).forwards().get(request.path("id"));
        String domain = request.query().first(DOMAIN);
        if (forward == null || (domain != null && !domain.equals(forward.domain()))) {
            throw new Refusal(404, "Forward not found");
        }
        return forward;
    }

    private static SimulatedResponse create(SimulatedRequest request) {
        String match = new FormValues(sent(request)).required("match");
        return stored(
                request,
                new StoredForward(
                        request.state().randomHex(24),
                        request.account().id(),
                        domain(request),
                        match,
                        List.of(),
                        List.of(),
                        false,
                        request.now(),
                        request.now()));
    }

    private static SimulatedResponse change(SimulatedRequest request) {
        return stored(request, named(request));
    }

    private static SimulatedResponse delete(SimulatedRequest request) {
        StoredRoutes.of(request).forwards().remove(named(request).id());
        return SimulatedResponse.message(200, "Forward has been deleted");
    }

    private static SimulatedResponse stored(SimulatedRequest request, StoredForward before) {
        Parameters sent = sent(request);
        FormValues form = new FormValues(sent);
        StoredForward forward = new StoredForward(
                before.id(),
                before.account(),
                before.domain(),
                form.text("match", before.match()),
                texts(sent, "forward.url", MOST_URLS, before.urls()),
                texts(sent, "forward.recipient", MOST_RECIPIENTS, before.recipients()),
                form.flag("forward.store", before.store()),
                before.createdAt(),
                request.now());
        StoredRoutes.of(request).forwards().put(forward.id(), forward);
        return SimulatedResponse.ok(forward.json());
    }

    private static Parameters sent(SimulatedRequest request) {
        return new Parameters().addAll(request.form()).addAll(request.query());
    }

    private static @Nullable String domain(SimulatedRequest request) {
        String name = request.parameter(DOMAIN);
        if (name != null
                && DomainRegistry.of(request.state()).find(request.account().id(), request.region(), name) == null) {
            throw new Refusal(404, "Domain not found: " + name);
        }
        return name;
    }

    private static List<String> texts(Parameters sent, String name, int most, List<String> before) {
        if (!sent.has(name)) {
            return before;
        }
        Refusal.where(sent.all(name).size() > most, 400, "Too many values for '" + name + "', max is " + most);
        return List.copyOf(sent.all(name));
    }
}
