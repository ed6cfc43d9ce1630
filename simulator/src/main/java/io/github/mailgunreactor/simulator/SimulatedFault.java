package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.simulator.internal.http.FaultEffect;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Route;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One way in which requests go wrong, see {@link Faults}. It takes effect at once and may be refined while the simulator
 * runs. A delay combines with anything else; of the others, a lost connection hides what would have been answered.
 */
public final class SimulatedFault {

    private final Faults faults;
    private final @Nullable Route route;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Duration delay = Duration.ZERO;
    private boolean dropsConnection;
    private boolean losesResponse;
    private boolean truncatesBody;
    private @Nullable SimulatedResponse response;
    private int skip;
    private int times = Integer.MAX_VALUE;
    private double probability = 1;
    private @Nullable String account;
    private int hits;

    SimulatedFault(Faults faults, @Nullable Route route) {
        this.faults = faults;
        this.route = route;
    }

    /**
     * Answers with a status and {@code {"message": …}} in place of handling the request.
     *
     * @param status from 200 to 599
     */
    public SimulatedFault status(int status) {
        String reason = HttpResponseStatus.valueOf(checkedStatus(status)).reasonPhrase();
        return set(() -> response = SimulatedResponse.message(status, reason));
    }

    /**
     * Answers with this body in place of handling the request.
     *
     * @param status from 200 to 599
     * @param contentType such as {@code text/html}
     * @param text the body
     */
    public SimulatedFault body(int status, String contentType, String text) {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(text, "text");
        SimulatedResponse replaced = SimulatedResponse.text(checkedStatus(status), contentType, text);
        return set(() -> response = replaced);
    }

    private static int checkedStatus(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status must be from 200 to 599, but is " + status);
        }
        return status;
    }

    /** Adds a header to the response, in place of one of the same name. */
    public SimulatedFault header(String name, String value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        return set(() -> headers.put(name, value));
    }

    /**
     * Lets the request wait before anything else happens to it.
     *
     * @param delay zero or more
     */
    public SimulatedFault delay(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must be zero or more, but is " + delay);
        }
        return set(() -> this.delay = delay);
    }

    /** Closes the connection before the request is handled: it has no effect and gets no response. */
    public SimulatedFault dropConnection() {
        return set(() -> dropsConnection = true);
    }

    /** Handles the request, then closes the connection: it has its effect, but the client cannot know. */
    public SimulatedFault loseResponse() {
        return set(() -> losesResponse = true);
    }

    /** Sends the response's head and half of its body, then closes the connection. */
    public SimulatedFault truncateBody() {
        return set(() -> truncatesBody = true);
    }

    /**
     * Ends the fault after it was met this often. Without it there is no end.
     *
     * @param times 1 or more
     */
    public SimulatedFault times(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be 1 or more, but is " + times);
        }
        return set(() -> this.times = times);
    }

    /**
     * Lets the first requests pass unharmed: {@code after(2)} strikes the third page of a listing.
     *
     * @param requests zero or more
     */
    public SimulatedFault after(int requests) {
        if (requests < 0) {
            throw new IllegalArgumentException("requests must be zero or more, but is " + requests);
        }
        return set(() -> skip = requests);
    }

    /**
     * Strikes requests with a key of this account only, so that others that use the same simulator are not disturbed.
     *
     * @param id of an account, not of a subaccount that its key acts for
     */
    public SimulatedFault account(String id) {
        Objects.requireNonNull(id, "id");
        return set(() -> account = id);
    }

    /** Called under the lock of the faults. */
    @Nullable
    String account() {
        return account;
    }

    /**
     * Strikes some requests only, drawn from the simulator's seeded random numbers: the same requests in the same order
     * meet the same faults in each run.
     *
     * @param probability above 0 and up to 1
     */
    public SimulatedFault withProbability(double probability) {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be above 0 and at most 1, but is " + probability);
        }
        return set(() -> this.probability = probability);
    }

    /** How many requests have met this fault. */
    public int hits() {
        synchronized (faults) {
            return hits;
        }
    }

    /** Called under the lock of the faults. */
    boolean isOver() {
        return hits >= times;
    }

    /** As it is set over HTTP. */
    JsonObject described() {
        JsonObject json = new JsonObject();
        synchronized (faults) {
            json.put("operation", route == null ? "any" : route.operation());
            if (account != null) {
                json.put("account", account);
            }
            if (response != null) {
                json.put("status", response.status());
            }
            json.put("delay_ms", delay.toMillis());
            json.put("drop_connection", dropsConnection);
            json.put("lose_response", losesResponse);
            json.put("truncate_body", truncatesBody);
            json.put("headers", Map.copyOf(headers));
            json.put("probability", probability);
            json.put("after", skip);
            if (times < Integer.MAX_VALUE) {
                json.put("times", times);
            }
            json.put("hits", hits);
        }
        return json;
    }

    private SimulatedFault set(Runnable change) {
        synchronized (faults) {
            change.run();
        }
        return this;
    }

    /** Called under the lock of the faults. */
    @Nullable
    FaultEffect meet(Route met, @Nullable String key, Random random) {
        if ((route != null && route != met) || (account != null && !account.equals(key)) || hits >= times) {
            return null;
        }
        if (skip > 0) {
            skip--;
            return null;
        }
        if (probability < 1 && random.nextDouble() >= probability) {
            return null;
        }
        hits++;
        return new FaultEffect(delay, dropsConnection, losesResponse, truncatesBody, response, Map.copyOf(headers));
    }
}
