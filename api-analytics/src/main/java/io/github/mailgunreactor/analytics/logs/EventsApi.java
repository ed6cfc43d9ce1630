package io.github.mailgunreactor.analytics.logs;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.events.Event;
import java.util.Objects;

/**
 * What happened to the messages of a domain. Mailgun keeps events for some days, at least three.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/events">Events</a>
 */
public final class EventsApi {
    private final MailgunClient mailgun;

    public EventsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists events, page by page as they are demanded. Events can show up some minutes after they happened: what follows them
     * as they come is {@link #tail}.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/events/get-v3-domain_name-events">GET
     *     /v3/{domain_name}/events</a>
     */
    public PagedFlux<Event, Listing<Event>> list(String domain, EventFilter filter) {
        return mailgun.list(
                GET.path("/v3/{domain}/events", domain).query(filter).listing(Event.class, NextPage.tokenUrl()));
    }

    /**
     * Follows the events of a domain as they come in, without an end. Nothing happens until one of the {@code from} methods
     * is subscribed to.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/events/#event-polling">Event polling</a>
     */
    public EventTail tail(String domain) {
        return EventTail.of(this, domain);
    }
}
