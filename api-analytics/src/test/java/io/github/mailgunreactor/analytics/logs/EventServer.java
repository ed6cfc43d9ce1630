package io.github.mailgunreactor.analytics.logs;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.observation.UnreadableValueListener;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The endpoints of logs and events as tests of the tail need them: events that show up whenever a test wants them to, pages
 * by tokens and by opaque segments, and failures. It knows nothing of the library but the transport that it stands in for.
 */
final class EventServer {
    private static final int PAGE_OF_EVENTS = 300;
    private static final int PAGE_OF_LOGS = 100;

    /** An event, in order of its time. */
    private record Stored(String id, Instant time) {}

    private final List<Stored> events = new ArrayList<>();
    private final Map<String, Map<String, Object>> odd = new HashMap<>();
    private final List<String> begins = new ArrayList<>();
    private int requests;
    private Supplier<@Nullable Throwable> faults = () -> null;
    private Supplier<Integer> statuses = () -> 200;
    private @Nullable String answeredHeader;

    MailgunClient client() {
        return FakeTransport.answering((SentRequest request) -> Mono.defer(() -> answer(request)))
                .client();
    }

    /** A client as in production, which passes over what it cannot read and tells of it. */
    MailgunClient lenientClient(UnreadableValueListener listener) {
        return FakeTransport.answering((SentRequest request) -> Mono.defer(() -> answer(request)))
                .builderOfLenientClient()
                .unreadableValueListener(listener)
                .build();
    }

    /** Lets an event show up; its place is where its time belongs. */
    void add(String id, Instant time) {
        int at = events.size();
        while (at > 0 && events.get(at - 1).time().isAfter(time)) {
            at--;
        }
        events.add(at, new Stored(id, time));
    }

    /** Lets something show up that is no event as it should be; its place is where its time belongs. */
    void addOdd(String id, Instant time, Map<String, Object> fields) {
        add(id, time);
        odd.put(id, fields);
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
        return Mono.just(request.path().equals("/v1/analytics/logs") ? logs(request) : events(request));
    }

    private FakeResponse logs(SentRequest request) {
        if (!(request.json() instanceof Map<?, ?> query && query.get("pagination") instanceof Map<?, ?> pagination)) {
            throw new AssertionError("logs are asked for with a body and its pagination");
        }
        if (!"timestamp:asc".equals(pagination.get("sort"))) {
            throw new AssertionError("the tail must ask for the oldest first");
        }
        Instant start = ZonedDateTime.parse(
                        String.valueOf(query.get("start")),
                        DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH))
                .toInstant();
        Position position = pagination.get("token") == null
                ? begin(start.getEpochSecond())
                : Position.parse(String.valueOf(pagination.get("token")));
        List<Map<String, Object>> found = found(
                position,
                PAGE_OF_LOGS,
                event -> Map.of(
                        "id",
                        event.id(),
                        "event",
                        "delivered",
                        "@timestamp",
                        event.time().toString()));
        Map<String, Object> next = found.size() < PAGE_OF_LOGS
                ? Map.of()
                : Map.of("next", position.after(found.size()).text());
        return json(Map.of("items", found, "pagination", next));
    }

    private FakeResponse events(SentRequest request) {
        String path = request.path();
        Position position;
        if (path.endsWith("/events")) {
            if (!List.of("yes").equals(request.query().get("ascending"))) {
                throw new AssertionError("the tail must ask for the oldest first");
            }
            position = begin(Long.parseLong(
                    Objects.requireNonNull(request.query().get("begin")).get(0)));
        } else {
            position = Position.parse(path.substring(path.lastIndexOf('/') + 1));
        }
        List<Map<String, Object>> found = found(
                position,
                PAGE_OF_EVENTS,
                event -> Map.of(
                        "id",
                        event.id(),
                        "event",
                        "delivered",
                        "timestamp",
                        BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, event.time()), 6)));
        return json(Map.of(
                "items",
                found,
                "paging",
                Map.of(
                        "next",
                        "https://api.mailgun.net/v3/example.com/events/"
                                + position.after(found.size()).text())));
    }

    /** Where a page begins: so many events after the first one of a second. */
    private record Position(long begin, int from) {
        static Position parse(String text) {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(":", -1);
            return new Position(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        }

        Position after(int events) {
            return new Position(begin, from + events);
        }

        String text() {
            return Base64.getUrlEncoder().encodeToString((begin + ":" + from).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Position begin(long second) {
        begins.add(Long.toString(second));
        return new Position(second, 0);
    }

    private List<Map<String, Object>> found(Position position, int page, Function<Stored, Map<String, Object>> item) {
        int first = 0;
        int end = events.size();
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (events.get(middle).time().getEpochSecond() < position.begin()) {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        int from = Math.min(first + position.from(), events.size());
        return events.subList(from, Math.min(from + page, events.size())).stream()
                .map(event -> odd.getOrDefault(event.id(), item.apply(event)))
                .toList();
    }

    private static FakeResponse json(Map<String, ?> body) {
        return FakeResponse.json(new String(Json.write(body), StandardCharsets.UTF_8));
    }
}
