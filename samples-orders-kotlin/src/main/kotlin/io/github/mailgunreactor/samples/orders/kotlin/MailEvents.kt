package io.github.mailgunreactor.samples.orders.kotlin

import io.github.mailgunreactor.analytics.logs.LogEvent
import io.github.mailgunreactor.analytics.logs.LogsApi
import io.github.mailgunreactor.analytics.logs.LogsQuery
import io.github.mailgunreactor.events.Event
import io.github.mailgunreactor.spring.MailgunLifecycle
import java.time.Duration
import java.time.Instant
import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.onStart
import kotlinx.coroutines.reactive.asFlow
import org.springframework.beans.factory.annotation.Value
import org.springframework.http.MediaType
import org.springframework.http.codec.ServerSentEvent
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RestController

/**
 * What happens to all mail of the account, as server-sent events. Whoever watches shares one tail,
 * which ends with the last of them.
 */
@RestController
class MailEvents(
    logs: LogsApi,
    private val lifecycle: MailgunLifecycle,
    @Value("\${orders.tail-interval}") interval: Duration,
) {
    private val events =
        logs
            .tail(LogsQuery.all().events(LogEvent.DELIVERED, LogEvent.FAILED))
            .interval(interval)
            .fromNow()
            .map { MailEvent.of(it.event()) }
            .share()

    /**
     * Begins with a comment, as a response has no head before its first item. Who reads too slowly
     * misses some, and holds up nobody.
     */
    @GetMapping("/mail-events", produces = [MediaType.TEXT_EVENT_STREAM_VALUE])
    fun events(): Flow<ServerSentEvent<MailEvent>> =
        lifecycle
            .untilShutdown(events)
            .asFlow()
            .buffer(WAITING, BufferOverflow.DROP_OLDEST)
            .map { ServerSentEvent.builder(it).build() }
            .onStart { emit(ServerSentEvent.builder<MailEvent>().comment("following").build()) }

    private companion object {
        const val WAITING = 256
    }
}

/** Without the recipient: this goes to browsers. */
data class MailEvent(val order: String?, val event: String?, val at: Instant) {
    companion object {
        fun of(event: Event): MailEvent =
            MailEvent(event.order, event.type()?.value(), event.timestamp())
    }
}
