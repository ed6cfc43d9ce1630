package io.github.mailgunreactor.simulator.internal.http;

import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.StoredKey;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * One request on its way through the simulator: fault, authentication, rate limit, body, handler, journal, response. It
 * stays on the event loop of its connection.
 */
final class Dispatch {
    private static final System.Logger LOGGER = System.getLogger(Dispatch.class.getName());

    private final Dispatcher dispatcher;
    private final RegionContext region;
    private final HttpServerRequest in;
    private final HttpServerResponse out;
    private final Target target;
    private ReceivedBody body = ReceivedBody.NONE;
    private Routes.@Nullable Match match;
    private @Nullable FaultEffect fault;
    private @Nullable StoredKey key;
    private @Nullable Account account;
    private final List<RequestBudgets.Charge> charges = new ArrayList<>(2);

    Dispatch(Dispatcher dispatcher, RegionContext region, HttpServerRequest in, HttpServerResponse out, Target target) {
        this.dispatcher = dispatcher;
        this.region = region;
        this.in = in;
        this.out = out;
        this.target = target;
    }

    Mono<Void> run() {
        Mono<Void> outcome = Mono.defer(this::answered)
                .onErrorResume(Refusal.class, refusal -> Mono.just(withCharges(refusal.response())))
                .onErrorResume(AbortedException.class, gone -> Mono.fromRunnable(this::recordNoResponse))
                .onErrorResume(RuntimeException.class, bug -> Mono.just(failed(bug)))
                .flatMap(this::send);
        try {
            match = find();
        } catch (Refusal malformedPath) {
            return outcome;
        }
        fault = match == null ? null : dispatcher.faults().apply(match.route(), this::keyHolder);
        if (fault == null) {
            return outcome;
        }
        Mono<Void> faulty = fault.dropsConnection() ? Mono.defer(this::drop) : outcome;
        return fault.delay().isZero() ? faulty : wait(fault.delay()).then(faulty);
    }

    private @Nullable String keyHolder() {
        StoredKey carried = region.state().locked(() -> Authenticator.key(in.requestHeaders(), region.state()));
        return carried == null ? null : carried.account();
    }

    private Routes.@Nullable Match find() {
        try {
            return dispatcher.routes().find(Method.valueOf(in.method().name()), target.rawPath());
        } catch (IllegalArgumentException noMethodOfMailgun) {
            return null;
        }
    }

    private Mono<SimulatedResponse> answered() {
        Routes.Match found = match;
        if (found == null) {
            return Mono.just(noOperation());
        }
        if (fault != null && fault.response() != null) {
            SimulatedResponse response = fault.response();
            return read(null).thenReturn(response);
        }
        SimulatedRequest request = region.state().locked(() -> admitted(found));
        if (request == null) {
            return Mono.just(StandardResponses.unauthorized());
        }
        if (!charges.isEmpty() && charges.get(0).spent()) {
            return Mono.just(charges.get(0).refusal(found.variables().get("domain")));
        }
        FileSink sink = region.state().locked(request::openSink);
        return read(sink == null ? null : sink.within(region.state()))
                .map(received -> {
                    request.received(received);
                    return region.state().locked(() -> found.route().handler().handle(request));
                })
                .map(this::withCharges);
    }

    private SimulatedResponse noOperation() {
        if (target.rawPath().equals("/") && in.method().name().equals("GET")) {
            return StandardResponses.root();
        }
        if (target.rawPath().startsWith("/v1/analytics/")) {
            return StandardResponses.notFoundInAnalytics();
        }
        List<Method> allowed = dispatcher.routes().allowed(target.rawPath());
        return allowed.isEmpty()
                ? StandardResponses.notFound()
                : StandardResponses.methodNotAllowed(
                        allowed.stream().map(Method::name).collect(Collectors.joining(", ")));
    }

    /** The request if its key may do what it asks, else {@code null}. */
    private @Nullable SimulatedRequest admitted(Routes.Match found) {
        StoredKey used = Authenticator.key(in.requestHeaders(), region.state());
        if (used == null) {
            return null;
        }
        key = used;
        Account acting = Authenticator.account(used, in.requestHeaders(), region.state());
        account = acting;
        if (!found.route().allows(used)) {
            if (used.sendsOnly()) {
                return null;
            }
            throw new Refusal(403, "Forbidden");
        }
        Refusal.where(
                acting.status() == Account.Status.DISABLED && !found.route().isForDisabled(), 403, "Account disabled");
        Instant now = region.state().now();
        RequestBudgets.Charge charge = dispatcher.budgets().charge(found.route(), acting.id(), region.name(), now);
        if (charge != null) {
            charges.add(charge);
        }
        return new SimulatedRequest(target, found, in.requestHeaders(), acting, used, region, (budget, amount) -> {
            RequestBudgets.Charge more = dispatcher.budgets().charge(budget, amount, acting.id(), region.name(), now);
            if (more == null) {
                return null;
            }
            charges.add(more);
            return more.spent() ? more.refusal(found.variables().get("domain")) : null;
        });
    }

    private Mono<ReceivedBody> read(@Nullable FileSink sink) {
        return dispatcher
                .bodyReader()
                .read(in.requestHeaders(), in.receive(), sink)
                .doOnNext(received -> body = received);
    }

    private SimulatedResponse withCharges(SimulatedResponse response) {
        charges.forEach(charge -> charge.addTo(response));
        return response;
    }

    private SimulatedResponse failed(RuntimeException bug) {
        LOGGER.log(Level.ERROR, "the simulator failed to handle " + operation(), bug);
        return SimulatedResponse.message(500, "Internal Server Error");
    }

    private String operation() {
        return in.method().name() + " "
                + (match == null ? target.rawPath() : match.route().template());
    }

    private Mono<Void> send(SimulatedResponse response) {
        if (fault != null && fault.losesResponse()) {
            return drop();
        }
        record(response.status(), response.beginning());
        return write(response);
    }

    private Mono<Void> write(SimulatedResponse response) {
        if (key != null) {
            response.header("x-mailgun-key-id", key.id());
        }
        if (fault != null) {
            fault.headers().forEach(response::header);
        }
        if (fault != null && fault.truncatesBody()) {
            byte[] bytes = response.body();
            out.status(response.status());
            response.headers().forEach(out::header);
            out.header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(bytes.length));
            out.compression(false);
            // A Mono would be sent as a whole message, with a length that fits it.
            return out.send(Flux.just(Unpooled.wrappedBuffer(Arrays.copyOf(bytes, bytes.length / 2))))
                    .then()
                    .then(Mono.defer(this::close));
        }
        return response.writeTo(out);
    }

    private Mono<Void> drop() {
        recordNoResponse();
        return close();
    }

    private void recordNoResponse() {
        record(0, "");
    }

    private Mono<Void> close() {
        in.withConnection(Connection::dispose);
        return Mono.never();
    }

    private Mono<Void> wait(Duration delay) {
        return Mono.create(sink -> in.withConnection(connection -> {
            var timer = connection
                    .channel()
                    .eventLoop()
                    .schedule(() -> sink.success(), delay.toNanos(), TimeUnit.NANOSECONDS);
            sink.onDispose(() -> timer.cancel(false));
        }));
    }

    private void record(int status, String response) {
        dispatcher
                .journal()
                .accept(new HandledRequest(
                        region.name(),
                        in.method().name(),
                        target,
                        match == null ? null : match.route(),
                        in.requestHeaders(),
                        account == null ? null : account.id(),
                        key == null ? null : key.id(),
                        body,
                        status,
                        response,
                        region.state().now()));
    }
}
