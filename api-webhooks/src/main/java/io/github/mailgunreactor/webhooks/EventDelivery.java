package io.github.mailgunreactor.webhooks;

import io.github.mailgunreactor.events.Event;
import java.time.Instant;

/** Something became of a message: what registered webhooks deliver. */
public final class EventDelivery implements WebhookDelivery {
    private final Proof proof;
    private final Event event;

    EventDelivery(Proof proof, Event event) {
        this.proof = proof;
        this.event = event;
    }

    /** What became of which message. */
    public Event event() {
        return event;
    }

    @Override
    public String token() {
        return proof.token();
    }

    @Override
    public Instant signedAt() {
        return proof.signedAt();
    }

    /** The type and the id of the event: the rest would show addresses. */
    @Override
    public String toString() {
        return "EventDelivery["
                + (event.type() == null ? "no type" : event.type().value()) + ", " + event.id() + "]";
    }
}
