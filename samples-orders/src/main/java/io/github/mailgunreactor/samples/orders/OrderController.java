package io.github.mailgunreactor.samples.orders;

import io.github.mailgunreactor.samples.orders.Order.State;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** An order stands once Mailgun has taken its confirmation; else the customer hears why, and may order again. */
@RestController
@RequestMapping("/orders")
final class OrderController {
    private final OrderBook orders;
    private final OrderConfirmation confirmation;

    OrderController(OrderBook orders, OrderConfirmation confirmation) {
        this.orders = orders;
        this.confirmation = confirmation;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Order> place(@RequestBody NewOrder ordered) {
        return confirmation
                .requireWelcome(ordered.email())
                .then(orders.place(ordered))
                .flatMap(order -> confirmation
                        .send(order)
                        .then(orders.advance(order.id(), State.CONFIRMATION_SENT))
                        .onErrorResume(failure -> orders.cancel(order.id()).then(Mono.error(failure))));
    }

    @GetMapping("/{id}")
    Mono<Order> get(@PathVariable String id) {
        return orders.find(id).switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
