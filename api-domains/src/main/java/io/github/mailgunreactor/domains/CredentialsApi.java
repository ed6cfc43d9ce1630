package io.github.mailgunreactor.domains;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Secret;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The users that may send for a domain by SMTP. A password is in the response that set it and never again.
 *
 * <p>Errors: 400 for a login or password that Mailgun cannot take, or a login that is there already; 404 where the domain is
 * not in the region or has no such user.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/credentials">Credentials</a>
 */
public final class CredentialsApi {
    private final MailgunClient mailgun;

    public CredentialsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists the SMTP users of a domain, without their passwords, 1000 a request, where Mailgun's own default is 100.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/credentials/get-v3-domains--domain-name--credentials">GET /v3/domains/{domain_name}/credentials</a>
     */
    public PagedFlux<Credential, Listing<Credential>> list(String domain) {
        return list(domain, CredentialFilter.all());
    }

    /**
     * Lists the SMTP users of a domain, without their passwords, from a position on or in pages of another size.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/credentials/get-v3-domains--domain-name--credentials">GET /v3/domains/{domain_name}/credentials</a>
     */
    public PagedFlux<Credential, Listing<Credential>> list(String domain, CredentialFilter filter) {
        return mailgun.list(GET.path("/v3/domains/{domain}/credentials", domain)
                .query(filter)
                .listing(Credential.class, NextPage.skip()));
    }

    /**
     * Adds SMTP users to a domain; a password has 5 to 32 characters. A call that failed is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/credentials/post-v3-domains--domain-name--credentials">POST /v3/domains/{domain_name}/credentials</a>
     */
    public Mono<CredentialPasswords> create(String domain, NewCredentials credentials) {
        return mailgun.send(POST.path("/v3/domains/{domain}/credentials", domain)
                .multipart(credentials)
                .asJson(CredentialPasswords.class));
    }

    /**
     * Gives an SMTP user a new password that Mailgun generates. An unknown user is an error with status 404.
     *
     * @param login as it is listed, an address
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/credentials/put-v3-domains--domain-name--credentials--spec-">PUT /v3/domains/{domain_name}/credentials/{spec}</a>
     */
    public Mono<CredentialPasswords> changePassword(String domain, String login) {
        return mailgun.send(PUT.path("/v3/domains/{domain}/credentials/{login}", domain, login)
                .asJson(CredentialPasswords.class));
    }

    /**
     * Gives an SMTP user another password. An unknown user is an error with status 404.
     *
     * @param login as it is listed, an address
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/credentials/put-v3-domains--domain-name--credentials--spec-">PUT /v3/domains/{domain_name}/credentials/{spec}</a>
     */
    public Mono<CredentialPasswords> changePassword(String domain, String login, Secret password) {
        return mailgun.send(PUT.path("/v3/domains/{domain}/credentials/{login}", domain, login)
                .multipart(Params.NONE.with("password", password))
                .asJson(CredentialPasswords.class));
    }

    /**
     * Deletes an SMTP user. Those of the system, such as {@code postmaster@}, cannot be deleted: the error has status 400.
     *
     * @param login as it is listed, an address
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/credentials/delete-v3-domains--domain-name--credentials--spec-">DELETE /v3/domains/{domain_name}/credentials/{spec}</a>
     */
    public Mono<DeletedCredential> delete(String domain, String login) {
        return mailgun.send(DELETE.path("/v3/domains/{domain}/credentials/{login}", domain, login)
                .asJson(DeletedCredential.class));
    }

    /**
     * Deletes all SMTP users of a domain.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/credentials/delete-v3-domains--domain-name--credentials">DELETE /v3/domains/{domain_name}/credentials</a>
     */
    public Mono<DeletedCredentials> deleteAll(String domain) {
        return mailgun.send(
                DELETE.path("/v3/domains/{domain}/credentials", domain).asJson(DeletedCredentials.class));
    }
}
