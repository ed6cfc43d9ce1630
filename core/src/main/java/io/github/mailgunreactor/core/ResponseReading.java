package io.github.mailgunreactor.core;

import io.github.mailgunreactor.core.internal.ForeignCode;
import io.github.mailgunreactor.core.internal.JsonMapping;
import io.github.mailgunreactor.core.observation.UnreadableValue;
import io.github.mailgunreactor.core.observation.UnreadableValueListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How a client and its views read responses, and what they have told of what could not be read. */
final class ResponseReading {
    /** More places than all operations together have fields; only a bound. */
    private static final int MOST_PLACES = 10_000;

    private final JsonMapping json;
    private final OnUnreadableItem onUnreadableItem;
    private final List<UnreadableValueListener> listeners;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    ResponseReading(JsonMapping json, OnUnreadableItem onUnreadableItem, List<UnreadableValueListener> listeners) {
        this.json = json;
        this.onUnreadableItem = onUnreadableItem;
        this.listeners = List.copyOf(listeners);
    }

    JsonMapping json() {
        return json;
    }

    OnUnreadableItem onUnreadableItem() {
        return onUnreadableItem;
    }

    /** Tells the listeners of those places that they do not know yet. */
    void tell(Operation operation, Region region, Iterable<String> fields) {
        if (listeners.isEmpty()) {
            return;
        }
        for (String field : fields) {
            if (told.size() < MOST_PLACES && told.add(operation + " " + field)) {
                UnreadableValue value = new UnreadableValue(operation, region, field);
                listeners.forEach(listener -> ForeignCode.run(() -> listener.onUnreadableValue(value)));
            }
        }
    }
}
