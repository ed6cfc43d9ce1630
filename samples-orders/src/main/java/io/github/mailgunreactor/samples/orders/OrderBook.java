package io.github.mailgunreactor.samples.orders;

import io.github.mailgunreactor.samples.orders.Order.State;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The orders, in memory where a service has a database. */
@Repository
final class OrderBook {
    private final Map<String, Order> orders = new ConcurrentHashMap<>();

    Mono<Order> place(NewOrder ordered) {
        return Mono.fromSupplier(() -> {
            Order order = new Order(UUID.randomUUID().toString(), ordered, State.PLACED);
            orders.put(order.id(), order);
            return order;
        });
    }

    /** The order as it is then; empty if there is none. */
    Mono<Order> advance(String id, State state) {
        return Mono.fromSupplier(() -> orders.computeIfPresent(id, (same, order) -> order.advance(state)));
    }

    Mono<Order> find(String id) {
        return Mono.fromSupplier(() -> orders.get(id));
    }

    Mono<Void> cancel(String id) {
        return Mono.fromRunnable(() -> orders.remove(id));
    }
}
