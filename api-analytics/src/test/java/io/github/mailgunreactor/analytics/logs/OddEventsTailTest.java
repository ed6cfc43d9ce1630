package io.github.mailgunreactor.analytics.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.OnUnreadableItem;
import io.github.mailgunreactor.core.UnreadableResponseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What a tail makes of events that are not as they should be. */
class OddEventsTailTest {
    private static final Instant START = Instant.parse("2026-01-23T10:00:00Z");

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final EventServer server = new EventServer();
    private final TreeSet<String> reported = new TreeSet<>();
    private final EventTail tail = new LogsApi(server.lenientClient(value -> reported.add(value.field())))
            .tail(LogsQuery.all())
            .scheduler(time);

    /** A field and what stands there; {@code null} for a field that is missing. */
    private record Oddity(String field, @Nullable Object value, boolean losesTheEvent) {
        Map<String, Object> in(String id, Instant time) {
            Map<String, Object> event = new HashMap<>(Map.of(
                    "id", id, "event", "delivered", "@timestamp", time.toString(), "recipient", "ada@a.example"));
            if (value == null) {
                event.remove(field);
            } else {
                event.put(field, value);
            }
            return event;
        }
    }

    private static final List<Oddity> ODDITIES = List.of(
            new Oddity("id", null, true),
            new Oddity("id", Map.of("a", 1), true),
            new Oddity("id", List.of(), true),
            new Oddity("@timestamp", null, true),
            new Oddity("@timestamp", "N/A", true),
            new Oddity("@timestamp", List.of(), true),
            new Oddity("message", Map.of("headers", Map.of("to", List.of("a", "b"))), false),
            new Oddity("message", "a text", false),
            new Oddity("delivery-status", List.of(), false),
            new Oddity("delivery-status", Map.of("code", "N/A", "attempt-no", 1.5), false),
            new Oddity("delivered-at", "-", false),
            new Oddity("tags", Map.of(), false),
            new Oddity("user-variables", 5, false),
            new Oddity("geolocation", "", false),
            new Oddity("routes", List.of("r1"), false),
            new Oddity("flags", Map.of("is-big", "unknown"), false));

    @Test
    void endsAtAnEventWithoutIdentityWhereThatIsToBeAFailure() {
        server.add("a", START);
        server.addOdd("b", START.plusSeconds(1), ODDITIES.get(0).in("b", START.plusSeconds(1)));
        server.add("c", START.plusSeconds(2));
        time.advanceTimeBy(Duration.ofSeconds(START.getEpochSecond() + 60));

        StepVerifier.create(tail.onUnreadableEvent(OnUnreadableItem.FAIL)
                        .from(START)
                        .map(tailed -> tailed.event().id()))
                .expectNext("a")
                .verifyError(UnreadableResponseException.class);
        assertThat(reported).containsExactly("items[].id");
    }

    @Test
    void goesOnBehindSuchAnEventOnceItIsToBePassedOver() {
        server.add("a", START);
        server.addOdd("b", START.plusSeconds(1), ODDITIES.get(0).in("b", START.plusSeconds(1)));
        server.add("c", START.plusSeconds(2));
        time.advanceTimeBy(Duration.ofSeconds(START.getEpochSecond() + 60));
        List<TailedEvent> before = new ArrayList<>();
        tail.onUnreadableEvent(OnUnreadableItem.FAIL)
                .from(START)
                .doOnNext(before::add)
                .onErrorComplete()
                .blockLast(Duration.ofSeconds(10));

        StepVerifier.create(tail.from(before.get(0).position())
                        .map(tailed -> tailed.event().id()))
                .expectNext("c")
                .thenCancel()
                .verify();
    }

    @Test
    void givesAllThatCanBeReadOnceAndTellsOfTheRestThroughRestartsAnywhere() {
        int count = 100_000;
        Random random = new Random(5);
        int lost = 0;
        int odd = 0;
        for (int i = 0; i < count; i++) {
            Instant at = START.plusMillis(500L * i);
            if (i % 100 == 37) {
                Oddity oddity = ODDITIES.get(odd++ % ODDITIES.size());
                server.addOdd("e" + i, at, oddity.in("e" + i, at));
                lost += oddity.losesTheEvent() ? 1 : 0;
            } else {
                server.add("e" + i, at);
            }
        }
        time.advanceTimeBy(Duration.between(Instant.EPOCH, START.plusMillis(500L * count)));
        List<String> given = new ArrayList<>();
        TailPosition position = TailPosition.at(START);

        while (given.size() < count - lost) {
            StringBuilder kept = new StringBuilder(position.text()).append('\n');
            long most = Math.min(1 + random.nextInt(20_000), count - lost - given.size());
            tail.from(position)
                    .take(most)
                    .doOnNext(tailed -> {
                        given.add(tailed.event().id());
                        kept.append(tailed.position().mark()).append('\n');
                    })
                    .blockLast(Duration.ofMinutes(5));
            position = TailPosition.parse(kept.toString());
        }

        assertThat(given).hasSize(count - lost).doesNotHaveDuplicates();
        StepVerifier.create(tail.from(position))
                .then(() -> time.advanceTimeBy(Duration.ofMinutes(2)))
                .thenCancel()
                .verify();
        assertThat(reported)
                .as("every kind of oddness")
                .contains(
                        "items[].id",
                        "items[].timestamp",
                        "items[].message",
                        "items[].message.headers.to",
                        "items[].delivery-status.code",
                        "items[].delivered-at",
                        "items[].geolocation");
        System.out.printf(
                "odd events: %d given, %d of %d odd ones lost, told of %s%n", given.size(), lost, odd, reported);
    }
}
