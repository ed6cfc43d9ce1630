package io.github.mailgunreactor.analytics.alerts;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Params;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Alerts of an account: what is told, by email, Slack or webhook.
 *
 * <p>Errors: 400 where something required is missing or has a value that Mailgun does not know; 404 where there is no such
 * alert or channel.
 *
 * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts">Alerts</a>
 */
public final class AlertsApi {
    private final MailgunClient mailgun;

    public AlertsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists what alerts can tell of.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/get-v1-alerts-events">GET /v1/alerts/events</a>
     */
    public PagedFlux<AlertEventType, AlertEventTypes> listEventTypes() {
        return mailgun.list(GET.path("/v1/alerts/events").pages(AlertEventTypes.class, NextPage.none()));
    }

    /**
     * Gives all that is set up: alerts, the key of the webhooks, and the connection to Slack.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/get-v1-alerts-settings">GET /v1/alerts/settings</a>
     */
    public Mono<AlertSettings> getSettings() {
        return mailgun.send(GET.path("/v1/alerts/settings").asJson(AlertSettings.class));
    }

    /**
     * Sets up an alert. A webhook's URL is tried with a GET, and has to respond with status 200. A call that failed is not
     * repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/post-v1-alerts-settings-events">POST /v1/alerts/settings/events</a>
     */
    public Mono<AlertSetting> create(NewAlertSetting setting) {
        return mailgun.send(
                POST.path("/v1/alerts/settings/events").json(setting).asJson(AlertSetting.class));
    }

    /**
     * Puts another alert in the place of one; a channel that was disabled works again. A webhook's URL is tried with a GET,
     * and has to respond with status 200.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/put-v1-alerts-settings-events--id-">PUT /v1/alerts/settings/events/{id}</a>
     */
    public Mono<ChangedAlertSetting> change(String id, NewAlertSetting setting) {
        return mailgun.send(
                PUT.path("/v1/alerts/settings/events/{id}", id).json(setting).asJson(ChangedAlertSetting.class));
    }

    /**
     * Deletes an alert. A failed call is repeated.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/delete-v1-alerts-settings-events--id-">DELETE /v1/alerts/settings/events/{id}</a>
     */
    public Mono<Confirmation> delete(String id) {
        return mailgun.send(DELETE.path("/v1/alerts/settings/events/{id}", id).asJson(Confirmation.class));
    }

    /**
     * Connects the account to Slack, in place of a connection that is there. A failed call is repeated.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/put-v1-alerts-settings-slack">PUT /v1/alerts/settings/slack</a>
     */
    public Mono<Confirmation> connectSlack(NewSlackConnection connection) {
        return mailgun.send(
                PUT.path("/v1/alerts/settings/slack").json(connection).asJson(Confirmation.class));
    }

    /**
     * Forgets the connection to Slack; its token stays valid until {@link #revokeSlack}. A failed call is repeated.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/delete-v1-alerts-settings-slack">DELETE /v1/alerts/settings/slack</a>
     */
    public Mono<Confirmation> disconnectSlack() {
        return mailgun.send(DELETE.path("/v1/alerts/settings/slack").asJson(Confirmation.class));
    }

    /**
     * Makes a new key for the signatures of alert webhooks; the one before is no longer used. A call that failed is repeated,
     * and may so make more than one key: the response has the one that counts.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/put-v1-alerts-settings-webhooks-signing_key">PUT /v1/alerts/settings/webhooks/signing_key</a>
     */
    public Mono<AlertSigningKey> regenerateSigningKey() {
        return mailgun.send(PUT.path("/v1/alerts/settings/webhooks/signing_key").asJson(AlertSigningKey.class));
    }

    /**
     * Calls a URL with an alert of this kind, to see whether it arrives. A call that failed is not repeated unless it certainly
     * did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/post-v1-alerts-webhooks-test">POST /v1/alerts/webhooks/test</a>
     */
    public Mono<Confirmation> testWebhook(AlertEventType event, String url) {
        return mailgun.send(POST.path("/v1/alerts/webhooks/test")
                .json(Params.NONE.with("event_type", event).with("url", Arguments.requireText("url", url)))
                .asJson(Confirmation.class));
    }

    /**
     * Sends an alert of this kind to addresses, to see whether it arrives. A call that failed is not repeated unless it certainly
     * did not arrive.
     *
     * @param addresses one or more
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/post-v1-alerts-email-test">POST /v1/alerts/email/test</a>
     */
    public Mono<Confirmation> testEmail(AlertEventType event, String... addresses) {
        return mailgun.send(POST.path("/v1/alerts/email/test")
                .json(Params.NONE
                        .with("event_type", event)
                        .with("emails", Arguments.requireOneOrMore("addresses", addresses)))
                .asJson(Confirmation.class));
    }

    /**
     * Sends an alert of this kind to channels of Slack, to see whether it arrives. A call that failed is not repeated unless it
     * certainly did not arrive.
     *
     * @param channelIds ids of {@link SlackChannel}s; without any it goes to those that the connection has
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/post-v1-alerts-slack-test">POST /v1/alerts/slack/test</a>
     */
    public Mono<Confirmation> testSlack(AlertEventType event, String... channelIds) {
        return mailgun.send(POST.path("/v1/alerts/slack/test")
                .json(Params.NONE.with("event_type", event).with("channel_ids", List.of(channelIds)))
                .asJson(Confirmation.class));
    }

    /**
     * Revokes Mailgun's token at Slack.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/delete-v1-alerts-slack-oauth">DELETE /v1/alerts/slack/oauth</a>
     */
    public Mono<Confirmation> revokeSlack() {
        return mailgun.send(DELETE.path("/v1/alerts/slack/oauth").asJson(Confirmation.class));
    }

    /**
     * Lists the channels of Slack.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/get-v1-alerts-slack-channels">GET /v1/alerts/slack/channels</a>
     */
    public PagedFlux<SlackChannel, Listing<SlackChannel>> listSlackChannels(SlackChannelFilter filter) {
        return mailgun.list(
                GET.path("/v1/alerts/slack/channels").query(filter).listing(SlackChannel.class, NextPage.url()));
    }

    /**
     * Gives a channel of Slack.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready/api-reference/optimize/mailgun/alerts/get-v1-alerts-slack-channels--id-">GET /v1/alerts/slack/channels/{id}</a>
     */
    public Mono<SlackChannel> getSlackChannel(String id) {
        return mailgun.send(GET.path("/v1/alerts/slack/channels/{id}", id).asJson(SlackChannel.class));
    }
}
