package io.github.mailgunreactor.keys;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Params;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The IP addresses from which the keys of an account may be used; with none, from everywhere. It binds SMTP users too. Keys of kind
 * {@link KeyKind#WEB} are not bound by it. Each change gives the whole list.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-allowlist">IP allowlist</a>
 */
public final class IpAllowlistApi {
    private final MailgunClient mailgun;

    public IpAllowlistApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists the allowed addresses, on one page. A key whose role does not reach so far gets status 403.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-allowlist/get-v2-ip-whitelist">GET /v2/ip_whitelist</a>
     */
    public PagedFlux<AllowedAddress, IpAllowlist> list() {
        return mailgun.list(GET.path("/v2/ip_whitelist").pages(IpAllowlist.class, NextPage.none()));
    }

    /**
     * Allows an address. Mind that the first one shuts out all others, the caller's included. A call that failed is not
     * repeated unless it certainly did not arrive. What is neither an address nor a range is an error with status 400.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-allowlist/post-v2-ip-whitelist">POST /v2/ip_whitelist</a>
     */
    public Mono<IpAllowlist> add(NewAllowedAddress address) {
        return mailgun.send(POST.path("/v2/ip_whitelist").multipart(address).asJson(IpAllowlist.class));
    }

    /**
     * Changes the description of an allowed address. An address that is not in the list is an error with status 400.
     *
     * @param address the IP address or CIDR range as it stands in the list
     * @param description whose it is; may be empty
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-allowlist/put-v2-ip-whitelist">PUT /v2/ip_whitelist</a>
     */
    public Mono<IpAllowlist> changeDescription(String address, String description) {
        return mailgun.send(PUT.path("/v2/ip_whitelist")
                .multipart(Params.NONE
                        .with("address", Arguments.requireText("address", address))
                        .with("description", description))
                .asJson(IpAllowlist.class));
    }

    /**
     * Removes an address. Mind that removing the last one opens the account to all. One that is not in the list is an error with
     * status 400.
     *
     * @param address the IP address or CIDR range as it stands in the list
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/ip-allowlist/delete-v2-ip-whitelist">DELETE /v2/ip_whitelist</a>
     */
    public Mono<IpAllowlist> remove(String address) {
        return mailgun.send(DELETE.path("/v2/ip_whitelist")
                .query("address", Arguments.requireText("address", address))
                .asJson(IpAllowlist.class));
    }
}
