package io.github.mailgunreactor.domains;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Params;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The DKIM keys with which messages are signed. A key belongs to a signing domain and is named by its selector; it is used
 * while it is active. A domain signs with the keys of its authority, which is itself or its root domain.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-keys">Domain keys</a>
 */
public final class DomainKeysApi {
    private final MailgunClient mailgun;

    public DomainKeysApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists the keys of all domains of the client's region.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-keys/get-v1-dkim-keys">GET /v1/dkim/keys</a>
     */
    public PagedFlux<DomainKey, Listing<DomainKey>> list() {
        return list(DomainKeyFilter.all());
    }

    /**
     * Lists the keys that a filter lets through: of one signing domain, or of all in the client's region.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-keys/get-v1-dkim-keys">GET /v1/dkim/keys</a>
     */
    public PagedFlux<DomainKey, Listing<DomainKey>> list(DomainKeyFilter filter) {
        Operation list = GET.path("/v1/dkim/keys").query(filter);
        String signingDomain = filter.signingDomain();
        return mailgun.list(
                (signingDomain == null ? list : list.domain(signingDomain)).listing(DomainKey.class, NextPage.url()));
    }

    /**
     * Lists the keys of one authority, all on one page, whether they are active and found in the DNS or not.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-keys/get-v4-domains--authority-name--keys">GET /v4/domains/{authority_name}/keys</a>
     */
    public PagedFlux<DomainKey, Listing<DomainKey>> listByAuthority(String authority) {
        return mailgun.list(GET.path("/v4/domains/{domain}/keys", authority).listing(DomainKey.class, NextPage.none()));
    }

    /**
     * Makes a key, or imports one; it signs once it is {@linkplain #activate activated}. Its private part is in no response. A
     * call that failed is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-keys/post-v1-dkim-keys">POST /v1/dkim/keys</a>
     */
    public Mono<DomainKey> create(NewDomainKey key) {
        return mailgun.send(POST.path("/v1/dkim/keys")
                .domain(key.signingDomain())
                .multipart(key)
                .asJson(DomainKey.class));
    }

    /**
     * Deletes a key for good. The last active one cannot be deleted: the error has status 400. A key that does not
     * exist is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-keys/delete-v1-dkim-keys">DELETE /v1/dkim/keys</a>
     */
    public Mono<Confirmation> delete(String signingDomain, String selector) {
        return mailgun.send(DELETE.path("/v1/dkim/keys")
                .domain(signingDomain)
                .query("signing_domain", signingDomain)
                .query("selector", Arguments.requireText("selector", selector))
                .asJson(Confirmation.class));
    }

    /**
     * Signs with a key from now on. Its DNS record should be there. A key that does not exist is an error with status
     * 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-keys/put-v4-domains--authority-name--keys--selector--activate">PUT /v4/domains/{authority_name}/keys/{selector}/activate</a>
     */
    public Mono<KeyActivation> activate(String authority, String selector) {
        return mailgun.send(PUT.path("/v4/domains/{domain}/keys/{selector}/activate", authority, selector)
                .asJson(KeyActivation.class));
    }

    /**
     * Signs with a key no longer, even if its DNS record is there. A key that does not exist is an error with status
     * 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-keys/put-v4-domains--authority-name--keys--selector--deactivate">PUT /v4/domains/{authority_name}/keys/{selector}/deactivate</a>
     */
    public Mono<KeyActivation> deactivate(String authority, String selector) {
        return mailgun.send(PUT.path("/v4/domains/{domain}/keys/{selector}/deactivate", authority, selector)
                .asJson(KeyActivation.class));
    }

    /**
     * Changes with whose keys a domain signs. A domain that does not live in the region is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-keys/put-v3-domains--name--dkim-authority">PUT /v3/domains/{name}/dkim_authority</a>
     */
    public Mono<DkimAuthority> changeAuthority(String domain, DkimAuthorityChange change) {
        return mailgun.send(PUT.path("/v3/domains/{domain}/dkim_authority", domain)
                .multipart(change)
                .asJson(DkimAuthority.class));
    }

    /**
     * Changes the selector of the domain's key. A domain that does not live in the region is an error with status 404.
     *
     * @param selector other than those of the domain's other keys, and without dots
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-keys/put-v3-domains--name--dkim-selector">PUT /v3/domains/{name}/dkim_selector</a>
     */
    public Mono<Confirmation> changeSelector(String domain, String selector) {
        return mailgun.send(PUT.path("/v3/domains/{domain}/dkim_selector", domain)
                .multipart(Params.NONE.with("dkim_selector", DotlessName.require("selector", selector)))
                .asJson(Confirmation.class));
    }
}
