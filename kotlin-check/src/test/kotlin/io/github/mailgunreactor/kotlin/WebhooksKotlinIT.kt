package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Method
import io.github.mailgunreactor.core.Params
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.core.Secret
import io.github.mailgunreactor.messages.Message
import io.github.mailgunreactor.messages.MessagesApi
import io.github.mailgunreactor.netty.webhooks.WebhookServerRoutes
import io.github.mailgunreactor.simulator.Simulator
import io.github.mailgunreactor.webhooks.AccountWebhooksApi
import io.github.mailgunreactor.webhooks.AlertDelivery
import io.github.mailgunreactor.webhooks.DomainWebhooksApi
import io.github.mailgunreactor.webhooks.EventDelivery
import io.github.mailgunreactor.webhooks.FormDelivery
import io.github.mailgunreactor.webhooks.NewAccountWebhook
import io.github.mailgunreactor.webhooks.UnknownDelivery
import io.github.mailgunreactor.webhooks.WebhookReceiver
import io.github.mailgunreactor.webhooks.WebhookSignature
import io.github.mailgunreactor.webhooks.WebhookType
import io.github.mailgunreactor.webhooks.WebhookVerifier
import java.time.Instant
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.reactor.awaitSingleOrNull
import kotlinx.coroutines.reactor.mono
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import reactor.netty.http.server.HttpServer

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksKotlinIT {
    private val simulator = Simulator.start()
    private val mailgun =
        MailgunClient.builder(simulator.key()).region(Region.at(simulator.baseUrl())).build()

    @AfterAll
    fun close() {
        mailgun.close()
        simulator.close()
    }

    @Test
    fun `webhooks of a domain are made and listed in coroutines`(): Unit = runBlocking {
        mailgun
            .send(
                Method.POST.path("/v4/domains")
                    .multipart(Params.NONE.with("name", "kotlin.example.com"))
                    .asEmpty()
            )
            .awaitSingleOrNull()
        val webhooks = DomainWebhooksApi(mailgun)
        webhooks
            .create("kotlin.example.com", WebhookType.DELIVERED, "https://a.example/hooks")
            .awaitSingle()

        val listed = webhooks.list("kotlin.example.com").asFlow().toList()

        assertThat(listed.single().type).isEqualTo(WebhookType.DELIVERED)
        assertThat(listed.single().urls).containsExactly("https://a.example/hooks")
    }

    @Test
    fun `an account's webhook is made and deleted`(): Unit = runBlocking {
        val webhooks = AccountWebhooksApi(mailgun)
        val id =
            webhooks
                .create(NewAccountWebhook.of("https://b.example/hooks", WebhookType.OPENED))
                .awaitSingle()
                .id
        webhooks.delete(checkNotNull(id)).awaitSingleOrNull()

        assertThat(webhooks.list().asFlow().toList()).isEmpty()
    }

    @Test
    fun `a delivery is handled by a suspending function`(): Unit = runBlocking {
        val key = Secret.of("the signing key")
        val handled = mutableListOf<String?>()
        val receiver =
            WebhookReceiver.of(WebhookVerifier.of(key)) { delivery ->
                mono { if (delivery is EventDelivery) handled += delivery.event().recipient }
            }
        val signature = WebhookSignature.of(key, Instant.now(), "a-token")
        val body =
            """
            {"signature": {"timestamp": "${signature.timestamp}", "token": "a-token",
                           "signature": "${signature.signature}"},
             "event-data": {"id": "1", "event": "delivered", "timestamp": 1771581600.5,
                            "recipient": "ann@example.org"}}
            """

        val reply = receiver.receive("application/json", body.toByteArray()).awaitSingle()

        assertThat(reply.status()).isEqualTo(200)
        assertThat(handled).containsExactly("ann@example.org")
    }

    @Test
    fun `what the simulator delivers is handled by a suspending function`(): Unit = runBlocking {
        val orders = Orders()
        val receiver = receiver(Secret.of(simulator.signingKey()), orders)
        val server =
            HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(WebhookServerRoutes.at("/hooks/mailgun-7f3a", receiver))
                .bindNow()
        try {
            simulator.domains().add("orders.example.com")
            DomainWebhooksApi(mailgun)
                .create(
                    "orders.example.com",
                    WebhookType.DELIVERED,
                    "http://127.0.0.1:${server.port()}/hooks/mailgun-7f3a",
                )
                .awaitSingle()
            MessagesApi(mailgun)
                .send(
                    "orders.example.com",
                    Message.of("us@orders.example.com")
                        .to("ann@example.org")
                        .subject("Your order")
                        .text("It is on its way."),
                )
                .awaitSingle()

            withTimeout(20_000) {
                while (simulator.deliveries().of("delivered").none { it.statuses().size == 2 }) {
                    delay(20)
                }
            }

            assertThat(simulator.deliveries().only("delivered").statuses())
                .containsExactly(500, 200)
            assertThat(orders.delivered).containsExactly("ann@example.org")
        } finally {
            server.disposeNow()
        }
    }
}

/** The code of docs/guide/webhooks.md. */
class Orders {
    val delivered = CopyOnWriteArrayList<String>()
    private val calls = AtomicInteger()

    suspend fun mailDelivered(recipient: String) {
        delay(1)
        check(calls.incrementAndGet() > 1) { "the database is away" }
        delivered += recipient
    }
}

fun receiver(signingKey: Secret, orders: Orders): WebhookReceiver =
    WebhookReceiver.of(WebhookVerifier.of(signingKey)) { delivery ->
        mono {
            when (delivery) {
                is EventDelivery -> delivery.event().recipient?.let { orders.mailDelivered(it) }
                is FormDelivery,
                is AlertDelivery,
                is UnknownDelivery -> Unit
            }
        }
    }
