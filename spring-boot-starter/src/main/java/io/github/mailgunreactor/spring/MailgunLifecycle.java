package io.github.mailgunreactor.spring;

import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Ends what has no end of its own when the application stops, before the web server waits for its responses: a tail of events that
 * is open as a server-sent stream would hold a graceful shutdown for its whole period otherwise.
 *
 * <pre>{@code
 * @GetMapping(path = "/events", produces = TEXT_EVENT_STREAM_VALUE)
 * Flux<Event> events() {
 *     return lifecycle.untilShutdown(logs.tail(…).fromNow().map(TailedEvent::event));
 * }
 * }</pre>
 */
public final class MailgunLifecycle implements SmartLifecycle {
    private volatile Sinks.Empty<Void> stopping = Sinks.empty();
    private volatile boolean running;

    MailgunLifecycle() {}

    /** The items of a tail until it ends or the application stops; then it completes, and the tail is cancelled. */
    public <T> Flux<T> untilShutdown(Flux<T> tail) {
        return Flux.defer(() -> tail.takeUntilOther(stopping.asMono()));
    }

    /** Before everything else stops: what is handled in the last phase of the start is so in the first of the stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void start() {
        if (!running) {
            stopping = Sinks.empty();
            running = true;
        }
    }

    @Override
    public void stop() {
        running = false;
        stopping.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
