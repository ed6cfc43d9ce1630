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
 * Alerts that go out when the rate of bounces, complaints or deliveries crosses a limit.
 *
 * <p>Errors: 400 where a name is there already, something required is missing, or a value is none that Mailgun knows; 404
 * where there is no alert of the name.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/alerts">Alerts</a>
 */
public final class SendAlertsApi {
    private final MailgunClient mailgun;

    public SendAlertsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all send alerts.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/alerts/get-v1-thresholds-alerts-send">GET /v1/thresholds/alerts/send</a>
     */
    public PagedFlux<SendAlert, SendAlertList> list() {
        return mailgun.list(GET.path("/v1/thresholds/alerts/send").pages(SendAlertList.class, NextPage.none()));
    }

    /**
     * Makes a send alert. A call that failed is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/alerts/post-v1-thresholds-alerts-send">POST /v1/thresholds/alerts/send</a>
     */
    public Mono<SendAlert> create(NewSendAlert alert) {
        return mailgun.send(POST.path("/v1/thresholds/alerts/send").json(alert).asJson(SendAlert.class));
    }

    /**
     * Gives a send alert. One that does not exist is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/alerts/get-v1-thresholds-alerts-send--name-">GET /v1/thresholds/alerts/send/{name}</a>
     */
    public Mono<SendAlert> get(String name) {
        return mailgun.send(GET.path("/v1/thresholds/alerts/send/{name}", name).asJson(SendAlert.class));
    }

    /**
     * Puts another alert in the place of one. One that does not exist is an error with status 404. A failed call is
     * repeated.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/alerts/put-v1-thresholds-alerts-send--name-">PUT /v1/thresholds/alerts/send/{name}</a>
     */
    public Mono<Confirmation> change(String name, NewSendAlert alert) {
        return mailgun.send(
                PUT.path("/v1/thresholds/alerts/send/{name}", name).json(alert).asJson(Confirmation.class));
    }

    /**
     * Deletes a send alert. One that does not exist is an error with status 404, also where a failed call had deleted it before it
     * was repeated.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/alerts/delete-v1-thresholds-alerts-send--name-">DELETE /v1/thresholds/alerts/send/{name}</a>
     */
    public Mono<Confirmation> delete(String name) {
        return mailgun.send(
                DELETE.path("/v1/thresholds/alerts/send/{name}", name).asJson(Confirmation.class));
    }

    /**
     * Lists the alerts whose limit was crossed.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/alerts/get-v1-thresholds-hits">GET /v1/thresholds/hits</a>
     */
    public PagedFlux<ThresholdHit, ThresholdHitList> listHits() {
        return mailgun.list(GET.path("/v1/thresholds/hits").pages(ThresholdHitList.class, NextPage.none()));
    }
}
