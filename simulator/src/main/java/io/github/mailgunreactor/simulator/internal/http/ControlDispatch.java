package io.github.mailgunreactor.simulator.internal.http;

import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.Changes;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * One request to the simulator itself: for its page, or below {@code /_simulator/}. It needs no key, meets no fault and is
 * in no journal. Below {@code /_simulator/as/} stands an account and a path of Mailgun's API, asked on its behalf.
 */
final class ControlDispatch {
    private static final System.Logger LOGGER = System.getLogger(ControlDispatch.class.getName());
    private static final String PREFIX = "/_simulator/";
    private static final String AS = PREFIX + "as/";

    private final Dispatcher dispatcher;
    private final RegionContext region;
    private final HttpServerRequest in;
    private final HttpServerResponse out;
    private final Target target;

    ControlDispatch(
            Dispatcher dispatcher, RegionContext region, HttpServerRequest in, HttpServerResponse out, Target target) {
        this.dispatcher = dispatcher;
        this.region = region;
        this.in = in;
        this.out = out;
        this.target = target;
    }

    /** Whether a request is none for Mailgun. Its root is that of the page for browsers alone. */
    static boolean takes(HttpServerRequest in, Target target) {
        return target.rawPath().startsWith(PREFIX)
                || (target.rawPath().equals("/")
                        && in.method().name().equals("GET")
                        && in.requestHeaders().get(HttpHeaderNames.ACCEPT, "").contains("text/html"));
    }

    Mono<Void> run() {
        return Mono.defer(this::answered)
                .onErrorResume(Refusal.class, refusal -> Mono.just(refusal.response()))
                .onErrorResume(
                        IllegalArgumentException.class,
                        wrong -> Mono.just(SimulatedResponse.message(400, String.valueOf(wrong.getMessage()))))
                // The client has broken off what it sent: nobody is there to be told.
                .onErrorResume(AbortedException.class, gone -> Mono.empty())
                .onErrorResume(RuntimeException.class, bug -> Mono.just(failed(bug)))
                .flatMap(response ->
                        response.header("X-Content-Type-Options", "nosniff").writeTo(out));
    }

    private SimulatedResponse failed(RuntimeException bug) {
        LOGGER.log(Level.ERROR, "the simulator failed to handle " + in.method().name() + " " + target.rawPath(), bug);
        return SimulatedResponse.message(500, "Internal Server Error");
    }

    private Mono<SimulatedResponse> answered() {
        boolean reads = in.method().name().equals("GET");
        if (!reads && isForeign()) {
            return Mono.just(SimulatedResponse.message(403, "a page of another origin may not change anything"));
        }
        return target.rawPath().startsWith(AS) ? asAccount(reads) : controlled(reads);
    }

    /** What some other page makes a browser send would otherwise do here whatever it likes. */
    private boolean isForeign() {
        String origin = in.requestHeaders().get(HttpHeaderNames.ORIGIN);
        return origin != null && !host(origin).equals(host(region.baseUrl()));
    }

    private static String host(String origin) {
        return origin.substring(origin.indexOf("://") + 1);
    }

    private Mono<SimulatedResponse> controlled(boolean reads) {
        Routes.Match found = find(dispatcher.control(), target.rawPath());
        if (found == null) {
            return Mono.just(
                    SimulatedResponse.message(404, "no such path of the simulator, see /_simulator/openapi.json"));
        }
        SimulatorState state = region.state();
        Account first = state.locked(() -> state.accounts().get(0));
        // What curl sends with -d is JSON here, though it calls it a form.
        return handled(
                request(target, found, first), found, dispatcher.bodyReader().readAsBytes(in.receive()), reads);
    }

    private Mono<SimulatedResponse> asAccount(boolean reads) {
        String[] accountAndPath = target.rawPath().substring(AS.length()).split("/", 2);
        SimulatorState state = region.state();
        Account account = state.locked(() -> state.account(accountAndPath[0]));
        String path = "/" + (accountAndPath.length < 2 ? "" : accountAndPath[1]);
        Routes.Match found = find(dispatcher.routes(), path);
        if (account == null || found == null) {
            return Mono.just(SimulatedResponse.message(404, account == null ? "no such account" : "no such operation"));
        }
        SimulatedRequest request = request(new Target(path, target.rawQuery()), found, account);
        FileSink sink = state.locked(request::openSink);
        return handled(
                request,
                found,
                dispatcher
                        .bodyReader()
                        .read(in.requestHeaders(), in.receive(), sink == null ? null : sink.within(state)),
                reads);
    }

    private SimulatedRequest request(Target asked, Routes.Match found, Account account) {
        return new SimulatedRequest(asked, found, in.requestHeaders(), account, null, region, (budget, amount) -> null);
    }

    private Mono<SimulatedResponse> handled(
            SimulatedRequest request, Routes.Match found, Mono<ReceivedBody> body, boolean reads) {
        SimulatorState state = region.state();
        return body.map(received -> {
            request.received(received);
            SimulatedResponse response =
                    state.locked(() -> found.route().handler().handle(request));
            if (!reads) {
                state.changes().tell(Changes.Topic.STATE);
            }
            return response;
        });
    }

    private Routes.@Nullable Match find(Routes routes, String path) {
        try {
            return routes.find(Method.valueOf(in.method().name()), Objects.requireNonNull(path));
        } catch (IllegalArgumentException unknownMethod) {
            return null;
        }
    }
}
