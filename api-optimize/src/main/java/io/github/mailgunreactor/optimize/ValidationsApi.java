package io.github.mailgunreactor.optimize;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.core.MailgunClient;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Whether mail can be delivered to an address, one at a time. A validation may be billed, and so may each repetition of one: a
 * call that failed is repeated as any other that only asks, unless the client has {@code RetryPolicy.none()}.
 *
 * @see <a href="https://documentation.mailgun.com/docs/validate">Validations</a>
 */
public final class ValidationsApi {
    private final MailgunClient mailgun;

    public ValidationsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Validates an address with all that Mailgun can find out, which may take seconds. What is no address at all gets a result like
     * any other. A plan without validations gets status 402 or 403.
     *
     * @param address the address; it stands in the query, and in no log, metric or error of this library
     * @see <a href="https://documentation.mailgun.com/docs/validate">GET /v4/address/validate</a>
     */
    public Mono<AddressValidation> validate(String address) {
        return validate(ValidationQuery.of(address));
    }

    /**
     * Validates an address. Errors are those of {@link #validate(String)}.
     *
     * @see <a href="https://documentation.mailgun.com/docs/validate">GET /v4/address/validate</a>
     */
    public Mono<AddressValidation> validate(ValidationQuery query) {
        return mailgun.send(GET.path("/v4/address/validate").query(query).asJson(AddressValidation.class));
    }
}
