package io.github.mailgunreactor.samples.orders;

import io.github.mailgunreactor.analytics.logs.LogEvent;
import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.analytics.logs.LogsQuery;
import io.github.mailgunreactor.events.Event;
import io.github.mailgunreactor.events.EventType;
import io.github.mailgunreactor.spring.MailgunLifecycle;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happens to all mail of the account, as server-sent events. Whoever watches shares one tail, which ends with the last of them. */
@RestController
final class MailEvents {
    private final Flux<MailEvent> events;
    private final MailgunLifecycle lifecycle;

    MailEvents(LogsApi logs, MailgunLifecycle lifecycle, @Value("${orders.tail-interval}") Duration interval) {
        this.events = logs.tail(LogsQuery.all().events(LogEvent.DELIVERED, LogEvent.FAILED))
                .interval(interval)
                .fromNow()
                .map(tailed -> MailEvent.of(tailed.event()))
                .share();
        this.lifecycle = lifecycle;
    }

    /** Begins with a comment, as a response has no head before its first item. Who reads too slowly misses some, and holds up nobody. */
    @GetMapping(path = "/mail-events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<MailEvent>> events() {
        return lifecycle.untilShutdown(events.onBackpressureDrop()
                .map(event -> ServerSentEvent.builder(event).build())
                .mergeWith(Mono.just(ServerSentEvent.<MailEvent>builder()
                        .comment("following")
                        .build())));
    }

    /** Without the recipient: this goes to browsers. */
    record MailEvent(@Nullable String order, @Nullable String event, Instant at) {
        static MailEvent of(Event event) {
            EventType type = event.type();
            return new MailEvent(OrderWebhooks.orderOf(event), type == null ? null : type.value(), event.timestamp());
        }
    }
}
