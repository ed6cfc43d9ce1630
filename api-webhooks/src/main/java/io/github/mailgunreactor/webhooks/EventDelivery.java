package io.github.mailgunreactor.webhooks;

import io.github.mailgunreactor.events.Event;

/** Something became of a message: what registered webhooks deliver. */
public final class EventDelivery extends WebhookDelivery {
    private final Event event;

    EventDelivery(Proof proof, Event event) {
        super(proof);
        this.event = event;
    }

    /** What became of which message. */
    public Event event() {
        return event;
    }

    /** The type and the id of the event: the rest would show addresses. */
    @Override
    public String toString() {
        return "EventDelivery["
                + (event.type() == null ? "no type" : event.type().value()) + ", " + event.id() + "]";
    }
}
