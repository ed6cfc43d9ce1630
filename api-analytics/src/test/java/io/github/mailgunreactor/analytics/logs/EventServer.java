package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The events endpoint as tests of the tail need it: events that show up whenever a test wants them to, pages by opaque
 * segments, and failures. It knows nothing of the library but the transport that it stands in for.
 */
final class EventServer {
    private static final int PAGE = 300;

    /** An event, in order of its time. */
    private record Stored(String id, Instant time) {}

    private final List<Stored> events = new ArrayList<>();
    private final List<String> begins = new ArrayList<>();
    private int requests;
    private Supplier<@Nullable Throwable> faults = () -> null;
    private Supplier<Integer> statuses = () -> 200;
    private @Nullable String answeredHeader;

    MailgunClient client() {
        return FakeTransport.answering((SentRequest request) -> Mono.defer(() -> answer(request)))
                .client();
    }

    /** Lets an event show up; its place is where its time belongs. */
    void add(String id, Instant time) {
        int at = events.size();
        while (at > 0 && events.get(at - 1).time().isAfter(time)) {
            at--;
        }
        events.add(at, new Stored(id, time));
    }

    /** Lets events before a time be gone, as they are after some days. */
    void forgetBefore(Instant time) {
        events.removeIf(event -> event.time().isBefore(time));
    }

    /** What stands in the way of each request: an error of the transport, or nothing. */
    void faults(Supplier<@Nullable Throwable> faults) {
        this.faults = faults;
    }

    void statuses(Supplier<Integer> statuses) {
        this.statuses = statuses;
    }

    void retryAfter(Duration duration) {
        answeredHeader = Long.toString(duration.toSeconds());
    }

    static Throwable timeout() {
        return new NoResponseException("GET /v3/{domain}/events", NoResponseException.Reason.TIMED_OUT, null);
    }

    int requests() {
        return requests;
    }

    /** The {@code begin} of each poll. */
    List<String> begins() {
        return begins;
    }

    private Mono<FakeResponse> answer(SentRequest request) {
        requests++;
        Throwable fault = faults.get();
        if (fault != null) {
            return Mono.error(fault);
        }
        int status = statuses.get();
        if (status != 200) {
            FakeResponse refused = FakeResponse.json(status, "{\"message\": \"no\"}");
            return Mono.just(answeredHeader == null ? refused : refused.withHeader("Retry-After", answeredHeader));
        }
        String path = request.path();
        long begin;
        int from;
        if (path.endsWith("/events")) {
            if (!List.of("yes").equals(request.query().get("ascending"))) {
                throw new AssertionError("the tail must ask for the oldest first");
            }
            String text = Objects.requireNonNull(request.query().get("begin")).get(0);
            begins.add(text);
            begin = Long.parseLong(text);
            from = 0;
        } else {
            String[] segment = new String(
                            Base64.getUrlDecoder().decode(path.substring(path.lastIndexOf('/') + 1)),
                            StandardCharsets.US_ASCII)
                    .split(":", -1);
            begin = Long.parseLong(segment[0]);
            from = Integer.parseInt(segment[1]);
        }
        List<Stored> found = events.stream()
                .filter(event -> event.time().getEpochSecond() >= begin)
                .skip(from)
                .limit(PAGE)
                .toList();
        String next = Base64.getUrlEncoder()
                .encodeToString((begin + ":" + (from + found.size())).getBytes(StandardCharsets.US_ASCII));
        return Mono.just(FakeResponse.json(new String(
                Json.write(Map.of(
                        "items",
                        found.stream().map(EventServer::json).toList(),
                        "paging",
                        Map.of("next", "https://api.mailgun.net/v3/example.com/events/" + next))),
                StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> json(Stored event) {
        return Map.of(
                "id",
                event.id(),
                "event",
                "delivered",
                "timestamp",
                BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, event.time()), 6));
    }
}
