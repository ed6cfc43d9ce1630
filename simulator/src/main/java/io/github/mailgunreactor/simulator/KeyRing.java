package io.github.mailgunreactor.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every key of every account. Keys are the same in all regions. */
final class KeyRing {
    private final Map<String, ApiKey> byId = new LinkedHashMap<>();
    private final Map<String, ApiKey> bySecret = new HashMap<>();

    void add(ApiKey key) {
        byId.put(key.id(), key);
        bySecret.put(key.secret(), key);
    }

    /** Removes a key of the account; {@code false} if the account has none with this id. */
    boolean remove(String account, String id) {
        ApiKey key = byId.get(id);
        if (key == null || !key.account().equals(account)) {
            return false;
        }
        byId.remove(id);
        bySecret.remove(key.secret());
        return true;
    }

    /** The key with this secret if it is valid now. */
    @Nullable
    ApiKey authenticate(String secret, Instant now) {
        ApiKey key = bySecret.get(secret);
        return key == null || key.expired(now) ? null : key;
    }

    /** The keys of an account, oldest first. */
    List<ApiKey> of(String account) {
        List<ApiKey> keys = new ArrayList<>();
        for (ApiKey key : byId.values()) {
            if (key.account().equals(account)) {
                keys.add(key);
            }
        }
        return keys;
    }
}
