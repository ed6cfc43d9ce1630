package io.github.mailgunreactor.keys;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The API keys of an account. Keys are global: one made in one region works in all.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/keys">Keys</a>
 */
public final class KeysApi {
    private final MailgunClient mailgun;

    public KeysApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all keys, without their secrets, on one page.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/keys/get-v1-keys">GET /v1/keys</a>
     */
    public PagedFlux<ApiKey, Listing<ApiKey>> list() {
        return list(KeyFilter.all());
    }

    /**
     * Lists the keys of a domain or of a kind, without their secrets. A kind that Mailgun does not know is an error
     * with status 400.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/keys/get-v1-keys">GET /v1/keys</a>
     */
    public PagedFlux<ApiKey, Listing<ApiKey>> list(KeyFilter filter) {
        return mailgun.list(GET.path("/v1/keys").query(filter).listing(ApiKey.class, NextPage.none()));
    }

    /**
     * Makes a key. Its secret is in this response and never again. An account has a limited number of keys: beyond it the
     * error has status 403. A call that failed is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/keys/post-v1-keys">POST /v1/keys</a>
     */
    public Mono<CreatedKey> create(NewKey key) {
        return mailgun.send(POST.path("/v1/keys").multipart(key).asJson(CreatedKey.class));
    }

    /**
     * Deletes a key, which can no longer be used from then on. A key that does not exist is an error with status 404.
     *
     * @param keyId the {@link ApiKey#id()}, not the secret
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/keys/delete-v1-keys--key-id-">DELETE /v1/keys/{key_id}</a>
     */
    public Mono<Confirmation> delete(String keyId) {
        return mailgun.send(DELETE.path("/v1/keys/{key_id}", keyId).asJson(Confirmation.class));
    }

    /**
     * Replaces the account's public key, with which addresses may be validated in browsers; the one before it stops
     * working. A key that may not do so gets status 400. A call that failed is not repeated unless it certainly did not
     * arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/keys/post-v1-keys-public">POST /v1/keys/public</a>
     */
    public Mono<PublicKey> regeneratePublicKey() {
        return mailgun.send(POST.path("/v1/keys/public").asJson(PublicKey.class));
    }
}
