package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.core.ErrorStatusException
import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Part
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.simulator.Simulator
import io.github.mailgunreactor.suppressions.AllowlistApi
import io.github.mailgunreactor.suppressions.AllowlistType
import io.github.mailgunreactor.suppressions.BouncesApi
import io.github.mailgunreactor.suppressions.ComplaintsApi
import io.github.mailgunreactor.suppressions.NewAllowlistEntry
import io.github.mailgunreactor.suppressions.NewBounce
import io.github.mailgunreactor.suppressions.NewComplaint
import io.github.mailgunreactor.suppressions.NewUnsubscribe
import io.github.mailgunreactor.suppressions.SuppressionFilter
import io.github.mailgunreactor.suppressions.UnsubscribesApi
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactive.asPublisher
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.assertThrows

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuppressionsKotlinIT {
    private val domain = "example.com"
    private val simulator = Simulator.start()
    private val mailgun =
        MailgunClient.builder(simulator.key()).region(Region.at(simulator.baseUrl())).build()

    @BeforeEach
    fun reset() {
        simulator.reset()
        simulator.domains().add(domain)
    }

    @AfterAll
    fun close() {
        mailgun.close()
        simulator.close()
    }

    @Test
    fun `a listing is a flow that asks for what is collected`() =
        runBlocking<Unit> {
            val addresses = (100..199).map { "user$it@example.com" }
            simulator.suppressions(domain).addBounces(addresses.stream())

            val ten =
                BouncesApi(mailgun)
                    .list(domain, SuppressionFilter.all().pageSize(20))
                    .asFlow()
                    .map { it.address }
                    .take(10)
                    .toList()

            assertThat(ten).isEqualTo(addresses.take(10))
            assertThat(simulator.journal().of("GET /v3/{domain}/bounces").size).isLessThan(5)
        }

    @Test
    fun `a flow of any length is added`() =
        runBlocking<Unit> {
            val complaints =
                (1..2500).asFlow().map {
                    NewComplaint.of(if (it == 1) "nobody" else "user$it@example.com")
                }

            val results =
                ComplaintsApi(mailgun).addAll(domain, complaints.asPublisher()).asFlow().toList()

            val (failed, added) = results.partition { it.failed() }
            assertThat(added.sumOf { it.items.size }).isEqualTo(1500)
            assertThat(failed.single().items.map { it.address() }).hasSize(1000).contains("nobody")
            assertThat((failed.single().error as ErrorStatusException).status()).isEqualTo(400)
        }

    @Test
    fun `an address is added, found and deleted`() =
        runBlocking<Unit> {
            val bounces = BouncesApi(mailgun)

            bounces.add(domain, NewBounce.of("ann+news@example.com").code("552")).awaitSingle()
            val bounce = bounces.get(domain, "ann+news@example.com").awaitSingle()
            val deleted = bounces.delete(domain, "ann+news@example.com").awaitSingle()

            assertThat(bounce.code ?: "none").isEqualTo("552")
            assertThat(deleted.address).isEqualTo(bounce.address)
        }

    @Test
    fun `an address that is on no list is an error`() {
        val error =
            assertThrows<ErrorStatusException> {
                runBlocking {
                    UnsubscribesApi(mailgun).get(domain, "ann@example.com").awaitSingle()
                }
            }

        assertThat(error.isNotFound).isTrue()
    }

    @Test
    fun `a file is imported`() =
        runBlocking<Unit> {
            val csv = "address,tags\nann@example.com,news\n".toByteArray()

            UnsubscribesApi(mailgun)
                .importCsv(domain, Part.bytes("unsubscribes.csv", csv))
                .awaitSingle()
            UnsubscribesApi(mailgun).add(domain, NewUnsubscribe.of("bob@example.com")).awaitSingle()

            assertThat(UnsubscribesApi(mailgun).list(domain).asFlow().toList().map { it.tags })
                .containsExactly(listOf("news"), listOf("*"))
        }

    @Test
    fun `the allowlist reads as properties`() =
        runBlocking<Unit> {
            val allowlist = AllowlistApi(mailgun)

            val added =
                allowlist.add(domain, NewAllowlistEntry.ofDomain("partner.example")).awaitSingle()
            val entry = allowlist.get(domain, "partner.example").awaitSingle()
            allowlist.deleteAll(domain).awaitSingle()

            assertThat(added.type).isEqualTo(AllowlistType.DOMAIN)
            assertThat(entry.value).isEqualTo("partner.example")
            assertThat(entry.createdAt).isNotNull()
            assertThat(allowlist.list(domain).asFlow().toList()).isEmpty()
        }
}
