package io.github.mailgunreactor.core;

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
}
