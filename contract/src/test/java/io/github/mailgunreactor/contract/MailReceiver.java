package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mailgunreactor.core.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes batches to numbered recipients and counts what each got, in little memory; tells of batches in its logs; and fails now
 * and then, before or after it took what it was sent. It is the JDK's server, so that nothing of ours stands on both sides.
 */
final class MailReceiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final byte[] copies;
    private final Map<String, String> messageIds = new ConcurrentHashMap<>();
    private final Random random = new Random(13);
    private final int percentOfFaults;
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger faults = new AtomicInteger();
    final AtomicInteger delivered = new AtomicInteger();

    MailReceiver(int recipients, int percentOfFaults) throws IOException {
        this.copies = new byte[recipients];
        this.percentOfFaults = percentOfFaults;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v3/", exchange -> answer(exchange, true));
        server.createContext("/v1/analytics/logs", exchange -> answer(exchange, false));
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many recipients got this many copies. */
    int withCopies(int number) {
        int count = 0;
        for (byte copy : copies) {
            count += copy == number ? 1 : 0;
        }
        return count;
    }

    private void answer(HttpExchange exchange, boolean send) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!send) {
                write(exchange, 200, logs(body));
                return;
            }
            requests.incrementAndGet();
            switch (fault()) {
                case 0 -> write(exchange, 503, Map.of("message", "unavailable"));
                case 1 -> {
                    // Closed without a response, before the message was taken.
                }
                case 2 -> accept(body);
                case 3 -> {
                    accept(body);
                    write(exchange, 500, Map.of("message", "Internal Server Error"));
                }
                default ->
                    write(exchange, 200, Map.of("id", "<" + accept(body) + ">", "message", "Queued. Thank you."));
            }
        }
    }

    private synchronized int fault() {
        if (random.nextInt(100) >= percentOfFaults) {
            return -1;
        }
        return faults.getAndIncrement() % 4;
    }

    private String accept(byte[] body) {
        Map<String, List<String>> form = form(new String(body, StandardCharsets.US_ASCII));
        Map<?, ?> variables = (Map<?, ?>) requireNonNull(Json.readAny(
                requireNonNull(form.get("recipient-variables")).get(0).getBytes(StandardCharsets.UTF_8)));
        for (String address : requireNonNull(form.get("to"))) {
            int number = Integer.parseInt(address.substring(address.indexOf('-') + 1, address.indexOf('@')));
            if (!Map.of("number", (long) number).equals(variables.get(address))) {
                throw new IllegalStateException("recipient " + number + " has variables of another");
            }
            synchronized (copies) {
                copies[number]++;
            }
        }
        delivered.addAndGet(variables.size());
        String sendId = requireNonNull(form.get("v:send-id")).get(0);
        return messageIds.merge(sendId, sendId + "@example.com", (before, again) -> before);
    }

    private Map<String, Object> logs(byte[] query) {
        String text = new String(query, StandardCharsets.UTF_8);
        List<Map<String, Object>> items = new ArrayList<>();
        messageIds.forEach((sendId, messageId) -> {
            if (text.contains('"' + sendId + '"')) {
                items.add(Map.of(
                        "id",
                        messageId,
                        "event",
                        "accepted",
                        "@timestamp",
                        "2026-11-21T16:00:00Z",
                        "message",
                        Map.of("headers", Map.of("message-id", messageId)),
                        "user-variables",
                        "{\"send-id\":\"" + sendId + "\"}"));
            }
        });
        return Map.of("items", items, "pagination", Map.of());
    }

    private static Map<String, List<String>> form(String body) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            form.computeIfAbsent(
                            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                            name -> new ArrayList<>())
                    .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void write(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] json = Json.write(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(json);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
