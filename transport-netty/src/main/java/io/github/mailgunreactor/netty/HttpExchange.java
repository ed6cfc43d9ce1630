package io.github.mailgunreactor.netty;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.NoResponseException.Reason;
import io.github.mailgunreactor.core.transport.TransportRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.context.Context;

/**
 * One subscription: a request on its way to the server and the response on its way back. It is at once what the
 * subscriber holds, what listens to Reactor Netty, and what is handed the response's head, so that a call costs one object.
 *
 * <p>It ends exactly once. Whoever moves {@link #phase} to {@link #ENDED} signals the subscriber; once the call has a
 * connection, that happens on the connection's event loop, so signals never overlap.
 */
@SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a connection to be closed
abstract class HttpExchange<T>
        implements Subscription,
                CoreSubscriber<Object>,
                Runnable,
                BiFunction<HttpClientResponse, Connection, Publisher<Object>> {
    /** Under this key a call finds itself again in the context of its own connection. */
    static final Object KEY = HttpExchange.class;

    private static final int CREATED = 0;
    private static final int WAITING = 1;
    private static final int CONNECTED = 2;
    private static final int ENDED = 3;

    /** The subscriber has got the head and the end; what follows is for the body's subscriber. */
    private static final int HANDED_OVER = 4;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<HttpExchange> PHASE =
            AtomicIntegerFieldUpdater.newUpdater(HttpExchange.class, "phase");

    /** Nothing is awaited: there is no connection yet, or the subscriber does not want to read. */
    private static final long NOT_AWAITING = 0;

    final NettyTransport transport;
    final TransportRequest request;
    final CoreSubscriber<? super T> actual;
    private final Context context;
    private final long deadline;

    private volatile int phase;
    private volatile @Nullable Subscription upstream;
    private volatile @Nullable Subscription acquisition;
    private volatile @Nullable BodySender body;
    private volatile @Nullable Channel channel;
    private volatile boolean sent;
    private volatile boolean awaitingBody;
    private volatile long awaitingSince = NOT_AWAITING;
    private @Nullable NettyResponseHead head;

    /** From when the call sends until its response has arrived whole. Known on the connection's event loop only. */
    private boolean owningConnection;

    HttpExchange(NettyTransport transport, TransportRequest request, CoreSubscriber<? super T> actual) {
        this.transport = transport;
        this.request = request;
        this.actual = actual;
        this.context = actual.currentContext().put(KEY, this);
        Duration timeout = request.timeout();
        this.deadline = timeout == null || timeout.toSeconds() > Integer.MAX_VALUE
                ? Long.MAX_VALUE
                : System.nanoTime() + timeout.toNanos();
    }

    // What the subscriber asks for

    @Override
    public void request(long n) {
        if (Operators.validate(n) && PHASE.compareAndSet(this, CREATED, WAITING)) {
            begin();
        }
    }

    @Override
    public void cancel() {
        int current = phase;
        while (current != ENDED && current != HANDED_OVER) {
            if (PHASE.compareAndSet(this, current, ENDED)) {
                release();
                forget();
                return;
            }
            current = phase;
        }
    }

    /** What the body's subscriber does with a response whose head was given away. */
    final void cancelBody() {
        if (PHASE.getAndSet(this, ENDED) != ENDED) {
            release();
            forget();
        }
    }

    private void begin() {
        transport.exchanges().add(this);
        if (phase == ENDED) {
            // Cancelled just now, perhaps before it was added.
            transport.exchanges().remove(this);
            return;
        }
        if (transport.isClosing()) {
            fail(NettyTransport.refused(request));
            return;
        }
        try {
            transport
                    .servers()
                    .of(request.region())
                    .receiver(request)
                    .responseConnection(this)
                    .subscribe(this);
        } catch (Throwable failure) {
            fail(Failures.of(this, null, failure));
        }
    }

    // What the connection reports

    @Override
    public Context currentContext() {
        return context;
    }

    @Override
    public final void onSubscribe(Subscription subscription) {
        upstream = subscription;
        if (phase == ENDED) {
            subscription.cancel();
        } else {
            connecting(subscription);
        }
    }

    /** Notes that the call waits for a connection, so that it can stop waiting. */
    final void acquiring(@Nullable Subscription subscription) {
        acquisition = subscription;
        if (subscription != null && phase == ENDED) {
            subscription.cancel();
        }
    }

    /** Whether the call still wants the connection it was given. */
    final boolean connected(Channel channel) {
        this.channel = channel;
        owningConnection = PHASE.compareAndSet(this, WAITING, CONNECTED);
        return owningConnection;
    }

    /** From here on, a byte of the request may have left. */
    final void sending(@Nullable BodySender body) {
        this.body = body;
        sent = true;
        if (phase == ENDED && body != null) {
            body.cancel();
        } else {
            awaitResponse();
        }
    }

    /** From now on the server may be silent, or take nothing of what is sent, for the response timeout. */
    final void awaitResponse() {
        awaitingBody = false;
        awaitingSince = System.nanoTime() | 1;
    }

    /** From now on the publisher of the request's body may be silent as long. */
    final void awaitBody() {
        if (!awaitingBody) {
            awaitingSince = System.nanoTime() | 1;
            awaitingBody = true;
        }
    }

    void pauseWaiting() { // not final: a test asks for more in the middle of it
        awaitingSince = NOT_AWAITING;
    }

    @Override
    public final Publisher<Object> apply(HttpClientResponse response, Connection connection) {
        NettyResponseHead received = new NettyResponseHead(response.status().code(), response.responseHeaders());
        head = received;
        WireLog log = transport.wireLog();
        if (log != null) {
            log.received(request, received);
        }
        awaitResponse();
        received(received);
        @SuppressWarnings("unchecked")
        Publisher<Object> content = (Publisher<Object>) connection.inbound().receiveObject();
        return content;
    }

    @Override
    public final void onNext(Object message) {
        NettyResponseHead received = head;
        if (phase == ENDED || received == null) {
            return;
        }
        awaitResponse();
        ByteBuf bytes = message instanceof ByteBufHolder holder ? holder.content() : (ByteBuf) message;
        WireLog log = transport.wireLog();
        if (log != null) {
            log.received(request, bytes.readableBytes());
        }
        content(received, bytes);
    }

    /**
     * Reactor Netty says so before it gives the connection back to the pool. The subscriber learns it after that, for
     * its next request, which often follows at once, should not have to open another.
     */
    @Override
    public final void onComplete() {
        Channel connected = channel;
        if (head == null || connected == null) {
            fail(Failures.lost(this, null));
            return;
        }
        owningConnection = false;
        if (connected.eventLoop().isShuttingDown()) {
            run();
        } else {
            connected.eventLoop().execute(this);
        }
    }

    @Override
    public final void run() {
        NettyResponseHead whole = head;
        if (phase != ENDED && whole != null) {
            completed(whole);
        }
    }

    @Override
    public final void onError(Throwable failure) {
        NettyResponseHead received = head;
        fail(Failures.of(this, received, failure));
    }

    // What an exchange and a download do differently

    /** The first chance to ask the connection for content. */
    abstract void connecting(Subscription upstream);

    abstract void received(NettyResponseHead head);

    /** The bytes belong to the caller, who releases them. */
    abstract void content(NettyResponseHead head, ByteBuf bytes);

    abstract void completed(NettyResponseHead head);

    // How it ends

    /** Whether the caller may now signal the subscriber, as nobody else has or will, and then {@link #forget()}. */
    final boolean end() {
        return PHASE.getAndSet(this, ENDED) != ENDED;
    }

    /** The last that an exchange does: a closing transport waits until its subscriber has been told. */
    final void forget() {
        transport.exchanges().remove(this);
    }

    /** Whether the subscriber is still there to get the response before its body has ended. */
    final boolean handOver() {
        return PHASE.compareAndSet(this, CONNECTED, HANDED_OVER);
    }

    final void fail(Throwable failure) {
        if (PHASE.getAndSet(this, ENDED) != ENDED) {
            release();
            signal(failure);
            forget();
        }
    }

    /** Tells whoever is to know. */
    void signal(Throwable failure) {
        try {
            actual.onError(failure);
        } catch (Throwable thrown) {
            Failures.dropped(thrown, context);
        }
    }

    /** Runs on the timer, so it decides and leaves the rest to an event loop. */
    final void checkTime(long now, long responseTimeoutNanos) {
        long since = awaitingSince;
        if (deadline != Long.MAX_VALUE && now - deadline >= 0) {
            failFromOutside(Reason.TIMED_OUT, null);
        } else if (since != NOT_AWAITING && now - since >= responseTimeoutNanos) {
            if (awaitingBody) {
                Duration silence = transport.settings().responseTimeout();
                failFromOutside(
                        Reason.BODY_FAILED,
                        new TimeoutException("the publisher of the body has emitted nothing for " + silence));
            } else {
                failFromOutside(Reason.TIMED_OUT, null);
            }
        }
    }

    final void cut() {
        failFromOutside(Reason.CLOSED, null);
    }

    private void failFromOutside(Reason reason, @Nullable Throwable cause) {
        if (PHASE.compareAndSet(this, WAITING, ENDED)) {
            NoResponseException failure = new NoResponseException(request, reason, false, cause);
            transport.servers().execute(() -> {
                release();
                signal(failure);
                forget();
            });
            return;
        }
        Channel connected = channel;
        if (phase != ENDED && phase != CREATED && connected != null) {
            transport
                    .servers()
                    .execute(connected.eventLoop(), () -> fail(new NoResponseException(request, reason, sent, cause)));
        }
    }

    private void release() {
        Subscription waiting = acquisition;
        if (waiting != null) {
            waiting.cancel();
        }
        BodySender sending = body;
        if (sending != null) {
            sending.cancel();
        }
        Channel connected = channel;
        if (connected != null) {
            cut(connected);
        } else {
            cancelUpstream();
        }
    }

    private void cancelUpstream() {
        Subscription receiving = upstream;
        if (receiving != null) {
            receiving.cancel();
        }
    }

    /**
     * Closes the connection, which is in the middle of a response, or does nothing where the response has arrived. Only the
     * event loop knows which: a moment later the connection may be another call's.
     */
    private void cut(Channel connected) {
        if (!connected.eventLoop().inEventLoop()) {
            connected.eventLoop().execute(() -> cut(connected));
        } else if (owningConnection) {
            owningConnection = false;
            cancelUpstream();
            connected.close();
        }
    }

    final @Nullable Subscription upstream() {
        return upstream;
    }

    /** Whether it may still be sent: known on the connection's event loop. */
    final boolean isWanted() {
        return phase == CONNECTED;
    }

    final boolean sent() {
        return sent;
    }

    final @Nullable Channel channel() {
        return channel;
    }
}
