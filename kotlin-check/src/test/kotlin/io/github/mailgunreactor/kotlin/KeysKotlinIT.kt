package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.core.ErrorStatusException
import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.keys.IpAllowlistApi
import io.github.mailgunreactor.keys.KeyFilter
import io.github.mailgunreactor.keys.KeyKind
import io.github.mailgunreactor.keys.KeyRole
import io.github.mailgunreactor.keys.KeysApi
import io.github.mailgunreactor.keys.NewAllowedAddress
import io.github.mailgunreactor.keys.NewKey
import io.github.mailgunreactor.simulator.Simulator
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.assertThrows

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysKotlinIT {
    private val simulator = Simulator.start()
    private val mailgun =
        MailgunClient.builder(simulator.key()).region(Region.at(simulator.baseUrl())).build()

    @AfterAll
    fun close() {
        mailgun.close()
        simulator.close()
    }

    @Test
    fun `a key is made, listed and deleted in coroutines`(): Unit = runBlocking {
        val keys = KeysApi(mailgun)

        val key =
            checkNotNull(
                keys
                    .create(NewKey.sending("kotlin.example.com").description("from Kotlin"))
                    .awaitSingle()
                    .key
            )
        val listed =
            keys
                .list(KeyFilter.all().domain("kotlin.example.com").kind(KeyKind.DOMAIN))
                .asFlow()
                .toList()
        keys.delete(key.id).awaitSingle()

        assertThat(listed.map { it.id }).containsExactly(key.id)
        assertThat(listed.single().role).isEqualTo(KeyRole.SENDING)
        assertThat(key.secret?.reveal()).isNotBlank()
        assertThat(key.toString()).doesNotContain(key.secret?.reveal())
    }

    @Test
    fun `errors are thrown as they are`() {
        val error =
            assertThrows<ErrorStatusException> {
                runBlocking { KeysApi(mailgun).delete("none").awaitSingle() }
            }

        assertThat(error.status()).isEqualTo(404)
    }

    @Test
    fun `the allowlist reads as properties`(): Unit = runBlocking {
        val allowlist = IpAllowlistApi(mailgun)

        val added =
            allowlist.add(NewAllowedAddress.of("127.0.0.1").description("here")).awaitSingle()
        val removed = allowlist.remove("127.0.0.1").awaitSingle()

        assertThat(added.addresses.map { it.ipAddress to it.description })
            .containsExactly("127.0.0.1" to "here")
        assertThat(removed.addresses).isEmpty()
    }
}
