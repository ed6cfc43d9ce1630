package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.events.Event;
import java.util.Objects;

/**
 * An event of a {@linkplain EventTail tail}.
 *
 * @param event the event
 * @param position the tail after this event: kept once the event is dealt with, it is where to go on from
 */
public record TailedEvent(Event event, TailPosition position) {
    public TailedEvent {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(position, "position");
    }
}
