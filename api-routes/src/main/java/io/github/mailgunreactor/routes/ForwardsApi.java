package io.github.mailgunreactor.routes;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The forwards: where Mailgun sends mail on that comes in for a domain, without the order and the expressions of
 * {@linkplain RoutesApi routes}. These operations are newer than Mailgun's OpenAPI file, and little is documented of them: all that
 * they give may be absent. They live in one region.
 *
 * <p>Errors: 400 for an address, URL or expression that Mailgun cannot take; 404 where there is no such forward or domain.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/forwards">Forwards</a>
 */
public final class ForwardsApi {
    private static final String DOMAIN = "domain.name";

    private final MailgunClient mailgun;

    public ForwardsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists forwards, all of the account or those of a domain.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/forwards/get-v3-forwards">GET /v3/forwards</a>
     */
    public PagedFlux<Forward, Listing<Forward>> list(ForwardFilter filter) {
        return mailgun.list(GET.path("/v3/forwards").query(filter).listing(Forward.class, NextPage.url()));
    }

    /**
     * Gets one forward of a domain. One that is not there is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/forwards/get-v3-forwards-id">GET /v3/forwards/{id}</a>
     */
    public Mono<Forward> get(String domain, String id) {
        return mailgun.send(GET.path("/v3/forwards/{id}", id)
                .domain(domain)
                .query(DOMAIN, domain)
                .asJson(Forward.class));
    }

    /**
     * Creates a forward. It is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/forwards/post-v3-forwards">POST /v3/forwards</a>
     */
    public Mono<Forward> create(String domain, NewForward forward) {
        return mailgun.send(POST.path("/v3/forwards")
                .domain(domain)
                .form(forward.params().with(DOMAIN, domain))
                .asJson(Forward.class));
    }

    /**
     * Changes a forward of a domain. One that is not there is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/forwards/put-v3-forwards-id">PUT /v3/forwards/{id}</a>
     */
    public Mono<Forward> change(String domain, String id, ForwardChange change) {
        return mailgun.send(PUT.path("/v3/forwards/{id}", id)
                .domain(domain)
                .form(change.params().with(DOMAIN, domain))
                .asJson(Forward.class));
    }

    /**
     * Deletes a forward of a domain, for good. One that is not there is an error with status 404; so may be one whose deletion is
     * repeated after a failure.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/forwards/delete-v3-forwards-id">DELETE /v3/forwards/{id}</a>
     */
    public Mono<Confirmation> delete(String domain, String id) {
        return mailgun.send(DELETE.path("/v3/forwards/{id}", id)
                .domain(domain)
                .query(DOMAIN, domain)
                .asJson(Confirmation.class));
    }
}
