package io.github.mailgunreactor.ips;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.ips.internal.IpArgument;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * What a domain sends from: single addresses, or a dedicated IP pool.
 *
 * <p>Errors: 400 where an address or pool cannot be used for it; 404 where the domain is not in the region, or the address or
 * pool is not the account's.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips">IPs</a>
 */
public final class DomainIpsApi {
    private final MailgunClient mailgun;

    public DomainIpsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists the addresses of a domain, all on one page: {@code GET /v3/domains/{domain}/ips}, which Mailgun's present
     * reference leaves out.
     */
    public PagedFlux<String, Listing<String>> list(String domain) {
        return mailgun.list(GET.path("/v3/domains/{domain}/ips", domain).listing(String.class, NextPage.none()));
    }

    /**
     * Gives a domain an address of the account: {@code POST /v3/domains/{domain}/ips}, which Mailgun's present reference
     * leaves out. A domain with a linked pool takes none. A call that failed is not repeated unless it certainly did not
     * arrive.
     */
    public Mono<Confirmation> add(String domain, String ip) {
        return mailgun.send(POST.path("/v3/domains/{domain}/ips", domain)
                .multipart(Params.NONE.with("ip", IpArgument.require("ip", ip)))
                .asJson(Confirmation.class));
    }

    /**
     * Lets a domain send from a dedicated IP pool, whose addresses take the place of its own:
     * {@code POST /v3/domains/{domain}/ips}, which Mailgun's present reference leaves out. A call that failed is not
     * repeated unless it certainly did not arrive.
     */
    public Mono<Confirmation> linkPool(String domain, String poolId) {
        return mailgun.send(POST.path("/v3/domains/{domain}/ips", domain)
                .multipart(Params.NONE.with("pool_id", Arguments.requireText("poolId", poolId)))
                .asJson(Confirmation.class));
    }

    /**
     * Takes an address, the linked pool or everything from a domain. The last address is refused where the account has
     * no shared ones to fall back on.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/delete-v3-domains--name--ips--ip-">DELETE /v3/domains/{name}/ips/{ip}</a>
     */
    public Mono<Confirmation> remove(String domain, DomainIpRemoval removal) {
        return mailgun.send(DELETE.path("/v3/domains/{domain}/ips/{ip}", domain, removal.target())
                .query(removal.replacement())
                .asJson(Confirmation.class));
    }

    /**
     * Does what {@link #remove} does, at the second address that Mailgun publishes for it.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/delete-v3-domains--name--pool--ip-">DELETE /v3/domains/{name}/pool/{ip}</a>
     */
    public Mono<Confirmation> removeFromPool(String domain, DomainIpRemoval removal) {
        return mailgun.send(DELETE.path("/v3/domains/{domain}/pool/{ip}", domain, removal.target())
                .query(removal.replacement())
                .asJson(Confirmation.class));
    }
}
