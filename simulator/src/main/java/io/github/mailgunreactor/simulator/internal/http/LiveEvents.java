package io.github.mailgunreactor.simulator.internal.http;

import io.github.mailgunreactor.simulator.internal.state.Changes;
import io.netty.channel.EventLoop;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Server-sent events that name what has changed. There is no queue: what changes while a browser is slow, or within a
 * tenth of a second, melts into one event.
 */
public final class LiveEvents {
    private static final int MILLIS_BETWEEN = 100;
    private static final int SECONDS_OF_SILENCE = 15;
    private static final int MOST_BROWSERS = 64;

    private final Changes changes;
    private final AtomicInteger open = new AtomicInteger();

    public LiveEvents(Changes changes) {
        this.changes = changes;
    }

    /** Opens a stream of events; refuses it where too many are open. */
    public SimulatedResponse open() {
        Refusal.where(open.get() >= MOST_BROWSERS, 503, "too many pages are open");
        return SimulatedResponse.stream("text/event-stream; charset=utf-8", this::on);
    }

    private Flux<String> on(EventLoop loop) {
        return Flux.<String>create(sink -> new Watcher(loop, sink).start(), FluxSink.OverflowStrategy.IGNORE)
                .doOnSubscribe(subscription -> open.incrementAndGet())
                .doFinally(end -> open.decrementAndGet());
    }

    private final class Watcher implements Consumer<Changes.Topic> {
        private final EventLoop loop;
        private final FluxSink<String> sink;
        private final Set<Changes.Topic> changed = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean waiting = new AtomicBoolean();
        private @Nullable Future<?> heartbeat;
        private volatile @Nullable Future<?> draining;

        Watcher(EventLoop loop, FluxSink<String> sink) {
            this.loop = loop;
            this.sink = sink;
        }

        void start() {
            heartbeat = loop.scheduleAtFixedRate(
                    () -> send(": still here\n\n"), SECONDS_OF_SILENCE, SECONDS_OF_SILENCE, TimeUnit.SECONDS);
            sink.onDispose(this::stop);
            sink.onRequest(demand -> drain());
            changes.add(this);
            send("event: hello\ndata: {}\n\n");
        }

        private void stop() {
            changes.remove(this);
            cancel(heartbeat);
            cancel(draining);
        }

        private static void cancel(@Nullable Future<?> timer) {
            if (timer != null) {
                timer.cancel(false);
            }
        }

        @Override
        public void accept(Changes.Topic topic) {
            changed.add(topic);
            if (!loop.isShuttingDown() && waiting.compareAndSet(false, true)) {
                draining = loop.schedule(this::drain, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
            }
        }

        /** Without demand the topics stay, and the next demand comes here again. */
        private void drain() {
            if (sink.requestedFromDownstream() == 0) {
                return;
            }
            waiting.set(false);
            String topics = Stream.of(Changes.Topic.values())
                    .filter(changed::remove)
                    .map(topic -> '"' + topic.name().toLowerCase(Locale.ROOT) + '"')
                    .collect(Collectors.joining(","));
            if (!topics.isEmpty()) {
                send("event: change\ndata: [" + topics + "]\n\n");
            }
        }

        private void send(String event) {
            if (sink.requestedFromDownstream() > 0) {
                sink.next(event);
            }
        }
    }
}
