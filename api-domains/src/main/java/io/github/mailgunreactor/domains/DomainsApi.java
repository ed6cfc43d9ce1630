package io.github.mailgunreactor.domains;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Waiter;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The domains from which an account sends. A domain lives in the region in which it was added; asking for it in another one
 * is an error with status 404. {@link DiscoveringRegionRouter} finds out where a domain lives.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains">Domains</a>
 */
public final class DomainsApi {
    private final MailgunClient mailgun;

    public DomainsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all domains of the client's region, the newest first.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains/get-v4-domains">GET /v4/domains</a>
     */
    public PagedFlux<Domain, Listing<Domain>> list() {
        return list(DomainFilter.all());
    }

    /**
     * Lists the domains of the client's region that a filter lets through.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains/get-v4-domains">GET /v4/domains</a>
     */
    public PagedFlux<Domain, Listing<Domain>> list(DomainFilter filter) {
        return mailgun.list(GET.path("/v4/domains").query(filter).listing(Domain.class, NextPage.skip()));
    }

    /**
     * Adds a domain, in the client's region. It can send when its DNS has the records of the response and {@link #verify} has
     * found them. A name that is taken, also by another account, is an error with status 400. A call that failed is not
     * repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains/post-v4-domains">POST /v4/domains</a>
     */
    public Mono<DomainDetails> create(NewDomain domain) {
        return mailgun.send(POST.path("/v4/domains").multipart(domain).asJson(DomainDetails.class));
    }

    /**
     * Adds a domain, or gets it where the account has it already: then as it is, without the settings that are asked for. It
     * may be called again after any failure. A name that another account has taken is an error with status 400.
     */
    public Mono<DomainDetails> createOrGet(NewDomain domain) {
        return create(domain)
                .onErrorResume(
                        DomainsApi::isTaken,
                        taken -> get(domain.name()).onErrorMap(DomainsApi::isUnknown, unknown -> taken));
    }

    private static boolean isTaken(Throwable error) {
        return error instanceof ErrorStatusException status && status.status() == 400;
    }

    private static boolean isUnknown(Throwable error) {
        return error instanceof ErrorStatusException status && status.isNotFound();
    }

    /**
     * Gets a domain and its DNS records as Mailgun last saw them. A domain that does not live in the region is an error
     * with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains/get-v4-domains--name-">GET /v4/domains/{name}</a>
     */
    public Mono<DomainDetails> get(String domain) {
        return mailgun.send(GET.path("/v4/domains/{domain}", domain).asJson(DomainDetails.class));
    }

    /**
     * Changes settings of a domain. A domain that does not live in the region is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains/put-v4-domains--name-">PUT /v4/domains/{name}</a>
     */
    public Mono<DomainDetails> change(String domain, DomainChange change) {
        return mailgun.send(
                PUT.path("/v4/domains/{domain}", domain).multipart(change).asJson(DomainDetails.class));
    }

    /**
     * Makes Mailgun look for the domain's DNS records now. The response has what it found; the domain becomes {@link
     * DomainState#ACTIVE} when the records that sending needs are there. Mailgun allows few of these calls, about 10 a
     * minute; beyond it the error has status 429. A domain that does not live in the region is an error with status
     * 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains/put-v4-domains--name--verify">PUT /v4/domains/{name}/verify</a>
     */
    public Mono<DomainDetails> verify(String domain) {
        return mailgun.send(PUT.path("/v4/domains/{domain}/verify", domain).asJson(DomainDetails.class));
    }

    /**
     * {@linkplain #verify Verifies} a domain again and again until it is {@link DomainState#ACTIVE}.
     *
     * @param waiter how often and how long. Mailgun allows about 10 verifications a minute for all domains together
     */
    public Mono<DomainDetails> awaitActive(String domain, Waiter waiter) {
        return waiter.until(
                verify(domain),
                details -> DomainState.ACTIVE.equals(details.domain().state()));
    }

    /**
     * Deletes a domain with all that belongs to it; Mailgun does it in the background. Sandbox domains, disabled ones
     * and those with whose keys another domain signs cannot be deleted. A domain that does not live in the region is an
     * error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains/delete-v3-domains--name-">DELETE /v3/domains/{name}</a>
     */
    public Mono<Confirmation> delete(String domain) {
        return mailgun.send(DELETE.path("/v3/domains/{domain}", domain).asJson(Confirmation.class));
    }

    /**
     * Gets how the messages of a domain are delivered, which {@link #get} says too. A domain that does not live in the
     * region is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains">Domains</a>
     */
    public Mono<ConnectionSettings> getConnection(String domain) {
        return mailgun.send(GET.path("/v3/domains/{domain}/connection", domain).asJson(ConnectionSettings.class));
    }

    /**
     * Changes how the messages of a domain are delivered. It may take 10 minutes to have its effect. A domain that does
     * not live in the region is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains">Domains</a>
     */
    public Mono<ConnectionSettings> changeConnection(String domain, ConnectionChange change) {
        return mailgun.send(PUT.path("/v3/domains/{domain}/connection", domain)
                .multipart(change)
                .asJson(ConnectionSettings.class));
    }
}
