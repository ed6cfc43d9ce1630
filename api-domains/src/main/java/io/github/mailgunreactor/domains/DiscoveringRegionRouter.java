package io.github.mailgunreactor.domains;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RegionRouter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out in which region a domain lives by asking all of them, so that one client serves domains of several regions:
 *
 * <pre>{@code
 * MailgunClient plain = MailgunClient.create("key-…");
 * MailgunClient mailgun = plain.routedBy(DiscoveringRegionRouter.of(plain, Region.US, Region.EU));
 * }</pre>
 *
 * <p>What it found it remembers for an hour, and that a domain is nowhere for 10 seconds, so that a new domain is found soon;
 * a failed search is not remembered. Any number of callers who ask for a domain at the same time share one search, which
 * ends early when the last of them has gone. Of the domains it knows it forgets the one that was not asked for the longest
 * when there are too many. It is safe for use by any number of threads.
 *
 * <p>A domain that is in no region fails the call with the {@link ErrorStatusException} of the search, which has status 404.
 *
 * <p>It asks for the subaccount that a call is made for; without one, it sees what the client sees that it was made with.
 *
 * <p>A key that no region lets look for domains, such as a domain sending key, sends to the region of the client that the router
 * was made with. Where its domains live elsewhere, name them: {@link RegionRouter#of}.
 */
public final class DiscoveringRegionRouter implements RegionRouter {
    private static final Duration LONGEST = Duration.ofDays(365);

    private final MailgunClient mailgun;
    private final Set<Region> regions;
    private final Duration timeToLive;
    private final Duration absentTimeToLive;
    private final int maxDomains;
    private final Clock clock;
    private final Map<Wanted, Mono<Finding>> findings = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * What a search came to.
     *
     * @param region where the domain lives, or {@code null}
     * @param absent what was answered where the domain lives nowhere, or {@code null}
     * @param expiry when to search again
     */
    private record Finding(
            @Nullable Region region, @Nullable Absent absent, Instant expiry) {}

    /** What is searched for: a subaccount sees its own domains only. */
    private record Wanted(String domain, @Nullable String subaccount) {}

    /** Where a domain is not, and how that was said. */
    private record Absent(String domain, Region region, ErrorStatusException error) {}

    /** What one region said; a failure may mean that it does not know the domain. */
    private record Answer(Region region, @Nullable Throwable failure) {
        boolean knowsTheDomain() {
            return failure == null;
        }
    }

    private DiscoveringRegionRouter(
            MailgunClient mailgun,
            Set<Region> regions,
            Duration timeToLive,
            Duration absentTimeToLive,
            int maxDomains,
            Clock clock) {
        this.mailgun = mailgun;
        this.regions = regions;
        this.timeToLive = timeToLive;
        this.absentTimeToLive = absentTimeToLive;
        this.maxDomains = maxDomains;
        this.clock = clock;
    }

    /**
     * A router that searches in these regions.
     *
     * @param mailgun asks in each region, whatever its own region and router
     * @param regions one or more
     */
    public static DiscoveringRegionRouter of(MailgunClient mailgun, Region... regions) {
        Objects.requireNonNull(mailgun, "mailgun must not be null");
        if (regions.length == 0) {
            throw new IllegalArgumentException("regions must be one or more");
        }
        Set<Region> all = new LinkedHashSet<>();
        for (Region region : regions) {
            all.add(Objects.requireNonNull(region, "region must not be null"));
        }
        return new DiscoveringRegionRouter(
                mailgun, all, Duration.ofHours(1), Duration.ofSeconds(10), 10_000, Clock.systemUTC());
    }

    /**
     * A router like this one, with nothing remembered yet, that searches again for a domain after this time.
     *
     * @param time up to 365 days; zero to search for each call. Default: 1 hour
     */
    public DiscoveringRegionRouter timeToLive(Duration time) {
        return new DiscoveringRegionRouter(mailgun, regions, checked(time), absentTimeToLive, maxDomains, clock);
    }

    /**
     * A router like this one, with nothing remembered yet, that searches again after this time for a domain that was in no
     * region.
     *
     * @param time up to 365 days; zero to search for each call. Default: 10 seconds
     */
    public DiscoveringRegionRouter absentTimeToLive(Duration time) {
        return new DiscoveringRegionRouter(mailgun, regions, timeToLive, checked(time), maxDomains, clock);
    }

    /**
     * A router like this one, with nothing remembered yet, that remembers this many domains.
     *
     * @param domains 1 to 10,000,000. Default: 10,000
     */
    public DiscoveringRegionRouter maxDomains(int domains) {
        Arguments.requireRange("domains", domains, 1, 10_000_000);
        return new DiscoveringRegionRouter(mailgun, regions, timeToLive, absentTimeToLive, domains, clock);
    }

    /** A router like this one, with nothing remembered yet, on another clock: for tests that do not want to wait. */
    public DiscoveringRegionRouter clock(Clock other) {
        return new DiscoveringRegionRouter(
                mailgun,
                regions,
                timeToLive,
                absentTimeToLive,
                maxDomains,
                Objects.requireNonNull(other, "other must not be null"));
    }

    private static Duration checked(Duration time) {
        return Arguments.requireRange("time", time, Duration.ZERO, LONGEST);
    }

    /** Where the domain lives. Upper and lower case do not matter. */
    @Override
    public Mono<Region> regionOf(String domain) {
        return regionOf(domain, null);
    }

    @Override
    public Mono<Region> regionOf(String domain, @Nullable String subaccount) {
        Wanted wanted = new Wanted(normalized(domain), subaccount);
        return Mono.defer(() -> finding(wanted)).flatMap(DiscoveringRegionRouter::region);
    }

    /** Forgets where a domain lives, for one that was just created, deleted or moved. */
    public void forget(String domain) {
        String name = normalized(domain);
        synchronized (findings) {
            findings.keySet().removeIf(wanted -> wanted.domain().equals(name));
        }
    }

    private static String normalized(String domain) {
        return Objects.requireNonNull(domain, "domain must not be null").toLowerCase(Locale.ROOT);
    }

    private Mono<Finding> finding(Wanted wanted) {
        synchronized (findings) {
            Mono<Finding> known = findings.get(wanted);
            if (known == null) {
                known = search(wanted)
                        .cacheInvalidateIf(finding -> !clock.instant().isBefore(finding.expiry()));
                findings.put(wanted, known);
                if (findings.size() > maxDomains) {
                    findings.remove(findings.keySet().iterator().next());
                }
            }
            return known;
        }
    }

    /** All regions at once: the first to know the domain ends the search, and the others need not answer any more. */
    private Mono<Finding> search(Wanted wanted) {
        MailgunClient asking = wanted.subaccount() == null ? mailgun : mailgun.onBehalfOf(wanted.subaccount());
        return Flux.fromIterable(regions)
                .flatMap(
                        region -> ask(region, new DomainsApi(asking.inRegion(region)), wanted.domain()), regions.size())
                .takeUntil(Answer::knowsTheDomain)
                .collectList()
                .flatMap(answers -> conclude(wanted.domain(), answers));
    }

    private static Mono<Answer> ask(Region region, DomainsApi domains, String name) {
        return domains.get(name)
                .map(found -> new Answer(region, null))
                .onErrorResume(failure -> Mono.just(new Answer(region, failure)));
    }

    private Mono<Finding> conclude(String domain, List<Answer> answers) {
        Instant now = clock.instant();
        Absent absent = null;
        boolean refused = false;
        Throwable failure = null;
        for (Answer answer : answers) {
            if (answer.knowsTheDomain()) {
                return Mono.just(new Finding(answer.region(), null, now.plus(timeToLive)));
            }
            if (answer.failure() instanceof ErrorStatusException status && status.isNotFound()) {
                absent = new Absent(domain, answer.region(), status);
            } else if (answer.failure() instanceof ErrorStatusException status
                    && (status.status() == 401 || status.status() == 403)) {
                // Whatever lives there, this key has no use for it there.
                refused = true;
            } else {
                failure = answer.failure();
            }
        }
        // A region that did not say whether it has the domain may be the one.
        if (failure != null) {
            return Mono.error(failure);
        }
        Region fallback = refused && absent == null ? mailgun.region() : null;
        return Mono.just(new Finding(fallback, absent, now.plus(absentTimeToLive)));
    }

    private static Mono<Region> region(Finding finding) {
        return finding.region() != null
                ? Mono.just(finding.region())
                : Mono.error(() -> copy(Objects.requireNonNull(finding.absent())));
    }

    /** Each caller gets an error of its own: what one adds to it, another must not see, nor the cache keep. */
    private static Throwable copy(Absent absent) {
        ErrorStatusException error = absent.error();
        Map<String, String> headers = new LinkedHashMap<>();
        error.head().forEachHeader(headers::put);
        return ErrorStatusException.of(
                GET.path("/v4/domains/{domain}", absent.domain()),
                absent.region(),
                error.status(),
                headers,
                error.body());
    }
}
