package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.PivotRows;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** One listing of each style, all of the same names, and an upload: what operations look like. */
public final class ListingOperations implements Operations {
    private static final PageLimit LIMIT = new PageLimit(2, 3);

    private final TreeMap<String, String> names = new TreeMap<>();

    ListingOperations(String... names) {
        for (String name : names) {
            this.names.put(name, name);
        }
    }

    @Override
    public void register(Routes routes) {
        routes.add(
                GET,
                "/test/skip",
                request ->
                        SimulatedResponse.ok(PageStyles.skipLimit(request, LIMIT, "total_count", rows(), this::json)));
        routes.add(
                POST,
                "/test/body-skip",
                request -> SimulatedResponse.ok(PageStyles.bodySkipLimit(request, LIMIT, rows(), this::json)));
        routes.add(
                POST,
                "/test/body-token",
                request -> SimulatedResponse.ok(PageStyles.bodyToken(request, LIMIT, rows(), this::json)));
        routes.add(
                GET,
                "/test/pivot",
                request -> SimulatedResponse.ok(
                                PageStyles.urlPivot(request, LIMIT, "address", pivotRows(request), this::json))
                        .withoutContentType());
        routes.add(
                GET,
                "/test/token",
                request -> SimulatedResponse.ok(PageStyles.urlToken(request, LIMIT, rows(), this::json)));
        routes.add(
                GET,
                "/test/capitalised",
                request -> SimulatedResponse.ok(PageStyles.urlTokenCapitalised(request, LIMIT, rows(), this::json)));
        routes.add(GET, "/test/segment", this::segment);
        routes.add(GET, "/test/segment/{page}", this::segment);
        routes.add(GET, "/test/bug", request -> {
            throw new IllegalStateException("a bug of a handler");
        });
    }

    private SimulatedResponse segment(SimulatedRequest request) {
        String term = PageStyles.segmentQuery(request, "page").first("term");
        Rows<String> found = Rows.of(names.keySet().stream()
                .filter(name -> term == null || name.startsWith(term))
                .toList());
        return SimulatedResponse.ok(PageStyles.urlSegment(request, LIMIT, "page", found, this::json));
    }

    private Rows<String> rows() {
        return Rows.of(names.keySet().stream().toList());
    }

    private PivotRows<String> pivotRows(SimulatedRequest request) {
        String term = request.query().first("term");
        return PivotRows.of(names, Function.identity(), name -> term == null || name.startsWith(term));
    }

    private Object json(String name) {
        return Map.of("name", name);
    }
}
