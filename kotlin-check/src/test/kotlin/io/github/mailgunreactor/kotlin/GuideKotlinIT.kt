package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.core.Confirmation
import io.github.mailgunreactor.core.ErrorStatusException
import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.MailgunException
import io.github.mailgunreactor.core.NoResponseException
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.core.RetryPolicy
import io.github.mailgunreactor.core.Secret
import io.github.mailgunreactor.core.UnreadableResponseException
import io.github.mailgunreactor.core.batch.BatchResult
import io.github.mailgunreactor.domains.DomainState
import io.github.mailgunreactor.keys.ApiKey
import io.github.mailgunreactor.keys.KeyFilter
import io.github.mailgunreactor.keys.KeysApi
import io.github.mailgunreactor.keys.NewKey
import io.github.mailgunreactor.simulator.Simulator
import io.github.mailgunreactor.simulator.SimulatorExtension
import io.github.mailgunreactor.suppressions.Bounce
import io.github.mailgunreactor.suppressions.BouncesApi
import io.github.mailgunreactor.suppressions.NewBounce
import java.time.Instant
import kotlin.time.Duration.Companion.days
import kotlin.time.toJavaDuration
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactive.asPublisher
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.reactor.awaitSingleOrNull
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.ExtendWith

/** The code of docs/guide/kotlin.md. */
class KeyRotation(mailgun: MailgunClient) {
    private val keys = KeysApi(mailgun)

    /** Makes a new key, hands it over, and only then deletes the old one. */
    suspend fun rotate(domain: String, oldId: String, handOver: suspend (Secret) -> Unit): ApiKey {
        val key = create(NewKey.sending(domain).expiration(90.days.toJavaDuration()))
        handOver(checkNotNull(key.secret) { "a new key comes with its secret" })
        keys.delete(oldId).awaitSingle()
        return key
    }

    private suspend fun create(newKey: NewKey): ApiKey =
        try {
            checkNotNull(keys.create(newKey).awaitSingle().key)
        } catch (failure: NoResponseException) {
            if (failure.requestSent()) throw KeyMayExist(failure)
            throw failure // it certainly does not exist
        }
}

class KeyMayExist(cause: MailgunException) : Exception(cause)

class Bounces(mailgun: MailgunClient, private val domain: String) {
    private val bounces = BouncesApi(mailgun)

    suspend fun find(address: String): Bounce? =
        bounces
            .get(domain, address)
            .onErrorComplete { it is ErrorStatusException && it.isNotFound }
            .awaitSingleOrNull()

    fun since(start: Instant): Flow<String> =
        bounces
            .list(domain)
            .asFlow()
            .filter { bounce -> bounce.createdAt?.isBefore(start) == false }
            .map { it.address }

    suspend fun latest(count: Long): List<Bounce> =
        bounces.list(domain).take(count).asFlow().toList()

    fun addAll(addresses: Flow<String>): Flow<BatchResult<NewBounce, Confirmation>> =
        bounces.addAll(domain, addresses.map { NewBounce.of(it) }.asPublisher()).asFlow()
}

fun describe(state: DomainState?): String =
    when (state) {
        DomainState.ACTIVE -> "ready to send"
        DomainState.UNVERIFIED -> "waits for its DNS records"
        null -> "not told"
        else -> state.value // one that Mailgun added
    }

fun describe(error: MailgunException): String =
    when (error) {
        is ErrorStatusException -> "${error.status()}: ${error.serverMessage() ?: "no words"}"
        is NoResponseException -> if (error.requestSent()) "may have arrived" else "did not arrive"
        is UnreadableResponseException -> "answered, but not as expected"
    }

@ExtendWith(SimulatorExtension::class)
class GuideKotlinIT {
    @Test
    fun `a key is rotated`(simulator: Simulator) =
        runBlocking<Unit> {
            val old = simulator.keys().addForDomain("shop.example.com", "old")

            client(simulator).use { mailgun ->
                var handedOver: Secret? = null
                val key =
                    KeyRotation(mailgun).rotate("shop.example.com", old.id()) { handedOver = it }

                val left = KeysApi(mailgun).list(KeyFilter.all().domain("shop.example.com"))
                assertThat(left.asFlow().toList().map { it.id }).containsExactly(key.id)
                assertThat(handedOver).isEqualTo(key.secret)
            }
        }

    @Test
    fun `a key whose response was lost may exist`(simulator: Simulator) =
        runBlocking<Unit> {
            simulator.faults().on("POST /v1/keys").loseResponse().times(1)

            client(simulator).use { mailgun ->
                val failure =
                    runCatching { KeyRotation(mailgun).rotate("shop.example.com", "old") {} }
                        .exceptionOrNull()

                assertThat(failure).isInstanceOf(KeyMayExist::class.java)
                assertThat(describe(failure?.cause as MailgunException))
                    .isEqualTo("may have arrived")
            }
        }

    @Test
    fun `bounces are found, listed and added`(simulator: Simulator) =
        runBlocking<Unit> {
            simulator.domains().add("example.com")
            client(simulator).use { mailgun ->
                val bounces = Bounces(mailgun, "example.com")

                val added =
                    bounces.addAll(listOf("ann@example.org", "bob@example.org").asFlow()).toList()

                assertThat(added.single().failed()).isFalse()
                assertThat(bounces.find("ann@example.org")?.address).isEqualTo("ann@example.org")
                assertThat(bounces.find("nobody@example.org")).isNull()
                assertThat(bounces.since(Instant.EPOCH).toList()).hasSize(2)
                assertThat(bounces.latest(1)).hasSize(1)
            }
        }

    @Test
    fun `open values and errors have a branch for the rest`(simulator: Simulator) =
        runBlocking<Unit> {
            assertThat(describe(DomainState("paused"))).isEqualTo("paused")
            client(simulator).use { mailgun ->
                val failure =
                    runCatching { KeysApi(mailgun).delete("none").awaitSingle() }.exceptionOrNull()

                assertThat(describe(failure as MailgunException)).startsWith("404: ")
            }
        }

    private fun client(simulator: Simulator): MailgunClient =
        MailgunClient.builder(simulator.key())
            .region(Region.at(simulator.baseUrl()))
            .retry(RetryPolicy.none())
            .build()
}
