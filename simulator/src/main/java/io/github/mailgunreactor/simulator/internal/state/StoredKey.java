package io.github.mailgunreactor.simulator.internal.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An API key as the server knows it. Never shown with its secret. */
public record StoredKey(
        String id,
        String account,
        String secret,
        String kind,
        String role,
        String description,
        @Nullable String domainName,
        @Nullable String requestor,
        @Nullable String userId,
        @Nullable String userName,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Whether it may send messages for its domain and nothing else. */
    public boolean sendsOnly() {
        return kind.equals("domain");
    }

    @Override
    public String toString() {
        return "StoredKey[" + id + "]";
    }
}
