package io.github.mailgunreactor.analytics.alerts;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Limits on what an account may use of previews and inbox placement tests.
 *
 * <p>Errors: 400 where a name is there already, something required is missing, or a value is none that Mailgun knows; 404
 * where there is no limit of the name.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/limits">Limits</a>
 */
public final class LimitThresholdsApi {
    private final MailgunClient mailgun;

    public LimitThresholdsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all limits.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/limits/get-v1-thresholds-limits">GET /v1/thresholds/limits</a>
     */
    public PagedFlux<LimitThreshold, LimitThresholdList> list() {
        return mailgun.list(GET.path("/v1/thresholds/limits").pages(LimitThresholdList.class, NextPage.none()));
    }

    /**
     * Makes a limit. A call that failed is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/limits/post-v1-thresholds-limits">POST /v1/thresholds/limits</a>
     */
    public Mono<LimitThreshold> create(NewLimitThreshold limit) {
        return mailgun.send(POST.path("/v1/thresholds/limits").json(limit).asJson(LimitThreshold.class));
    }

    /**
     * Gives a limit. One that does not exist is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/limits/get-v1-thresholds-limits--name-">GET /v1/thresholds/limits/{name}</a>
     */
    public Mono<LimitThreshold> get(String name) {
        return mailgun.send(GET.path("/v1/thresholds/limits/{name}", name).asJson(LimitThreshold.class));
    }

    /**
     * Puts another limit in the place of one. One that does not exist is an error with status 404. A failed call is
     * repeated.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/limits/put-v1-thresholds-limits--name-">PUT /v1/thresholds/limits/{name}</a>
     */
    public Mono<Confirmation> change(String name, NewLimitThreshold limit) {
        return mailgun.send(
                PUT.path("/v1/thresholds/limits/{name}", name).json(limit).asJson(Confirmation.class));
    }

    /**
     * Deletes a limit. One that does not exist is an error with status 404, also where a failed call had deleted it before it
     * was repeated.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/limits/delete-v1-thresholds-limits--name-">DELETE /v1/thresholds/limits/{name}</a>
     */
    public Mono<Confirmation> delete(String name) {
        return mailgun.send(DELETE.path("/v1/thresholds/limits/{name}", name).asJson(Confirmation.class));
    }
}
