package io.github.mailgunreactor.examples

import io.github.mailgunreactor.core.ErrorStatusException
import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.keys.KeyFilter
import io.github.mailgunreactor.keys.KeysApi
import io.github.mailgunreactor.keys.NewKey
import io.github.mailgunreactor.simulator.Simulator
import java.time.Duration
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.reactive.asFlow
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking

/** The quick start once more, as coroutines see it. */
object KotlinQuickStart {
    @JvmStatic
    fun main(arguments: Array<String>) = runBlocking {
        Simulator.start().use { simulator ->
            MailgunClient.builder(simulator.key())
                .region(Region.at(simulator.baseUrl()))
                .build()
                .use { mailgun -> manageKeys(KeysApi(mailgun)) }
        }
    }

    private suspend fun manageKeys(keys: KeysApi) {
        val created =
            checkNotNull(
                keys
                    .create(NewKey.sending("shop.example.com").expiration(Duration.ofDays(90)))
                    .awaitSingle()
                    .key
            )
        println("made ${created.id}, which expires ${created.expiresAt ?: "never"}")

        val list = keys.list(KeyFilter.all().domain("shop.example.com")).asFlow().toList()
        println("shop.example.com has ${list.size} key(s)")

        keys.delete(created.id).awaitSingle()
        try {
            keys.delete(created.id).awaitSingle()
        } catch (error: ErrorStatusException) {
            println("deleting it again: ${error.message}")
        }
    }
}
