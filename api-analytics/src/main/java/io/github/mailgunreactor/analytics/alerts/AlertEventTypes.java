package io.github.mailgunreactor.analytics.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;

/**
 * What alerts can tell of.
 *
 * @param events the events
 */
public record AlertEventTypes(@JsonProperty(required = true) List<AlertEventType> events)
        implements PageBody<AlertEventType> {

    @Override
    public List<AlertEventType> items() {
        return events;
    }
}
