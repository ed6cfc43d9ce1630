package io.github.mailgunreactor.simulator.internal.http;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Leads requests to the operations of a simulator.
 *
 * @param control what is no operation of Mailgun but asks the simulator itself; it needs no key, meets no fault and is in
 *     no journal
 * @param faults what is to go wrong with a request of a route, whose account is looked up where a fault may ask for it; {@code null} for
 *     nothing
 * @param journal is told of every request before its response is sent
 */
public record Dispatcher(
        Routes routes,
        Routes control,
        RequestBudgets budgets,
        BodyReader bodyReader,
        BiFunction<Route, Supplier<@Nullable String>, @Nullable FaultEffect> faults,
        Consumer<HandledRequest> journal) {

    public Mono<Void> dispatch(RegionContext region, HttpServerRequest in, HttpServerResponse out) {
        Target target = Target.of(in.uri());
        return ControlDispatch.takes(in, target)
                ? new ControlDispatch(this, region, in, out, target).run()
                : new Dispatch(this, region, in, out, target).run();
    }
}
