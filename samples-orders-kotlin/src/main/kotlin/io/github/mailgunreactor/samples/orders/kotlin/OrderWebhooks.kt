package io.github.mailgunreactor.samples.orders.kotlin

import io.github.mailgunreactor.events.Event
import io.github.mailgunreactor.events.EventType
import io.github.mailgunreactor.events.Severity
import io.github.mailgunreactor.spring.WebhookHandler
import io.github.mailgunreactor.webhooks.EventDelivery
import io.github.mailgunreactor.webhooks.WebhookDelivery
import kotlinx.coroutines.reactor.mono
import org.reactivestreams.Publisher
import org.springframework.stereotype.Component

/** What became of a confirmation, as Mailgun tells it: the order's state follows. */
@Component
class OrderWebhooks(private val orders: OrderBook) : WebhookHandler {
    override fun handle(delivery: WebhookDelivery): Publisher<*> = mono {
        if (delivery is EventDelivery) follow(delivery.event()) else null
    }

    private fun follow(event: Event): Order? {
        val order = event.order ?: return null
        val state = stateAfter(event) ?: return null
        return orders.advance(order, state)
    }

    private fun stateAfter(event: Event): Order.State? =
        when {
            event.type() == EventType.DELIVERED -> Order.State.CONFIRMED
            event.type() == EventType.FAILED && event.severity() == Severity.PERMANENT ->
                Order.State.UNREACHABLE
            else -> null
        }
}

/** The order that a message confirms; null for all other mail. */
val Event.order: String?
    get() = userVariables()?.values()?.get(OrderConfirmation.ORDER) as? String
