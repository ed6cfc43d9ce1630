package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.routes.NewRoute;
import io.github.mailgunreactor.routes.RouteAction;
import io.github.mailgunreactor.routes.RouteChange;
import io.github.mailgunreactor.routes.RouteDetails;
import io.github.mailgunreactor.routes.RouteExpression;
import io.github.mailgunreactor.routes.RouteFilter;
import io.github.mailgunreactor.routes.RoutesApi;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The rows of {@code api-routes}: those of {@link RoutesApi}, and then those of forwards. */
final class RoutesContract implements ContractTable {
    private static final ContractRow.Calls<RoutesApi> ROUTES = ContractRow.calls(RoutesApi::new);
    private static final String ID = "4f3bad2335335426750048c6";
    private static final String ROUTE = """
            "id": "4f3bad2335335426750048c6", "priority": 3, "description": "it's a new route",
            "expression": "match_recipient(\\".*@gmail.com\\")",
            "actions": ["forward(\\"http://myhost.com/messages/\\")", "stop()"],
            "created_at": "Wed, 15 Feb 2012 13:03:31 GMT"
            """;

    @Override
    public String module() {
        return "api-routes";
    }

    @Override
    public Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        return ContractDomain.make(mailgun, notes);
    }

    @Override
    public List<ContractRow> rows() {
        return Stream.of(routes(), ForwardsContract.rows())
                .flatMap(List::stream)
                .toList();
    }

    private static String id(Notes notes) {
        return notes.get("route", ID);
    }

    private static List<ContractRow> routes() {
        return List.of(
                ROUTES.row("POST /v3/routes")
                        .calls((routes, notes) -> routes.create(NewRoute.of(
                                        RouteExpression.matchRecipient(".*@gmail.com"),
                                        RouteAction.forward("http://myhost.com/messages/"),
                                        RouteAction.stop())
                                .priority(3)
                                .description("it's a new route")))
                        .sends("POST /v3/routes")
                        .form(
                                "expression", "match_recipient(\".*@gmail.com\")",
                                "action", "forward(\"http://myhost.com/messages/\")",
                                "action", "stop()",
                                "priority", "3",
                                "description", "it's a new route")
                        .responds("{\"message\": \"Route has been created\", \"route\": {" + ROUTE + "}}")
                        .noting(
                                "route",
                                RouteDetails.class,
                                details -> details.route().id()),
                ROUTES.row("GET /v3/routes")
                        .calls((routes, notes) ->
                                routes.list(RouteFilter.all().skip(0).pageSize(10)))
                        .sends("GET /v3/routes?limit=10&skip=0")
                        .responds("{\"total_count\": 1, \"items\": [{" + ROUTE + "}]}"),
                ROUTES.row("GET /v3/routes")
                        .calls((routes, notes) -> routes.list())
                        .sends("GET /v3/routes?limit=1000")
                        .responds("{\"total_count\": 1, \"items\": [{" + ROUTE + "}]}"),
                ROUTES.row("GET /v3/routes/{id}")
                        .calls((routes, notes) -> routes.get(id(notes)))
                        .sends("GET /v3/routes/" + ID)
                        .responds("{\"route\": {" + ROUTE + "}}"),
                ROUTES.row("GET /v3/routes/match")
                        .calls((routes, notes) -> routes.find("ann+orders@gmail.com"))
                        .sends("GET /v3/routes/match?address=ann%2Borders%40gmail.com")
                        .responds("{\"route\": {" + ROUTE + "}}"),
                ROUTES.row("PUT /v3/routes/{id}")
                        .calls((routes, notes) -> routes.change(
                                id(notes),
                                RouteChange.none()
                                        .priority(1)
                                        .description("Sample route")
                                        .expression(RouteExpression.catchAll())
                                        .actions(RouteAction.store(), RouteAction.stop())))
                        .sends("PUT /v3/routes/" + ID)
                        .form(
                                "priority", "1",
                                "description", "Sample route",
                                "expression", "catch_all()",
                                "action", "store()",
                                "action", "stop()",
                                "id", ID)
                        .responds("{\"message\": \"Route has been updated\", " + ROUTE + "}"),
                ROUTES.row("DELETE /v3/routes/{id}")
                        .calls((routes, notes) -> routes.delete(id(notes)))
                        .sends("DELETE /v3/routes/" + ID)
                        .responds("{\"message\": \"Route has been deleted\", \"id\": \"" + ID + "\"}"));
    }
}
