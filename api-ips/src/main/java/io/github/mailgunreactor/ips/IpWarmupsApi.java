package io.github.mailgunreactor.ips;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Waiter;
import io.github.mailgunreactor.ips.internal.IpArgument;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Warm-up of dedicated addresses: a new address has no reputation, so that it sends a little more from stage to stage
 * until it may send all.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-address-warmup">IP address warmup</a>
 */
public final class IpWarmupsApi {
    private final MailgunClient mailgun;

    public IpWarmupsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists the addresses that are being warmed up, 100 to a request.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-address-warmup/get-v3-ip-warmups">GET /v3/ip_warmups</a>
     */
    public PagedFlux<IpWarmup, Listing<IpWarmup>> list() {
        return list(IpWarmupFilter.all());
    }

    /**
     * Lists the addresses that are being warmed up, in pages of another size.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-address-warmup/get-v3-ip-warmups">GET /v3/ip_warmups</a>
     */
    public PagedFlux<IpWarmup, Listing<IpWarmup>> list(IpWarmupFilter filter) {
        return mailgun.list(GET.path("/v3/ip_warmups").query(filter).listing(IpWarmup.class, NextPage.url()));
    }

    /**
     * Tells how far the warm-up of an address has got. One that is not being warmed up is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-address-warmup/get-v3-ip-warmups--addr-">GET /v3/ip_warmups/{addr}</a>
     */
    public Mono<IpWarmupStatus> get(String ip) {
        return mailgun.send(
                GET.path("/v3/ip_warmups/{addr}", IpArgument.require("ip", ip)).asJson(IpWarmupStatus.class));
    }

    /**
     * Completes when an address is not, or no longer, being warmed up. A warm-up takes days to weeks: give the waiter a long
     * {@linkplain Waiter#interval interval}.
     *
     * @param waiter how often and how long
     */
    public Mono<Void> awaitEnd(String ip, Waiter waiter) {
        Mono<Boolean> over = get(ip).map(status -> false)
                .onErrorReturn(error -> error instanceof ErrorStatusException status && status.isNotFound(), true);
        return waiter.until(over, Boolean::booleanValue).then();
    }

    /**
     * Begins to warm up a dedicated address of the account. A call that failed is not repeated unless it certainly did
     * not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-address-warmup/post-v3-ip-warmups--addr-">POST /v3/ip_warmups/{addr}</a>
     */
    public Mono<Confirmation> start(String ip) {
        return mailgun.send(
                POST.path("/v3/ip_warmups/{addr}", IpArgument.require("ip", ip)).asJson(Confirmation.class));
    }

    /**
     * Ends the warm-up of an address before its time: it may send all from then on.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-address-warmup/delete-v3-ip-warmups--addr-">DELETE /v3/ip_warmups/{addr}</a>
     */
    public Mono<Confirmation> cancel(String ip) {
        return mailgun.send(DELETE.path("/v3/ip_warmups/{addr}", IpArgument.require("ip", ip))
                .asJson(Confirmation.class));
    }
}
