package io.github.mailgunreactor.samples.orders.kotlin

import java.util.UUID
import java.util.concurrent.ConcurrentHashMap
import org.springframework.stereotype.Repository

/** What a customer orders; the confirmation goes to [email]. */
data class NewOrder(val email: String, val item: String) {
    override fun toString(): String = "NewOrder(item=$item)"
}

/** An order, and what became of its confirmation. */
data class Order(val id: String, val ordered: NewOrder, val state: State) {

    /** In the order in which they come; what Mailgun tells late does not lead back. */
    enum class State {
        PLACED,
        CONFIRMATION_SENT,
        CONFIRMED,
        UNREACHABLE,
    }

    fun advance(next: State): Order = if (next > state) copy(state = next) else this
}

/** The orders, in memory where a service has a database, whose functions would suspend. */
@Repository
class OrderBook {
    private val orders = ConcurrentHashMap<String, Order>()

    fun place(ordered: NewOrder): Order =
        Order(UUID.randomUUID().toString(), ordered, Order.State.PLACED).also { orders[it.id] = it }

    /** The order as it is then; null if there is none. */
    fun advance(id: String, state: Order.State): Order? =
        orders.computeIfPresent(id) { _, order -> order.advance(state) }

    fun find(id: String): Order? = orders[id]

    fun cancel(id: String) {
        orders.remove(id)
    }
}
