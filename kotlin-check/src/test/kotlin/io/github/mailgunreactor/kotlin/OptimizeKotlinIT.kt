package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.optimize.AddressRisk
import io.github.mailgunreactor.optimize.Deliverability
import io.github.mailgunreactor.optimize.PreviewTestsApi
import io.github.mailgunreactor.optimize.ValidationQuery
import io.github.mailgunreactor.optimize.ValidationsApi
import io.github.mailgunreactor.simulator.Simulator
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OptimizeKotlinIT {
    private val simulator = Simulator.start()
    private val mailgun =
        MailgunClient.builder(simulator.key()).region(Region.at(simulator.baseUrl())).build()

    @AfterAll
    fun close() {
        mailgun.close()
        simulator.close()
    }

    @Test
    fun `an address is validated in a coroutine`(): Unit = runBlocking {
        val validation =
            ValidationsApi(mailgun)
                .validate(ValidationQuery.of("x@mailinator.com").providerLookup(false))
                .awaitSingle()

        assertThat(validation.result).isEqualTo(Deliverability.DO_NOT_SEND)
        assertThat(validation.risk).isEqualTo(AddressRisk.HIGH)
        assertThat(validation.didYouMean).isNull()
    }

    @Test
    fun `previews read as a map`(): Unit = runBlocking {
        val previews = PreviewTestsApi(mailgun).getResults("preview-1").awaitSingle()

        assertThat(previews["iphone13_15"]?.status).isEqualTo("Complete")
        assertThat(previews["outlook16"]?.status).isNull()
    }
}
