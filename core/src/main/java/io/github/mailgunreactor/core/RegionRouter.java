package io.github.mailgunreactor.core;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Picks the region of a sending domain, so that one client serves domains of several regions. It is asked for every call
 * whose path has the variable {@code {domain}} or that {@linkplain Operation#domain(String) names its domain}, unless the
 * call was made through {@link MailgunClient#inRegion(Region)}; other calls go to the client's own region.
 */
@FunctionalInterface
public interface RegionRouter {

    /**
     * The region in which the domain lives. An error, or no region, fails the call.
     *
     * @param domain the sending domain, as the caller gave it
     */
    Mono<Region> regionOf(String domain);

    /**
     * The region in which a domain of a subaccount lives: what a client asks. One that asks Mailgun has to ask for the
     * subaccount, which alone sees its domains; for others the subaccount makes no difference.
     *
     * @param domain the sending domain, as the caller gave it
     * @param subaccount the subaccount that the client is {@linkplain MailgunClient#onBehalfOf for}, or {@code null}
     */
    default Mono<Region> regionOf(String domain, @Nullable String subaccount) {
        return regionOf(domain);
    }

    /**
     * A router that knows where domains live, so that it asks nobody: the one for a domain sending key, which may send and
     * nothing else.
     *
     * @param regions the region of each domain; upper and lower case do not matter
     * @param fallback the region of all other domains
     */
    static RegionRouter of(Map<String, Region> regions, Region fallback) {
        Mono<Region> always = Mono.just(Objects.requireNonNull(fallback, "fallback must not be null"));
        return of(regions, domain -> always);
    }

    /**
     * A router that knows where some domains live.
     *
     * @param regions the region of each domain; upper and lower case do not matter
     * @param fallback is asked for all other domains
     */
    static RegionRouter of(Map<String, Region> regions, RegionRouter fallback) {
        return new KnownRegions(regions, fallback);
    }
}
