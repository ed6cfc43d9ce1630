package io.github.mailgunreactor.samples.orders.kotlin

import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.core.Secret
import io.github.mailgunreactor.simulator.Simulator
import io.github.mailgunreactor.spring.MailgunConnectionDetails
import io.github.mailgunreactor.webhooks.WebhookVerifier
import org.slf4j.LoggerFactory
import org.springframework.beans.factory.annotation.Value
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.context.annotation.Profile

/** A Mailgun in this process, in place of the live one: no account, and no mail. */
@Profile("simulator")
@Configuration(proxyBeanMethods = false)
class SimulatedMailgun {
    @Bean
    fun simulator(@Value("\${orders.domain}") domain: String): Simulator =
        Simulator.start().also {
            it.domains().add(domain)
            LoggerFactory.getLogger(javaClass)
                .info("Mailgun is simulated; what is sent shows at {}", it.baseUrl())
        }

    @Bean
    fun connection(simulator: Simulator): MailgunConnectionDetails =
        object : MailgunConnectionDetails {
            override fun apiKey(): Secret = Secret.of(simulator.key())

            override fun region(): Region = Region.at(simulator.baseUrl())
        }

    @Bean
    fun verifier(simulator: Simulator): WebhookVerifier =
        WebhookVerifier.of(Secret.of(simulator.signingKey()))
}
