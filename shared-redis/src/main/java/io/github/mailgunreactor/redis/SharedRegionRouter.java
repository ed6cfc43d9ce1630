package io.github.mailgunreactor.redis;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RegionRouter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Knows where domains live that any of the instances has searched for. Immutable: methods return changed copies.
 *
 * @see SharedRedis#regions
 */
public final class SharedRegionRouter implements RegionRouter {
    private static final String REMEMBER = """
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
            return redis.call('PEXPIRE', KEYS[1], ARGV[3])
            """;

    private final RedisCommands redis;
    private final String prefix;
    private final RegionRouter search;
    private final Map<String, Region> regions;
    private final Duration timeToLive;

    private SharedRegionRouter(
            RedisCommands redis, String prefix, RegionRouter search, Map<String, Region> regions, Duration timeToLive) {
        this.redis = redis;
        this.prefix = prefix;
        this.search = search;
        this.regions = regions;
        this.timeToLive = timeToLive;
    }

    static SharedRegionRouter of(RedisCommands redis, String prefix, RegionRouter search, Region... regions) {
        Objects.requireNonNull(search, "search");
        Map<String, Region> byName = new LinkedHashMap<>();
        for (Region region : regions) {
            byName.put(region.name(), region);
        }
        if (byName.isEmpty()) {
            throw new IllegalArgumentException("regions must be one or more");
        }
        return new SharedRegionRouter(redis, prefix, search, byName, Duration.ofHours(1));
    }

    /**
     * Searches again after this time.
     *
     * @param time 1 second to 365 days; default 1 hour
     */
    public SharedRegionRouter timeToLive(Duration time) {
        Arguments.requireRange("time", time, Duration.ofSeconds(1), Duration.ofDays(365));
        return new SharedRegionRouter(redis, prefix, search, regions, time);
    }

    @Override
    public Mono<Region> regionOf(String domain) {
        return regionOf(domain, null);
    }

    /** Where the domain lives. What Redis has and is none of the regions counts as not known. */
    @Override
    public Mono<Region> regionOf(String domain, @Nullable String subaccount) {
        String key = key(domain);
        String field = Objects.requireNonNullElse(subaccount, "");
        return redis.get(key, field)
                .onErrorComplete()
                .mapNotNull(regions::get)
                .switchIfEmpty(Mono.defer(() -> search.regionOf(domain, subaccount))
                        .flatMap(found -> remember(key, field, found)));
    }

    private Mono<Region> remember(String key, String field, Region found) {
        String millis = String.valueOf(timeToLive.toMillis());
        return redis.number(REMEMBER, new String[] {key}, field, found.name(), millis)
                .onErrorComplete()
                .thenReturn(found);
    }

    /** Forgets where a domain lives, for all instances: for one that was just created, deleted or moved. */
    public Mono<Void> forget(String domain) {
        return redis.delete(key(domain));
    }

    private String key(String domain) {
        return prefix + Objects.requireNonNull(domain, "domain").toLowerCase(Locale.ROOT);
    }
}
