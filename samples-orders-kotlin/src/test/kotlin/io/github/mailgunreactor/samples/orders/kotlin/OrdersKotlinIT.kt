package io.github.mailgunreactor.samples.orders.kotlin

import io.github.mailgunreactor.simulator.Simulator
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.launchIn
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.receiveAsFlow
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import kotlinx.coroutines.withTimeoutOrNull
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.test.web.server.LocalServerPort
import org.springframework.http.HttpStatus
import org.springframework.http.MediaType
import org.springframework.http.ProblemDetail
import org.springframework.test.context.ActiveProfiles
import org.springframework.web.reactive.function.client.WebClient
import org.springframework.web.reactive.function.client.WebClientResponseException
import org.springframework.web.reactive.function.client.awaitBodilessEntity
import org.springframework.web.reactive.function.client.awaitBody
import org.springframework.web.reactive.function.client.bodyToFlow

/** The service as its command starts it: every call and webhook goes over sockets. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("simulator")
class OrdersKotlinIT(
    @param:Autowired val mailgun: Simulator,
    @param:LocalServerPort val port: Int,
) {
    private val web = WebClient.create("http://localhost:$port")

    @Test
    fun `an order is confirmed by a mail from the template, and the webhook tells that it arrived`() =
        story {
            val order = place("ada@example.org", "a <small> loom")

            assertThat(order.state).isEqualTo(Order.State.CONFIRMATION_SENT)
            val mail = mailgun.mailbox().only("ada@example.org")
            assertThat(mail.subject()).isEqualTo("Your order of a <small> loom")
            assertThat(mail.html())
                .isEqualTo("<p>Thank you! We are packing: a &lt;small&gt; loom</p>")
            awaitState(order, Order.State.CONFIRMED)
        }

    @Test
    fun `who bounces is unreachable, and is not written to again`() = story {
        val order = place("cora@example.org", "ink")
        val key = mailgun.mailbox().only("cora@example.org").storageKey()

        WebClient.create(mailgun.baseUrl())
            .post()
            .uri("/_simulator/messages/{key}/events", key)
            .bodyValue(mapOf("event" to "failed", "code" to 550))
            .retrieve()
            .awaitBodilessEntity()

        awaitState(order, Order.State.UNREACHABLE)
        val problem = problemOf("cora@example.org")
        assertThat(problem.status).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT.value())
        assertThat(problem.detail).contains("bounced")
        assertThat(mailgun.mailbox().of("cora@example.org")).hasSize(1)
    }

    @Test
    fun `who wants no newsletter is sent a confirmation`() = story {
        mailgun.suppressions("shop.example.com").addUnsubscribe("eve@example.org", "newsletter")

        place("eve@example.org", "an envelope")

        assertThat(mailgun.mailbox().of("eve@example.org")).hasSize(1)
    }

    @Test
    fun `a failure of Mailgun is a problem and no order`() = story {
        mailgun.faults().on("POST /v3/{domain}/messages").status(401).times(1)

        assertThat(problemOf("flo@example.org").status).isEqualTo(HttpStatus.BAD_GATEWAY.value())
        assertThat(mailgun.mailbox().of("flo@example.org")).isEmpty()
    }

    @Test
    fun `what happens to mail is a flow of server-sent events`() = story {
        val seen = Channel<MailEvent>(Channel.UNLIMITED)
        val watching =
            web.get()
                .uri("/mail-events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .retrieve()
                .bodyToFlow<MailEvent>()
                .onEach(seen::send)
                .launchIn(this)
        try {
            // An order that is mailed before the watching begins is not seen by it.
            val placed = mutableSetOf<String?>()
            var event: MailEvent? = null
            while (event == null) {
                placed += place("gus@example.org", "a chair").id
                event =
                    withTimeoutOrNull(1.seconds) {
                        seen.receiveAsFlow().first { it.order in placed }
                    }
            }

            assertThat(event.event).isEqualTo("delivered")
        } finally {
            watching.cancel()
        }
    }

    @Test
    fun `metrics count the calls of Mailgun`() = story {
        place("hal@example.org", "a lamp")

        val metrics =
            web.get()
                .uri("/actuator/metrics/mailgun.client.requests")
                .retrieve()
                .awaitBody<Metric>()

        assertThat(metrics.measurements.first { it.statistic == "COUNT" }.value)
            .isGreaterThanOrEqualTo(1.0)
    }

    private data class Metric(val measurements: List<Measurement>)

    private data class Measurement(val statistic: String, val value: Double)

    private fun story(steps: suspend CoroutineScope.() -> Unit): Unit = runBlocking {
        withTimeout(SOON) { steps() }
    }

    private suspend fun place(email: String, item: String): Order =
        web.post().uri("/orders").bodyValue(NewOrder(email, item)).retrieve().awaitBody()

    private suspend fun problemOf(email: String): ProblemDetail {
        val failure = runCatching { place(email, "a stamp") }.exceptionOrNull()
        assertThat(failure).isInstanceOf(WebClientResponseException::class.java)
        val response = failure as WebClientResponseException
        assertThat(response.headers.contentType).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON)
        return checkNotNull(response.getResponseBodyAs(ProblemDetail::class.java))
    }

    private suspend fun awaitState(order: Order, state: Order.State) {
        while (
            web.get().uri("/orders/{id}", order.id).retrieve().awaitBody<Order>().state != state
        ) {
            delay(50.milliseconds)
        }
    }

    private companion object {
        val SOON = 20.seconds
    }
}
