package io.github.mailgunreactor.suppressions;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The allowlist of a domain: addresses, and whole domains of recipients, that never get onto the list of bounces. Mailgun's
 * paths call it {@code whitelists}.
 *
 * <p>Errors: 400 for what Mailgun cannot take, such as an address or a domain that is none; 404 where the domain is not in the
 * region; 429 beyond the rate that all suppressions share.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/allowlist">Allowlist</a>
 */
public final class AllowlistApi {
    private final MailgunClient mailgun;

    public AllowlistApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists the whole allowlist of a domain by its values, 1000 to a request.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/allowlist/get-v3--domainid--whitelists">GET /v3/{domain_name}/whitelists</a>
     */
    public PagedFlux<AllowlistEntry, Listing<AllowlistEntry>> list(String domain) {
        return list(domain, SuppressionFilter.all());
    }

    /**
     * Lists the allowlist from a value on, or the values that start with a text.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/allowlist/get-v3--domainid--whitelists">GET /v3/{domain_name}/whitelists</a>
     */
    public PagedFlux<AllowlistEntry, Listing<AllowlistEntry>> list(String domain, SuppressionFilter filter) {
        return mailgun.list(GET.path("/v3/{domain}/whitelists", domain)
                .query(filter)
                .listing(AllowlistEntry.class, NextPage.url()));
    }

    /**
     * Looks up one entry. A value that is not on the list is an error with status 404; an address is not on it only
     * because its domain is.
     *
     * @param value an address or a domain of recipients
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/allowlist/get-v3--domainid--whitelists--value-">GET /v3/{domain_name}/whitelists/{value}</a>
     */
    public Mono<AllowlistEntry> get(String domain, String value) {
        return mailgun.send(
                GET.path("/v3/{domain}/whitelists/{value}", domain, value).asJson(AllowlistEntry.class));
    }

    /**
     * Allows an address or a domain of recipients. A call that failed is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/allowlist/post-v3--domainid--whitelists">POST /v3/{domain_name}/whitelists</a>
     */
    public Mono<AllowlistConfirmation> add(String domain, NewAllowlistEntry entry) {
        return mailgun.send(
                POST.path("/v3/{domain}/whitelists", domain).multipart(entry).asJson(AllowlistConfirmation.class));
    }

    /**
     * Imports a CSV file, which is streamed. Mailgun takes it and works it off later: what is wrong with a row is not
     * told. A file whose first line cannot be read is an error with status 400 or 500.
     *
     * @param file has the columns {@code address} and {@code domain}; each row fills one of them. Mailgun documents a
     *     limit of 25 MB
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/allowlist/post-v3--domainid--whitelists-import">POST /v3/{domain_name}/whitelists/import</a>
     */
    public Mono<Confirmation> importCsv(String domain, Part file) {
        return mailgun.send(POST.path("/v3/{domain}/whitelists/import", domain)
                .multipart(Params.NONE.with("file", file))
                .asJson(Confirmation.class));
    }

    /**
     * Deletes one entry: the next bounce counts again. A value that is not on the list is an error with status 404.
     *
     * @param value an address or a domain of recipients, as it stands in the list
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/allowlist/delete-v3--domainid--whitelists--value-">DELETE /v3/{domain_name}/whitelists/{value}</a>
     */
    public Mono<AllowlistConfirmation> delete(String domain, String value) {
        return mailgun.send(
                DELETE.path("/v3/{domain}/whitelists/{value}", domain, value).asJson(AllowlistConfirmation.class));
    }

    /**
     * Deletes every entry of the domain's allowlist, for good. Repeated after a failure, as all calls that delete are.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/allowlist/delete-v3--domainid--whitelists">DELETE /v3/{domain_name}/whitelists</a>
     */
    public Mono<Confirmation> deleteAll(String domain) {
        return mailgun.send(DELETE.path("/v3/{domain}/whitelists", domain).asJson(Confirmation.class));
    }
}
