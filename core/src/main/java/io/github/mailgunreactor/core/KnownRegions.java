package io.github.mailgunreactor.core;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The router that looks into a map first. */
final class KnownRegions implements RegionRouter {
    private final Map<String, Mono<Region>> regions = new HashMap<>();
    private final RegionRouter fallback;

    KnownRegions(Map<String, Region> regions, RegionRouter fallback) {
        this.fallback = Objects.requireNonNull(fallback, "fallback must not be null");
        regions.forEach((domain, region) -> this.regions.put(
                normalized(Arguments.requireText("domain", domain)),
                Mono.just(Objects.requireNonNull(region, "region must not be null"))));
    }

    private static String normalized(String domain) {
        return domain.toLowerCase(Locale.ROOT);
    }

    @Override
    public Mono<Region> regionOf(String domain) {
        return regionOf(domain, null);
    }

    @Override
    public Mono<Region> regionOf(String domain, @Nullable String subaccount) {
        Mono<Region> known = regions.get(normalized(domain));
        return known != null ? known : fallback.regionOf(domain, subaccount);
    }
}
