package io.github.mailgunreactor.simulator.internal.ips;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The addresses and pools of one account in one region, and what goes on with them in the background. */
public final class AccountIps {
    private final Map<String, OwnedIp> ips = new LinkedHashMap<>();
    private final Map<String, DedicatedPool> pools = new LinkedHashMap<>();
    private final DynamicPools dynamicPools = new DynamicPools();
    private final List<Job> jobs = new ArrayList<>();
    private @Nullable String spillover;
    private int requestable = 100;

    private record Job(Instant due, boolean needsDynamicPools, Runnable action) {}

    /** Gives out addresses, to all accounts: of the range that is set aside for benchmarks. */
    static final class AddressBook {
        private int given;

        String next() {
            given++;
            return "198." + (18 + given / 65536) + "." + given / 256 % 256 + "." + given % 256;
        }
    }

    public Map<String, OwnedIp> ips() {
        return ips;
    }

    Map<String, DedicatedPool> pools() {
        return pools;
    }

    DynamicPools dynamicPools() {
        return dynamicPools;
    }

    @Nullable
    String spillover() {
        return spillover;
    }

    void spillInto(@Nullable String poolId) {
        spillover = poolId;
    }

    /** How many dedicated addresses the billing plan still allows. */
    int requestable() {
        return requestable;
    }

    public void requestable(int count) {
        requestable = count;
    }

    public void add(OwnedIp ip) {
        ips.put(ip.address(), ip);
    }

    /** Does something later. */
    void later(Instant due, Runnable action) {
        jobs.add(new Job(due, false, action));
    }

    /** Does something later, if the dynamic pools are still there by then. */
    void laterInDynamicPools(Instant due, Runnable action) {
        jobs.add(new Job(due, true, action));
    }

    void removeDynamicPools() {
        dynamicPools.removeAll();
        jobs.removeIf(Job::needsDynamicPools);
    }

    void catchUp(Instant now) {
        List<Job> due = jobs.stream().filter(job -> !job.due().isAfter(now)).toList();
        jobs.removeAll(due);
        due.forEach(job -> job.action().run());
    }
}
