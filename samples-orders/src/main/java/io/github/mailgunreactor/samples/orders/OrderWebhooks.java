package io.github.mailgunreactor.samples.orders;

import io.github.mailgunreactor.events.Event;
import io.github.mailgunreactor.events.EventType;
import io.github.mailgunreactor.events.Severity;
import io.github.mailgunreactor.samples.orders.Order.State;
import io.github.mailgunreactor.spring.WebhookHandler;
import io.github.mailgunreactor.webhooks.EventDelivery;
import io.github.mailgunreactor.webhooks.WebhookDelivery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What became of a confirmation, as Mailgun tells it: the order's state follows. */
@Component
final class OrderWebhooks implements WebhookHandler {
    private final OrderBook orders;

    OrderWebhooks(OrderBook orders) {
        this.orders = orders;
    }

    @Override
    public Mono<Order> handle(WebhookDelivery delivery) {
        if (!(delivery instanceof EventDelivery told)) {
            return Mono.empty();
        }
        String id = orderOf(told.event());
        State state = stateAfter(told.event());
        return id == null || state == null ? Mono.empty() : orders.advance(id, state);
    }

    static @Nullable String orderOf(Event event) {
        return event.userVariables() != null
                        && event.userVariables().values().get(OrderConfirmation.ORDER) instanceof String id
                ? id
                : null;
    }

    private static @Nullable State stateAfter(Event event) {
        if (EventType.DELIVERED.equals(event.type())) {
            return State.CONFIRMED;
        }
        return EventType.FAILED.equals(event.type()) && Severity.PERMANENT.equals(event.severity())
                ? State.UNREACHABLE
                : null;
    }
}
