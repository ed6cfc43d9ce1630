package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.http.FaultEffect;
import io.github.mailgunreactor.simulator.internal.http.Route;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a simulator misbehave:
 *
 * <pre>{@code
 * simulator.faults().on("GET /v1/keys").status(503).header("Retry-After", "1").times(2);
 * simulator.faults().on("POST /v1/keys").loseResponse().times(1);
 * simulator.faults().onAny().delay(Duration.ofMillis(200)).withProbability(0.1);
 * }</pre>
 *
 * <p>A request meets at most one fault: the first one set that still applies to it. Faults stay until they have been met
 * as often as they should, {@link #clear} is called, or the simulator is {@linkplain Simulator#reset reset}.
 */
public final class Faults {
    private final Routes routes;
    private final long seed;
    private final Runnable changed;
    private final List<SimulatedFault> faults = new ArrayList<>();
    private Random random;

    Faults(Routes routes, long seed, Runnable changed) {
        this.routes = routes;
        this.seed = seed;
        this.changed = changed;
        this.random = new Random(seed);
    }

    /**
     * Starts a fault for one operation.
     *
     * @param operation method and path template, such as {@code "DELETE /v1/keys/{key_id}"}; what stands between the
     *     braces does not matter
     * @throws IllegalArgumentException if the simulator does not serve this operation
     */
    public SimulatedFault on(String operation) {
        return add(new SimulatedFault(this, routes.named(operation)));
    }

    /** Starts a fault for every operation. */
    public SimulatedFault onAny() {
        return add(new SimulatedFault(this, null));
    }

    /** Removes the faults of an {@linkplain SimulatedFault#account account}. */
    void clear(String account) {
        synchronized (this) {
            faults.removeIf(fault -> account.equals(fault.account()));
        }
        changed.run();
    }

    /** Removes every fault. */
    public void clear() {
        synchronized (this) {
            faults.clear();
            random = new Random(seed);
        }
        changed.run();
    }

    /** Those that can still be met. */
    List<SimulatedFault> all() {
        synchronized (this) {
            return faults.stream().filter(fault -> !fault.isOver()).toList();
        }
    }

    /** Every operation that can meet a fault. */
    List<String> operations() {
        return routes.operations();
    }

    private SimulatedFault add(SimulatedFault fault) {
        synchronized (this) {
            faults.add(fault);
        }
        changed.run();
        return fault;
    }

    /**
     * What happens to a request of this route, or {@code null} if nothing does.
     *
     * @param keyHolder finds the account whose key the request has, or {@code null} if it has none
     */
    @Nullable
    FaultEffect meet(Route route, Supplier<@Nullable String> keyHolder) {
        synchronized (this) {
            if (faults.isEmpty()) {
                return null;
            }
        }
        // Not in this lock: it takes that of the state, in which an account that is reset waits for this one.
        String account = keyHolder.get();
        synchronized (this) {
            for (SimulatedFault fault : faults) {
                FaultEffect effect = fault.meet(route, account, random);
                if (effect != null) {
                    return effect;
                }
            }
            return null;
        }
    }
}
