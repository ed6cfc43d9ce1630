package io.github.mailgunreactor.kotlin

import io.github.mailgunreactor.core.MailgunClient
import io.github.mailgunreactor.core.NoResponseException
import io.github.mailgunreactor.core.Part
import io.github.mailgunreactor.core.Region
import io.github.mailgunreactor.messages.Message
import io.github.mailgunreactor.messages.MessagesApi
import io.github.mailgunreactor.simulator.Simulator
import io.github.mailgunreactor.simulator.SimulatorExtension
import io.ktor.utils.io.ByteReadChannel
import io.ktor.utils.io.readAvailable
import io.ktor.utils.io.writeFully
import io.ktor.utils.io.writer
import java.io.IOException
import java.nio.ByteBuffer
import java.nio.file.Files
import java.nio.file.Path
import kotlin.random.Random
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.reactive.asPublisher
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.ExtendWith
import reactor.test.StepVerifier

// The code of docs/guide/messages.md.

fun upload(flow: Flow<ByteArray>): Part =
    Part.publisher("notes.txt") { flow.map { ByteBuffer.wrap(it) }.asPublisher() }

fun chunks(channel: ByteReadChannel): Flow<ByteBuffer> = flow {
    val chunk = ByteBuffer.allocate(64 * 1024)
    while (channel.readAvailable(chunk.clear()) != -1) emit(chunk.flip())
    channel.closedCause?.let { throw it } // a source that broke is no end of the file
}

fun upload(channel: ByteReadChannel): Part = Part.once("notes.txt", chunks(channel).asPublisher())

@ExtendWith(SimulatorExtension::class)
class GuideUploadsKotlinIT {
    private val content = Random(1).nextBytes(5_000_000)

    @BeforeEach
    fun addDomain(simulator: Simulator) {
        simulator.domains().add("shop.example.com")
    }

    @Test
    fun `a flow is sent as a file, and collected again for another attempt`(simulator: Simulator) =
        runBlocking<Unit> {
            simulator.faults().onAny().status(429).times(1)
            var collected = 0
            val notes = flow {
                collected++
                emit("first ".encodeToByteArray())
                emit("second".encodeToByteArray())
            }

            send(simulator, upload(notes))

            assertThat(received(simulator).decodeToString()).isEqualTo("first second")
            assertThat(collected).isEqualTo(2)
        }

    @Test
    fun `a channel is sent as it is written, with more than it can hold`(simulator: Simulator) =
        runBlocking<Unit> {
            val channel = writer(Dispatchers.Default) { channel.writeFully(content) }.channel

            send(simulator, upload(channel))

            assertThat(received(simulator)).isEqualTo(content)
        }

    @Test
    fun `a channel is read no faster than it is asked for`() {
        var written = 0
        val channel =
            CoroutineScope(Dispatchers.Unconfined)
                .writer {
                    repeat(500) {
                        channel.writeFully(content, 0, 10_000)
                        written += 10_000
                        channel.flush()
                    }
                }
                .channel

        StepVerifier.create(chunks(channel).asPublisher(), 0)
            .thenRequest(2)
            .expectNextCount(2)
            .then { assertThat(written).isBetween(1, content.size / 2) }
            .thenCancel()
            .verify()
    }

    @Test
    fun `a channel that fails in the middle sends nothing`(simulator: Simulator) =
        runBlocking<Unit> {
            val channel =
                CoroutineScope(Dispatchers.Default)
                    .writer {
                        channel.writeFully(content, 0, 3_000_000)
                        channel.flush()
                        throw IOException("the source is gone")
                    }
                    .channel

            val failure = runCatching { send(simulator, upload(channel)) }.exceptionOrNull()

            assertThat((failure as NoResponseException).reason())
                .isEqualTo(NoResponseException.Reason.BODY_FAILED)
            assertThat(simulator.mailbox().all()).isEmpty()
        }

    @Test
    fun `the guide shows these lines`() {
        val source =
            Path.of("src/test/kotlin/io/github/mailgunreactor/kotlin/GuideUploadsKotlinIT.kt")
        val tested = Files.readAllLines(source).map { it.trim() }.joinToString("\n")
        val shown =
            Regex("```kotlin\n(.*?)```", RegexOption.DOT_MATCHES_ALL)
                .findAll(Files.readString(Path.of("../docs/guide/messages.md")))
                .flatMap { it.groupValues[1].lines() }
                .map { it.trim() }
                .filter { it.isNotEmpty() }
                .toList()

        assertThat(shown).hasSizeGreaterThan(4).allSatisfy { assertThat(tested).contains(it) }
    }

    private suspend fun send(simulator: Simulator, file: Part) {
        MailgunClient.builder(simulator.key()).region(Region.at(simulator.baseUrl())).build().use {
            mailgun ->
            val message =
                Message.of("shop@shop.example.com").to("ann@example.org").text("x").attachment(file)
            MessagesApi(mailgun).send("shop.example.com", message).awaitSingle()
        }
    }

    private fun received(simulator: Simulator): ByteArray =
        simulator.mailbox().only("ann@example.org").attachments().single().content()
}
