package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.messages.EmailAddress
import io.github.mailgunreactor.messages.Message
import io.github.mailgunreactor.messages.MessagesApi
import io.github.mailgunreactor.simulator.Simulator
import io.github.mailgunreactor.simulator.SimulatorExtension
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.ExtendWith

@ExtendWith(SimulatorExtension::class)
class MessagesKotlinIT {
    @Test
    fun `a message is sent in a coroutine`(simulator: Simulator): Unit = runBlocking {
        simulator.domains().add("shop.example.com")
        val message =
            Message.of(EmailAddress.of("shop@shop.example.com", "The Shop"))
                .to("ann@example.org")
                .subject("Your order")
                .text("It is on its way.")

        MailgunClient.builder(simulator.key()).region(Region.at(simulator.baseUrl())).build().use {
            mailgun ->
            val sent = MessagesApi(mailgun).send("shop.example.com", message).awaitSingle()

            assertThat(sent.id()).isNotBlank().doesNotContain("<", ">")
        }
    }
}
