package io.github.mailgunreactor.messages;

import static java.util.Objects.requireNonNull;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** A Mailgun that keeps what it is sent, tells of it in its logs, and loses requests and responses. */
final class FakeMailgun {
    /** The addresses that mail went to, one for each copy. */
    final List<String> delivered = new CopyOnWriteArrayList<>();

    /** The variables that each address got. */
    final Map<String, Object> variables = new ConcurrentHashMap<>();

    private final Map<String, List<String>> accepted = new ConcurrentHashMap<>();
    private final Random random;
    private final int percentOfFaults;

    FakeMailgun(long seed, int percentOfFaults) {
        this.random = new Random(seed);
        this.percentOfFaults = percentOfFaults;
    }

    FakeTransport transport() {
        return FakeTransport.answering(this::answer);
    }

    private synchronized Mono<FakeResponse> answer(SentRequest request) {
        if (request.template().equals("/v1/analytics/logs")) {
            return Mono.just(FakeResponse.json(logs(request)));
        }
        int fault = random.nextInt(100) < percentOfFaults ? random.nextInt(5) : -1;
        return switch (fault) {
            case 0 -> lost(request, false);
            case 1 -> lost(request, true);
            case 2 -> Mono.just(FakeResponse.json(503, "{\"message\": \"unavailable\"}"));
            case 3 -> {
                accept(request);
                yield lost(request, true);
            }
            case 4 -> {
                accept(request);
                yield Mono.just(FakeResponse.json(500, "{\"message\": \"Internal Server Error\"}"));
            }
            default ->
                Mono.just(FakeResponse.json("{\"id\": \"<" + accept(request) + ">\", \"message\": \"Queued.\"}"));
        };
    }

    private static Mono<FakeResponse> lost(SentRequest request, boolean sent) {
        NoResponseException.Reason reason =
                sent ? NoResponseException.Reason.CONNECTION_LOST : NoResponseException.Reason.CONNECT_FAILED;
        return Mono.error(new NoResponseException(request.line(), reason, sent, null));
    }

    private String accept(SentRequest request) {
        Map<String, List<String>> form = request.form();
        String id = requireNonNull(form.get("v:send-id")).get(0);
        String messageId = "m" + delivered.size() + "@example.com";
        accepted.computeIfAbsent(id, absent -> new ArrayList<>()).add(messageId);
        for (String to : requireNonNull(form.get("to"))) {
            delivered.add(EmailAddress.parse(to).address());
        }
        if (form.containsKey("recipient-variables")) {
            ((Map<?, ?>) json(form.get("recipient-variables").get(0)))
                    .forEach((address, values) -> variables.put(String.valueOf(address), values));
        }
        return messageId;
    }

    /** As the live API: the filter finds a text anywhere in the variables, and the variables are a text. */
    private String logs(SentRequest request) {
        Map<?, ?> query = (Map<?, ?>) requireNonNull(request.json());
        Map<?, ?> filter = (Map<?, ?>) requireNonNull(query.get("filter"));
        List<?> conditions = (List<?>) requireNonNull(filter.get("AND"));
        Map<?, ?> condition = (Map<?, ?>) conditions.get(1);
        String wanted =
                String.valueOf(((Map<?, ?>) ((List<?>) requireNonNull(condition.get("values"))).get(0)).get("value"));
        List<Map<String, Object>> items = new ArrayList<>();
        accepted.forEach((id, messageIds) -> {
            if (id.contains(wanted)) {
                messageIds.forEach(messageId -> items.add(Map.of(
                        "id",
                        "event-" + messageId,
                        "event",
                        "accepted",
                        "@timestamp",
                        "2026-11-21T16:00:00.000Z",
                        "log-level",
                        "info",
                        "message",
                        Map.of("headers", Map.of("message-id", messageId)),
                        "user-variables",
                        "{\"send-id\":\"" + id + "\"}")));
            }
        });
        return new String(Json.write(Map.of("items", items, "pagination", Map.of())), StandardCharsets.UTF_8);
    }

    private static Object json(String text) {
        return requireNonNull(Json.readAny(text.getBytes(StandardCharsets.UTF_8)));
    }
}
