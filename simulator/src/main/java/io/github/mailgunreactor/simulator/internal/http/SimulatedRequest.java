package io.github.mailgunreactor.simulator.internal.http;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.state.StoredKey;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An authenticated request for an operation, as its handler sees it. */
public final class SimulatedRequest {
    private final Target target;
    private final Routes.Match match;
    private final HttpHeaders headers;
    private final Account account;
    private final @Nullable StoredKey key;
    private final RegionContext region;
    private final BiFunction<String, Integer, @Nullable SimulatedResponse> charging;
    private @Nullable FileSink sink;
    private ReceivedBody body = ReceivedBody.NONE;

    SimulatedRequest(
            Target target,
            Routes.Match match,
            HttpHeaders headers,
            Account account,
            @Nullable StoredKey key,
            RegionContext region,
            BiFunction<String, Integer, @Nullable SimulatedResponse> charging) {
        this.key = key;
        this.charging = charging;
        this.target = target;
        this.match = match;
        this.headers = headers;
        this.account = account;
        this.region = region;
    }

    /** Makes the sink of the route, if it has one. */
    @Nullable
    FileSink openSink() {
        var factory = match.route().fileSink();
        sink = factory == null ? null : factory.apply(this);
        return sink;
    }

    void received(ReceivedBody received) {
        this.body = received;
    }

    /** The value of a path variable, decoded. */
    public String path(String variable) {
        return Objects.requireNonNull(match.variables().get(variable), () -> "no path variable " + variable);
    }

    /** The value of a path variable, or {@code null} if the template of this operation does not have it. */
    public @Nullable String pathOrNull(String variable) {
        return match.variables().get(variable);
    }

    public Parameters query() {
        return target.query();
    }

    /** The fields of a form, urlencoded or multipart; empty if the body was something else. */
    public Parameters form() {
        return body.form();
    }

    /** A field of the form, or the query parameter of that name: the live API often takes either. */
    public @Nullable String parameter(String name) {
        String value = form().first(name);
        return value != null ? value : query().first(name);
    }

    /** All values of a repeated field of the form, or else of the query parameter of that name. */
    public List<String> parameters(String name) {
        return form().has(name) ? form().all(name) : query().all(name);
    }

    /** The files of a multipart form. */
    public List<UploadedFile> files() {
        return body.files();
    }

    /** The sink that {@link Route#consumingFiles} made for this request. */
    public <T extends FileSink> T sink(Class<T> type) {
        return type.cast(Objects.requireNonNull(sink, "the route consumes no files"));
    }

    /** Whether there is a body that is no form. */
    public boolean hasJson() {
        return body.bytes().length > 0;
    }

    /** The body as Map, List, String, Long, BigDecimal, Boolean or {@code null}; refuses what is not JSON. */
    public @Nullable Object json() {
        try {
            return hasJson() ? Json.readAny(body.bytes()) : null;
        } catch (RuntimeException malformed) {
            throw new Refusal(400, "request body is not valid JSON");
        }
    }

    /** The body as a JSON object, an empty one if there is no body; refuses any other JSON. */
    @SuppressWarnings("unchecked")
    public // the keys of a JSON object are strings
    Map<String, @Nullable Object> jsonObject() {
        if (!hasJson()) {
            return Map.of();
        }
        if (json() instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw new Refusal(400, "request body is not a JSON object");
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The domain that the key may send through and nothing else, or {@code null} if it is no sending key. */
    public @Nullable String keyDomain() {
        return key == null || !key.sendsOnly() ? null : key.domainName();
    }

    /** The id of the user to whom the key belongs, or {@code null} if it belongs to the account. */
    public @Nullable String keyUser() {
        return key == null ? null : key.userId();
    }

    /** Takes from a budget besides that of the route; gives the refusal if not enough is left. */
    public @Nullable SimulatedResponse charge(String budget, int amount) {
        return charging.apply(budget, amount);
    }

    /** The account that the request acts for: that of the key, or the subaccount on whose behalf it came. */
    public Account account() {
        return account;
    }

    /** The name of the region that was asked. */
    public String region() {
        return region.name();
    }

    /** What the account has remembered for some operations, the same in every region. */
    public <T> T global(Class<T> type, Supplier<? extends T> initial) {
        return account.global().get(type, initial);
    }

    /** What the account has remembered for some operations in the region that was asked. */
    public <T> T regional(Class<T> type, Supplier<? extends T> initial) {
        return account.inRegion(region.name()).get(type, initial);
    }

    public SimulatorState state() {
        return region.state();
    }

    public Instant now() {
        return region.state().now();
    }

    /** Scheme, host and port under which this region is reached. */
    public String baseUrl() {
        return region.baseUrl();
    }

    /** The path of the request as it was sent, encoded. */
    String rawPath() {
        return target.rawPath();
    }

    /** The bound that the user set for items on a page, or {@code null}. */
    @Nullable
    Integer pageSize() {
        return region.pageSize();
    }
}
