package io.github.mailgunreactor.ips;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.PATCH;
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
 * The IP addresses that an account sends from. They belong to a region.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips">IPs</a>
 */
public final class IpsApi {
    private final MailgunClient mailgun;

    public IpsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all addresses of the account, on one page, which also has what {@link IpList} tells of them.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/get-v3-ips">GET /v3/ips</a>
     */
    public PagedFlux<String, IpList> list() {
        return list(IpFilter.all());
    }

    /**
     * Lists the addresses of the account that are dedicated, or enabled.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/get-v3-ips">GET /v3/ips</a>
     */
    public PagedFlux<String, IpList> list(IpFilter filter) {
        return mailgun.list(GET.path("/v3/ips").query(filter).pages(IpList.class, NextPage.none()));
    }

    /**
     * Gets an address. One that the account does not have is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/get-v3-ips--ip-">GET /v3/ips/{ip}</a>
     */
    public Mono<IpAddress> get(String ip) {
        return mailgun.send(
                GET.path("/v3/ips/{ip}", IpArgument.require("ip", ip)).asJson(IpAddress.class));
    }

    /**
     * Lists the addresses of the account and of its subaccounts, with pools and owners. The account must have the feature
     * for it. A subaccount to which an address is linked has an item of its own.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/get-v3-ips-details-all">GET /v3/ips/details/all</a>
     */
    public PagedFlux<DetailedIp, Listing<DetailedIp>> listDetails(IpDetailFilter filter) {
        return mailgun.list(GET.path("/v3/ips/details/all").query(filter).listing(DetailedIp.class, NextPage.skip()));
    }

    /**
     * Lists all domains that send from an address, by id.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/get-v3-ips--ip--domains">GET /v3/ips/{ip}/domains</a>
     */
    public PagedFlux<IpDomain, Listing<IpDomain>> listDomains(String ip) {
        return listDomains(ip, IpDomainFilter.all());
    }

    /**
     * Lists the domains that send from an address, by id.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/get-v3-ips--ip--domains">GET /v3/ips/{ip}/domains</a>
     */
    public PagedFlux<IpDomain, Listing<IpDomain>> listDomains(String ip, IpDomainFilter filter) {
        return mailgun.list(GET.path("/v3/ips/{ip}/domains", IpArgument.require("ip", ip))
                .query(filter)
                .listing(IpDomain.class, NextPage.skip()));
    }

    /**
     * Gives an address to every domain of the account, in the background. A call that failed is not repeated unless it
     * certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/post-v3-ips--ip--domains">POST /v3/ips/{ip}/domains</a>
     */
    public Mono<BackgroundTask> assignToAllDomains(String ip) {
        return mailgun.send(
                POST.path("/v3/ips/{ip}/domains", IpArgument.require("ip", ip)).asJson(BackgroundTask.class));
    }

    /**
     * Takes an address from every domain of the account, in the background.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/delete-v3-ips--ip--domains">DELETE /v3/ips/{ip}/domains</a>
     */
    public Mono<BackgroundTask> removeFromAllDomains(String ip) {
        return mailgun.send(DELETE.path("/v3/ips/{ip}/domains", IpArgument.require("ip", ip))
                .asJson(BackgroundTask.class));
    }

    /**
     * Replaces an address by another one at every domain of the account that has it, in the background.
     *
     * @param ip the address to be taken away
     * @param alternative the address to be put in its place
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/delete-v3-ips--ip--domains">DELETE /v3/ips/{ip}/domains</a>
     */
    public Mono<BackgroundTask> replaceAtAllDomains(String ip, String alternative) {
        return mailgun.send(DELETE.path("/v3/ips/{ip}/domains", IpArgument.require("ip", ip))
                .query("alternative", IpArgument.require("alternative", alternative))
                .asJson(BackgroundTask.class));
    }

    /**
     * Puts a dedicated address of the account into a dedicated IP band. The account must have the feature for it. A
     * call that failed is not repeated unless it certainly did not arrive.
     *
     * @param band the name of the band
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/post-v3-ips--addr--ip-band">POST /v3/ips/{addr}/ip_band</a>
     */
    public Mono<Confirmation> placeInBand(String ip, String band) {
        return mailgun.send(POST.path("/v3/ips/{addr}/ip_band", IpArgument.require("ip", ip))
                .multipart(Params.NONE.with("ip_band", Arguments.requireText("band", band)))
                .asJson(Confirmation.class));
    }

    /**
     * Tells how many more addresses the billing plan allows.
     *
     * @deprecated Mailgun keeps it for old callers and has nothing in its place: {@link #requestNew} is refused where the
     *     plan allows no more.
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/get-v3-ips-request-new">GET /v3/ips/request/new</a>
     */
    @Deprecated
    public Mono<AvailableIps> getAvailable() {
        return mailgun.send(GET.path("/v3/ips/request/new").asJson(AvailableIps.class));
    }

    /**
     * Adds a dedicated address to the account, as far as its billing plan allows. It costs money. A call that failed is
     * not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/post-v3-ips-request-new">POST /v3/ips/request/new</a>
     */
    public Mono<Confirmation> requestNew() {
        return mailgun.send(POST.path("/v3/ips/request/new").asJson(Confirmation.class));
    }

    /**
     * Links dedicated addresses to subaccounts, unlinks others, or both. The account must have the feature for it. The
     * answer tells whether Mailgun has {@linkplain ChangedSubaccountIps#isQueued yet to do it}. A call that failed is not
     * repeated unless it certainly did not arrive.
     *
     * @throws IllegalArgumentException if the change names both subaccounts and all of them, no address, or one address
     *     both ways
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ips/patch-v3-ips-subaccounts">PATCH /v3/ips/subaccounts</a>
     */
    public Mono<ChangedSubaccountIps> changeSubaccounts(SubaccountIpChange change) {
        return mailgun.send(
                PATCH.path("/v3/ips/subaccounts").form(change.complete()).asJson(ChangedSubaccountIps.class));
    }
}
