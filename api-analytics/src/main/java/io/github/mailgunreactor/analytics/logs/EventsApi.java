package io.github.mailgunreactor.analytics.logs;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.events.Event;
import java.util.List;
import java.util.Objects;

/**
 * What happened to the messages of a domain. Mailgun has deprecated it in favour of the logs: {@link LogsApi} tells the same
 * of all domains of an account, and more of each event. Mailgun keeps events for at least three days, some plans for longer.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/events">Events</a>
 */
public final class EventsApi {
    private static final List<String> OF_THE_TAIL = List.of("begin", "end");

    private final MailgunClient mailgun;

    public EventsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists events, page by page as they are demanded. Events can show up some minutes after they happened. A failed
     * call is repeated.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/events/get-v3-domain_name-events">GET /v3/{domain_name}/events</a>
     * @deprecated by Mailgun: use {@link LogsApi#list}
     */
    @Deprecated
    public PagedFlux<Event, Listing<Event>> list(String domain, EventFilter filter) {
        return mailgun.list(
                GET.path("/v3/{domain}/events", domain).query(filter).listing(Event.class, NextPage.tokenUrl()));
    }

    /**
     * Follows the events of a domain as they come in, without an end. Nothing happens until one of the {@code from} methods
     * is subscribed to.
     *
     * @param filter which events; without a range of time, which the tail has itself
     * @throws IllegalArgumentException if the filter has one
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/events/#event-polling">Event polling</a>
     * @deprecated by Mailgun: use {@link LogsApi#tail}
     */
    @Deprecated
    public EventTail tail(String domain, EventFilter filter) {
        for (String name : OF_THE_TAIL) {
            if (filter.params().first(name) != null) {
                throw new IllegalArgumentException("filter must not have " + name + ": the tail has its own");
            }
        }
        return EventTail.of(begin -> list(domain, filter.since(begin)));
    }
}
