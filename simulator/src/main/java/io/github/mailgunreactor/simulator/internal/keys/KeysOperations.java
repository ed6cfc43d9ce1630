package io.github.mailgunreactor.simulator.internal.keys;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import io.github.mailgunreactor.simulator.internal.state.StoredKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** API keys. What is created here authenticates from then on, in every region, until it expires or is deleted. */
public final class KeysOperations implements Operations {
    private static final List<String> KINDS = List.of("domain", "user", "web");
    private static final List<String> ROLES = List.of("admin", "basic", "sending", "developer");
    private static final Duration WEB_KEY_LIFETIME = Duration.ofDays(1);
    private static final DateTimeFormatter WITHOUT_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    /** How many keys an account may have. */
    public static final class Quota {
        private int keys = Integer.MAX_VALUE;

        public void set(int keys) {
            this.keys = keys;
        }
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v1/keys", this::list);
        routes.add(POST, "/v1/keys", this::create);
        routes.add(DELETE, "/v1/keys/{key_id}", this::delete);
        routes.add(POST, "/v1/keys/public", this::regeneratePublic);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        String kind = checkedKind(request.query().first("kind"));
        String domain = request.query().first("domain_name");
        List<JsonObject> items = new ArrayList<>();
        for (StoredKey key : request.state().keys().of(request.account().id())) {
            if ((kind == null || kind.equals(key.kind())) && (domain == null || domain.equals(key.domainName()))) {
                items.add(described(key, request.now()));
            }
        }
        return SimulatedResponse.ok(JsonObject.of("total_count", items.size()).and("items", items));
    }

    private SimulatedResponse create(SimulatedRequest request) {
        String kind = checkedKind(request.form().first("kind"));
        kind = kind == null ? "user" : kind;
        String role = request.form().first("role");
        if (role == null || !ROLES.contains(role)) {
            throw new Refusal(400, "expected `role` param to be one of [admin basic sending developer]");
        }
        Refusal.where(
                role.equals("sending") != kind.equals("domain"),
                400,
                "role `sending` is for keys of kind `domain` and for them only");
        String domain = blankToNull(request.form().first("domain_name"));
        if (kind.equals("domain") && domain == null) {
            throw new Refusal(400, "expected `domain_name` param for a key of kind `domain`");
        }
        Duration lifetime = lifetime(request.form().first("expiration"), kind);
        SimulatorState state = request.state();
        String account = request.account().id();
        Refusal.where(
                state.keys().of(account).size() >= request.global(Quota.class, Quota::new).keys,
                403,
                "could not create key, account limit reached");
        String description = request.form().first("description");
        StoredKey key = issue(
                state,
                account,
                kind,
                role,
                description == null ? "" : description,
                domain,
                blankToNull(request.form().first("email")),
                blankToNull(request.form().first("user_id")),
                blankToNull(request.form().first("user_name")),
                lifetime);
        return SimulatedResponse.ok(Map.of(
                "message", "great success", "key", described(key, request.now()).and("secret", key.secret())));
    }

    /** Makes a key and puts it on the ring. Its secret ends in its id, as those of the live API do. */
    public static StoredKey issue(
            SimulatorState state,
            String account,
            String kind,
            String role,
            String description,
            @Nullable String domainName,
            @Nullable String requestor,
            @Nullable String userId,
            @Nullable String userName,
            @Nullable Duration lifetime) {
        String id = state.randomHex(8) + "-" + state.randomHex(8);
        Instant now = state.now().truncatedTo(ChronoUnit.SECONDS);
        StoredKey key = new StoredKey(
                id,
                account,
                state.randomHex(32) + "-" + id,
                kind,
                role,
                description,
                domainName,
                requestor,
                userId,
                userName,
                now,
                lifetime == null ? null : now.plus(lifetime));
        state.keys().add(key);
        return key;
    }

    private static @Nullable Duration lifetime(@Nullable String expiration, String kind) {
        boolean web = kind.equals("web");
        if (expiration == null) {
            return web ? WEB_KEY_LIFETIME : null;
        }
        long seconds;
        try {
            seconds = Integer.parseInt(expiration);
        } catch (NumberFormatException notANumber) {
            seconds = 0;
        }
        Refusal.where(seconds <= 0, 400, "expected `expiration` param to be an integer greater than 0");
        Refusal.where(
                web && seconds > WEB_KEY_LIFETIME.toSeconds(),
                400,
                "expected `expiration` param to be at most 86400 for a key of kind `web`");
        return Duration.ofSeconds(seconds);
    }

    private static @Nullable String checkedKind(@Nullable String kind) {
        if (kind != null && !KINDS.contains(kind)) {
            throw new Refusal(400, "expected `kind` param to be one of [domain user web] or absent");
        }
        return kind;
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private SimulatedResponse delete(SimulatedRequest request) {
        Refusal.where(
                !request.state().keys().remove(request.account().id(), request.path("key_id")),
                404,
                "no key matching id");
        return SimulatedResponse.message(200, "key deleted");
    }

    private SimulatedResponse regeneratePublic(SimulatedRequest request) {
        return SimulatedResponse.ok(
                JsonObject.of("key", "pubkey-" + request.state().randomHex(32))
                        .and("message", "The public API key has been successfully regenerated."));
    }

    private static JsonObject described(StoredKey key, Instant now) {
        JsonObject fields = JsonObject.of("id", key.id())
                .and("description", key.description())
                .and("kind", key.kind())
                .and("role", key.role())
                .and("created_at", withoutOffset(key.createdAt()))
                .and("updated_at", withoutOffset(key.createdAt()));
        if (key.expiresAt() != null) {
            fields.put("expires_at", withoutOffset(key.expiresAt()));
        }
        fields.put("requestor", key.requestor());
        fields.put("user_name", key.userName());
        fields.put("domain_name", key.domainName());
        fields.put("is_disabled", key.expired(now));
        if (key.expired(now)) {
            fields.put("disabled_reason", "expired");
        }
        return fields;
    }

    private static String withoutOffset(Instant time) {
        return WITHOUT_OFFSET.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }
}
