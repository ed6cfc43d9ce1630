package io.github.mailgunreactor.samples.orders.kotlin

import io.github.mailgunreactor.core.MailgunException
import org.springframework.http.HttpStatus
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RequestMapping
import org.springframework.web.bind.annotation.ResponseStatus
import org.springframework.web.bind.annotation.RestController
import org.springframework.web.server.ResponseStatusException

/**
 * An order stands once Mailgun has taken its confirmation; else the customer hears why, and may
 * order again.
 */
@RestController
@RequestMapping("/orders")
class OrderController(private val orders: OrderBook, private val confirmation: OrderConfirmation) {
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    suspend fun place(@RequestBody ordered: NewOrder): Order? {
        confirmation.requireWelcome(ordered.email)
        val order = orders.place(ordered)
        try {
            confirmation.send(order)
        } catch (failure: MailgunException) {
            orders.cancel(order.id)
            throw failure
        }
        return orders.advance(order.id, Order.State.CONFIRMATION_SENT)
    }

    @GetMapping("/{id}")
    suspend fun get(@PathVariable id: String): Order =
        orders.find(id) ?: throw ResponseStatusException(HttpStatus.NOT_FOUND)
}
