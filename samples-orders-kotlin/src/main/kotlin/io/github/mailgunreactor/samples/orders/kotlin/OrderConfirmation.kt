package io.github.mailgunreactor.samples.orders.kotlin

import io.github.mailgunreactor.core.ErrorStatusException
import io.github.mailgunreactor.messages.Message
import io.github.mailgunreactor.messages.MessageOptions
import io.github.mailgunreactor.messages.MessagesApi
import io.github.mailgunreactor.messages.SentMessage
import io.github.mailgunreactor.messages.TemplateContent
import io.github.mailgunreactor.suppressions.BouncesApi
import io.github.mailgunreactor.suppressions.ComplaintsApi
import io.github.mailgunreactor.suppressions.Unsubscribe
import io.github.mailgunreactor.suppressions.UnsubscribesApi
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.reactor.awaitSingle
import org.springframework.beans.factory.annotation.Value
import org.springframework.http.HttpStatus
import org.springframework.http.ProblemDetail
import org.springframework.stereotype.Service
import org.springframework.web.ErrorResponseException
import reactor.core.publisher.Mono

/** The mail that confirms an order, made from a template at Mailgun. */
@Service
class OrderConfirmation(
    private val messages: MessagesApi,
    private val bounces: BouncesApi,
    private val complaints: ComplaintsApi,
    private val unsubscribes: UnsubscribesApi,
    @param:Value("\${orders.domain}") private val domain: String,
) {
    /**
     * Mailgun would take a message to a suppressed address and drop it: the customer had better
     * hear of it at once.
     */
    suspend fun requireWelcome(email: String): Unit = coroutineScope {
        val bounce = async { ifListed(bounces.get(domain, email))?.let { "bounced" } }
        val complaint = async { ifListed(complaints.get(domain, email))?.let { "complained" } }
        val unsubscribe = async {
            ifListed(unsubscribes.get(domain, email))?.takeIf(::isMeant)?.let { "unsubscribed" }
        }
        awaitAll(bounce, complaint, unsubscribe)
            .firstNotNullOfOrNull { it }
            ?.let { reason -> throw SuppressedAddressException(reason) }
    }

    suspend fun send(order: Order): SentMessage =
        messages
            .send(
                domain,
                Message.of("orders@$domain")
                    .to(order.ordered.email)
                    .template(
                        TemplateContent.of(TEMPLATE).variables(mapOf("item" to order.ordered.item))
                    )
                    .options(MessageOptions.none().tag(TAG).variable(ORDER, order.id)),
            )
            .awaitSingle()

    private fun isMeant(unsubscribe: Unsubscribe): Boolean =
        unsubscribe.tags().any { it == Unsubscribe.EVERYTHING || it == TAG }

    private suspend fun <T : Any> ifListed(entry: Mono<T>): T? =
        try {
            entry.awaitSingle()
        } catch (failure: ErrorStatusException) {
            if (failure.isNotFound) null else throw failure
        }

    companion object {
        const val TEMPLATE: String = "order-confirmation"
        const val ORDER: String = "order"
        private const val TAG = "orders"
    }
}

/** Mailgun would not deliver to the address; answered with a problem detail that says why. */
class SuppressedAddressException(reason: String) :
    ErrorResponseException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "No confirmation can reach this address: it has $reason.",
            )
            .apply {
                title = "Address is suppressed"
                setProperty("reason", reason)
            },
        null,
    )
