package io.github.mailgunreactor.domains;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Whatever happens to domains and regions, the router says what a plain memory with the same times would. */
class DiscoveringRegionRouterProperties {
    private static final Duration REMEMBERED = Duration.ofMinutes(60);
    private static final Duration ABSENCE_REMEMBERED = Duration.ofSeconds(10);

    /** What happens next: someone asks for a domain, it moves or vanishes, time passes, or a region breaks or recovers. */
    sealed interface Event {}

    private record Asked(String domain, int callers) implements Event {}

    private record Moved(String domain, @Nullable Region to) implements Event {}

    private record Passed(Duration time) implements Event {}

    private record Broke(Region region) implements Event {}

    private record Recovered() implements Event {}

    private record Memory(@Nullable Region region, Instant until) {}

    @Property(tries = 300)
    void answersAsAPlainMemoryWould(@ForAll("events") List<Event> events) {
        TestClock clock = new TestClock();
        TwoRegions regions = new TwoRegions();
        DiscoveringRegionRouter router =
                regions.router().clock(clock).timeToLive(REMEMBERED).absentTimeToLive(ABSENCE_REMEMBERED);
        Map<String, Region> homes = new HashMap<>();
        Map<String, Memory> memories = new HashMap<>();
        @Nullable Region broken = null;
        for (Event event : events) {
            if (event instanceof Passed passed) {
                clock.advance(passed.time());
            } else if (event instanceof Broke broke) {
                regions.working().failing(broke.region(), 503);
                broken = broke.region();
            } else if (event instanceof Recovered) {
                regions.working();
                broken = null;
            } else if (event instanceof Moved moved && moved.to() != null) {
                regions.with(moved.domain(), moved.to());
                homes.put(moved.domain(), moved.to());
            } else if (event instanceof Moved moved) {
                regions.without(moved.domain());
                homes.remove(moved.domain());
            } else if (event instanceof Asked asked) {
                String expected = expected(asked.domain(), homes, broken, memories, clock.instant());

                List<String> answers = Flux.range(0, asked.callers())
                        .flatMap(i -> router.regionOf(asked.domain())
                                .map(Region::name)
                                .onErrorResume(
                                        ErrorStatusException.class,
                                        error -> Flux.just("" + error.status()).next()))
                        .collectList()
                        .block();

                assertThat(answers).hasSize(asked.callers()).containsOnly(expected);
            }
        }
    }

    private static String expected(
            String domain,
            Map<String, Region> homes,
            @Nullable Region broken,
            Map<String, Memory> memories,
            Instant now) {
        Memory memory = memories.get(domain);
        if (memory == null || !now.isBefore(memory.until())) {
            Region home = homes.get(domain);
            if (broken != null && (home == null || home.equals(broken))) {
                memories.remove(domain);
                return "503";
            }
            memory = new Memory(home, now.plus(home == null ? ABSENCE_REMEMBERED : REMEMBERED));
            memories.put(domain, memory);
        }
        return memory.region() == null ? "404" : memory.region().name();
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<String> domains = Arbitraries.of("a.example", "b.example", "c.example");
        Arbitrary<Region> regions = Arbitraries.of(Region.US, Region.EU);
        Arbitrary<Event> asked = Combinators.combine(
                        domains, Arbitraries.integers().between(1, 3))
                .as(Asked::new);
        Arbitrary<Event> moved =
                Combinators.combine(domains, regions.injectNull(0.3)).as(Moved::new);
        Arbitrary<Event> passed =
                Arbitraries.integers().between(1, 4000).map(seconds -> new Passed(Duration.ofSeconds(seconds)));
        Arbitrary<Event> shortly =
                Arbitraries.integers().between(1, 12).map(seconds -> new Passed(Duration.ofSeconds(seconds)));
        return Arbitraries.oneOf(
                        asked,
                        asked,
                        moved,
                        passed,
                        shortly,
                        regions.map(Broke::new),
                        Arbitraries.just(new Recovered()))
                .list()
                .ofMaxSize(40);
    }
}
