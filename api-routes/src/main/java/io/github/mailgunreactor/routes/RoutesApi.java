package io.github.mailgunreactor.routes;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The routes of the account: what Mailgun does with mail that comes in for any of its domains. Each route that matches is run, the
 * one with the lowest priority first, until one of them {@linkplain RouteAction#stop stops}. Routes belong to the account, not to
 * a domain, and live in one region. How many there may be depends on the plan.
 *
 * <p>Errors: 400 for an expression, an action or a page that Mailgun cannot take; 404 where there is no such route.
 *
 * @see ForwardsApi
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/routes">Routes</a>
 */
public final class RoutesApi {
    private final MailgunClient mailgun;

    public RoutesApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all routes, 1000 to a request.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/routes/get-v3-routes">GET /v3/routes</a>
     */
    public PagedFlux<Route, Listing<Route>> list() {
        return list(RouteFilter.all());
    }

    /**
     * Lists routes by position, with their number.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/routes/get-v3-routes">GET /v3/routes</a>
     */
    public PagedFlux<Route, Listing<Route>> list(RouteFilter filter) {
        return mailgun.list(GET.path("/v3/routes").query(filter).listing(Route.class, NextPage.skip()));
    }

    /**
     * Gets one route. One that is not there is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/routes/get-v3-routes-id">GET /v3/routes/{id}</a>
     */
    public Mono<RouteDetails> get(String id) {
        return mailgun.send(GET.path("/v3/routes/{id}", id).asJson(RouteDetails.class));
    }

    /**
     * Finds a route that mail to an address would match. Empty where there is none, which Mailgun answers with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/routes/get-v3-routes-match">GET /v3/routes/match</a>
     */
    public Mono<RouteDetails> find(String recipient) {
        return mailgun.send(GET.path("/v3/routes/match")
                        .query("address", Arguments.requireText("recipient", recipient))
                        .asJson(RouteDetails.class))
                .onErrorResume(
                        ErrorStatusException.class, error -> error.isNotFound() ? Mono.empty() : Mono.error(error));
    }

    /**
     * Creates a route, which takes effect at once. An expression or action that Mailgun cannot read is an error with status 400. It is
     * not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/routes/post-v3-routes">POST /v3/routes</a>
     */
    public Mono<RouteDetails> create(NewRoute route) {
        return mailgun.send(POST.path("/v3/routes").form(route).asJson(RouteDetails.class));
    }

    /**
     * Changes a route. One that is not there is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/routes/put-v3-routes-id">PUT /v3/routes/{id}</a>
     */
    public Mono<ChangedRoute> change(String id, RouteChange change) {
        return mailgun.send(PUT.path("/v3/routes/{id}", id)
                .form(change.params().with("id", id))
                .asJson(ChangedRoute.class));
    }

    /**
     * Deletes a route, for good. One that is not there is an error with status 404; so may be one whose deletion is repeated after a
     * failure.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/routes/delete-v3-routes-id">DELETE /v3/routes/{id}</a>
     */
    public Mono<DeletedRoute> delete(String id) {
        return mailgun.send(DELETE.path("/v3/routes/{id}", id).asJson(DeletedRoute.class));
    }
}
