package io.github.mailgunreactor.simulator.internal.ips;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one domain sends from: addresses of its own, a dedicated pool in their place, or a dynamic pool. */
public final class DomainAddresses {
    private final Map<String, Instant> own = new LinkedHashMap<>();
    private @Nullable String pool;
    private @Nullable String spillover;
    private @Nullable Enrollment enrollment;
    private Reputation reputation = Reputation.UNKNOWN;

    /** That the domain is in the dynamic pools, in one of which it is. */
    static final class Enrollment {
        private final Instant since;
        private String pool;
        private boolean override;

        Enrollment(Instant since, String pool) {
            this.since = since;
            this.pool = pool;
        }

        Instant since() {
            return since;
        }

        String pool() {
            return pool;
        }

        void moveTo(String other) {
            pool = other;
        }

        boolean override() {
            return override;
        }

        void override(boolean byHand) {
            override = byHand;
        }
    }

    /** The domain's own addresses, which are of no use while it has a pool. */
    List<String> own() {
        return List.copyOf(own.keySet());
    }

    /** When the domain got an address of its own, or {@code null}. */
    @Nullable
    Instant assignedAt(String ip) {
        return own.get(ip);
    }

    void assign(String ip, Instant now) {
        own.putIfAbsent(ip, now);
    }

    boolean take(String ip) {
        return own.remove(ip) != null;
    }

    void takeAll() {
        own.clear();
        pool = null;
        enrollment = null;
    }

    /** The id of the linked dedicated pool, or {@code null}. */
    @Nullable
    String pool() {
        return pool;
    }

    void link(@Nullable String poolId) {
        pool = poolId;
    }

    @Nullable
    String spillover() {
        return spillover;
    }

    void spillInto(@Nullable String poolId) {
        spillover = poolId;
    }

    @Nullable
    Enrollment enrollment() {
        return enrollment;
    }

    void enroll(@Nullable Enrollment into) {
        enrollment = into;
    }

    Reputation reputation() {
        return reputation;
    }

    public void reputation(Reputation newReputation) {
        reputation = newReputation;
    }
}
