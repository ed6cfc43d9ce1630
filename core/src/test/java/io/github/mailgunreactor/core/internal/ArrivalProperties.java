package io.github.mailgunreactor.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Attempt;
import io.github.mailgunreactor.core.Credentials;
import io.github.mailgunreactor.core.Interceptor;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunClientBuilder;
import io.github.mailgunreactor.core.MailgunException;
import io.github.mailgunreactor.core.MailgunRequest;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.Response;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.transport.ResponseHead;
import io.github.mailgunreactor.core.transport.ResponseReader;
import io.github.mailgunreactor.core.transport.ResponseStream;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.core.transport.TransportRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * {@code requestSent() == false} is never told of a request that reached the server, whatever comes together when: deadline,
 * response, failure, cancel, a retry. {@code -Dinterleavings=100000} does as many in each kind of time; a build does fewer.
 */
class ArrivalProperties {
    private static final int ROUNDS = Integer.getInteger("interleavings", 4_000);

    /** How the attempts of one call go; times in units that the deadline is made of too, so that they often coincide. */
    private record Plan(long seed, Duration unit) {
        Random random() {
            return new Random(seed);
        }
    }

    /** A server that knows what reached it, behind a transport that tells the truth about each exchange. */
    private static final class Server implements Transport {
        private final Random random;
        private final Duration unit;
        private final Scheduler time;
        final AtomicInteger reached = new AtomicInteger();

        Server(Plan plan, Scheduler time) {
            this.random = plan.random();
            this.unit = plan.unit;
            this.time = time;
        }

        @Override
        public <T> Mono<T> exchange(TransportRequest request, ResponseReader<T> reader) {
            return new Mono<>() {
                @Override
                public void subscribe(CoreSubscriber<? super T> actual) {
                    actual.onSubscribe(new Exchanging<>(request, reader, actual));
                }
            };
        }

        private synchronized int pick(int bound) {
            return random.nextInt(bound);
        }

        /** Connects, is sent, ends; each after a while, and not at all once it is cancelled. */
        private final class Exchanging<T> implements Subscription {
            private final TransportRequest request;
            private final ResponseReader<T> reader;
            private final CoreSubscriber<? super T> actual;
            private final AtomicBoolean over = new AtomicBoolean();
            private volatile @Nullable Disposable next;

            Exchanging(TransportRequest request, ResponseReader<T> reader, CoreSubscriber<? super T> actual) {
                this.request = request;
                this.reader = reader;
                this.actual = actual;
            }

            @Override
            public void request(long n) {
                after(this::connected);
            }

            private void after(Runnable step) {
                long units = pick(3);
                next = units == 0 && pick(2) == 0
                        ? run(step)
                        : time.schedule(step, unit.toNanos() * units, TimeUnit.NANOSECONDS);
            }

            private Disposable run(Runnable step) {
                step.run();
                return () -> {};
            }

            private void connected() {
                if (pick(4) == 0) {
                    fail(new NoResponseException(request, NoResponseException.Reason.CONNECT_FAILED, false, null));
                    return;
                }
                // Whoever cancels before this moment keeps the request from being sent.
                if (!over.get()) {
                    reached.incrementAndGet();
                    after(this::responded);
                }
            }

            private void responded() {
                switch (pick(4)) {
                    case 0 ->
                        fail(new NoResponseException(request, NoResponseException.Reason.CONNECTION_LOST, true, null));
                    case 1 -> fail(reading(503));
                    default -> succeed();
                }
            }

            private Throwable reading(int status) {
                try {
                    reader.read(ResponseHead.of(status, Map.of()), new byte[0], 0, 0);
                    return new AssertionError("no error");
                } catch (MailgunException error) {
                    return error;
                }
            }

            private void succeed() {
                if (over.compareAndSet(false, true)) {
                    actual.onNext(Objects.requireNonNull(
                            reader.read(ResponseHead.of(200, Map.of()), new byte[] {'x'}, 0, 1)));
                    actual.onComplete();
                }
            }

            private void fail(Throwable error) {
                if (over.compareAndSet(false, true)) {
                    actual.onError(error);
                }
            }

            @Override
            public void cancel() {
                over.set(true);
                Disposable waiting = next;
                if (waiting != null) {
                    waiting.dispose();
                }
            }
        }

        @Override
        public Mono<ResponseStream> stream(TransportRequest request, ResponseReader<? extends Throwable> failure) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public void close() {}

        @Override
        public Mono<Void> onClose() {
            return Mono.empty();
        }
    }

    /** What an interceptor of some application might do: wait before and after, give up, hide an error, send twice. */
    private static final class Meddling implements Interceptor {
        private final Random random;
        private final Duration unit;
        private final Scheduler time;

        Meddling(Plan plan, Scheduler time) {
            this.random = new Random(plan.seed * 31);
            this.unit = plan.unit;
            this.time = time;
        }

        private synchronized int pick(int bound) {
            return random.nextInt(bound);
        }

