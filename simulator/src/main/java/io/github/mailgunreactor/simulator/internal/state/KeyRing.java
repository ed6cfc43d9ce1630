package io.github.mailgunreactor.simulator.internal.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every key of every account. Keys are the same in all regions. */
public final class KeyRing {
    private final Map<String, StoredKey> byId = new LinkedHashMap<>();
    private final Map<String, StoredKey> bySecret = new HashMap<>();

    public void add(StoredKey key) {
        byId.put(key.id(), key);
        bySecret.put(key.secret(), key);
    }

    /** Removes a key of the account; {@code false} if the account has none with this id. */
    public boolean remove(String account, String id) {
        StoredKey key = byId.get(id);
        if (key == null || !key.account().equals(account)) {
            return false;
        }
        byId.remove(id);
        bySecret.remove(key.secret());
        return true;
    }

    /** Removes every key of the account. */
    public void removeAll(String account) {
        of(account).forEach(key -> remove(account, key.id()));
    }

    /** The key with this secret if it is valid now. */
    public @Nullable StoredKey authenticate(String secret, Instant now) {
        StoredKey key = bySecret.get(secret);
        return key == null || key.expired(now) ? null : key;
    }

    /** Whether somebody has this secret, valid or not. */
    public boolean has(String secret) {
        return bySecret.containsKey(secret);
    }

    /** The keys of an account, oldest first. */
    public List<StoredKey> of(String account) {
        List<StoredKey> keys = new ArrayList<>();
        for (StoredKey key : byId.values()) {
            if (key.account().equals(account)) {
                keys.add(key);
            }
        }
        return keys;
    }
}