        @Override
        public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
            Mono<Response<T>> outcome = pick(2) == 0
                    ? chain.proceed(attempt)
                    : Mono.delay(unit.multipliedBy(pick(3)), time).then(chain.proceed(attempt));
            return switch (pick(6)) {
                case 0 -> outcome.delayElement(unit.multipliedBy(1 + pick(2)), time);
                case 1 -> outcome.timeout(unit.multipliedBy(1 + pick(3)), Mono.error(() -> unsent(attempt)), time);
                case 2 -> outcome.onErrorResume(NoResponseException.class, hidden -> Mono.error(unsent(attempt)));
                case 3 -> outcome.onErrorResume(MailgunException.class, again -> chain.proceed(attempt));
                default -> outcome;
            };
        }

        private static NoResponseException unsent(Attempt attempt) {
            return new NoResponseException(
                    attempt.operation(), attempt.region(), NoResponseException.Reason.TIMED_OUT, false, null);
        }
    }

    /** One call, which is cancelled at some time if no signal comes before. */
    private static final class Round extends BaseSubscriber<String> {
        private final Server server;
        private final Runnable end;
        private final AtomicInteger signals = new AtomicInteger();
        volatile @Nullable String lie;

        Round(Server server, Runnable end) {
            this.server = server;
            this.end = end;
        }

        @Override
        protected void hookOnComplete() {
            ended();
        }

        @Override
        protected void hookOnError(Throwable error) {
            if (error instanceof NoResponseException unsent && !unsent.requestSent() && server.reached.get() > 0) {
                lie = error.getMessage() + " after " + server.reached.get() + " arrivals";
            }
            ended();
        }

        @Override
        protected void hookOnCancel() {
            end.run();
        }

        private void ended() {
            signals.incrementAndGet();
            end.run();
        }
    }

    private static MailgunClient client(Plan plan, Server server, Scheduler time) {
        Random random = new Random(plan.seed * 17);
        MailgunClientBuilder client = MailgunClient.builder(
                        random.nextInt(3) == 0
                                ? Credentials.from(Mono.just("key-supplied"))
                                : Credentials.apiKey("key-fixed"))
                .transport(server)
                .scheduler(time)
                .timeout(plan.unit.multipliedBy(1 + random.nextInt(5)))
                .retry(RetryPolicy.defaults().backoff(Duration.ofMillis(1), Duration.ofMillis(1)));
        for (int i = random.nextInt(3); i > 0; i--) {
            client.interceptor(new Meddling(plan, time));
        }
        return client.build();
    }

    private static MailgunRequest<String> request(Plan plan) {
        Method[] methods = {Method.GET, Method.PUT, Method.POST};
        return methods[new Random(plan.seed * 7).nextInt(methods.length)]
                .path("/v1/keys")
                .asText();
    }

    @Example
    void inVirtualTime() {
        int told = 0;
        for (int i = 0; i < ROUNDS; i++) {
            VirtualTimeScheduler time = VirtualTimeScheduler.create();
            Plan plan = new Plan(i + 1L, Duration.ofMillis(40));
            Server server = new Server(plan, time);
            Round round = new Round(server, () -> {});
            client(plan, server, time).send(request(plan)).subscribe(round);
            Random random = new Random(plan.seed * 13);
            if (random.nextInt(5) == 0) {
                time.advanceTimeBy(plan.unit.multipliedBy(random.nextInt(4)));
                round.cancel();
            }
            time.advanceTimeBy(Duration.ofMinutes(5));

            assertThat(round.lie).as("seed %s", plan.seed).isNull();
            assertThat(round.signals.get()).as("signals, seed %s", plan.seed).isLessThanOrEqualTo(1);
            assertThat(round.signals.get() == 1 || round.isDisposed())
                    .as("an end, seed %s", plan.seed)
                    .isTrue();
            told += round.signals.get();
        }
        assertThat(told).isGreaterThan(ROUNDS / 2);
    }

    @Example
    void inRealTime() throws InterruptedException {
        Scheduler time = Schedulers.newParallel("interleavings", 8);
        try {
            int batch = 500;
            for (int done = 0; done < ROUNDS; done += batch) {
                CountDownLatch ends = new CountDownLatch(batch);
                List<Round> rounds = new ArrayList<>(batch);
                for (int i = 0; i < batch; i++) {
                    Plan plan = new Plan(done + i + 1_000_000L, Duration.ofMillis(1));
                    Server server = new Server(plan, time);
                    Round round = new Round(server, ends::countDown);
                    rounds.add(round);
                    client(plan, server, time).send(request(plan)).subscribe(round);
                    Random random = new Random(plan.seed * 13);
                    if (random.nextInt(5) == 0) {
                        time.schedule(round::cancel, random.nextInt(4_000), TimeUnit.MICROSECONDS);
                    }
                }
                assertThat(ends.await(60, TimeUnit.SECONDS))
                        .as("every call ends")
                        .isTrue();
                assertThat(rounds).extracting(round -> round.lie).containsOnlyNulls();
            }
        } finally {
            time.dispose();
        }
    }
}
