package io.github.mailgunreactor.redis;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of Mailgun several instances meet: a limit of calls in a window, and logs with many events. It is the JDK's server, so that
 * nothing of ours stands on both sides.
 */
final class MailgunStandIn implements AutoCloseable {
    private static final int PAGE = 100;
    private static final Pattern TOKEN = Pattern.compile("\"token\" *: *\"([0-9]+)\"");

    static {
        // Else it closes connections that are not used for a moment once there are 200, which those of four instances
        // are.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final int limit;
    private final Duration window;
    private final int events;
    private final Instant firstEvent = Instant.now().minusSeconds(600);
    private Instant end = Instant.EPOCH;
    private int used;
    private final List<Integer> usedInWindows = new ArrayList<>();
    private final Map<String, Integer> granted = new TreeMap<>();
    private Map<String, Integer> grantedInWholeWindows = Map.of();
    private int answered;
    private int refused;

    MailgunStandIn(int limit, Duration window, int events) throws IOException {
        this.limit = limit;
        this.window = window;
        this.events = events;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/keys", this::limited);
        server.createContext("/v1/analytics/logs", this::logs);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** When the oldest event happened. */
    Instant firstEvent() {
        return firstEvent;
    }

    synchronized int answered() {
        return answered;
    }

    synchronized int refused() {
        return refused;
    }

    /** How many calls were granted in each window, the one that has not ended last. */
    synchronized List<Integer> usedInWindows() {
        List<Integer> all = new ArrayList<>(usedInWindows);
        all.add(used);
        return all;
    }

    /** How many calls each instance was granted in all windows but the last. */
    synchronized Map<String, Integer> grantedInWholeWindows() {
        return grantedInWholeWindows;
    }

    private void limited(HttpExchange exchange) throws IOException {
        boolean isGranted;
        int remaining;
        long reset;
        synchronized (this) {
            Instant now = Instant.now();
            if (!now.isBefore(end)) {
                if (answered > 0) {
                    usedInWindows.add(used);
                    grantedInWholeWindows = Map.copyOf(granted);
                }
                end = now.plus(window);
                used = 0;
            }
            isGranted = used < limit;
            used += isGranted ? 1 : 0;
            answered += isGranted ? 1 : 0;
            refused += isGranted ? 0 : 1;
            if (isGranted) {
                granted.merge(exchange.getRequestURI().getQuery(), 1, Integer::sum);
            }
            remaining = limit - used;
            reset = end.toEpochMilli();
        }
        exchange.getResponseHeaders().set("X-RateLimit-Limit", String.valueOf(limit));
        exchange.getResponseHeaders().set("X-RateLimit-Remaining", String.valueOf(remaining));
        exchange.getResponseHeaders().set("X-RateLimit-Reset", String.valueOf(reset));
        write(exchange, isGranted ? 200 : 429, "{\"message\":\"done\"}");
    }

    /** A page of events, a hundred to the second, oldest first. */
    private void logs(HttpExchange exchange) throws IOException {
        Matcher token = TOKEN.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        int from = token.find() ? Integer.parseInt(token.group(1)) : 0;
        int to = Math.min(from + PAGE, events);
        StringBuilder page = new StringBuilder("{\"items\":[");
        for (int number = from; number < to; number++) {
            page.append(number == from ? "" : ",")
                    .append("{\"id\":\"event-")
                    .append(number)
                    .append("\",\"event\":\"delivered\",\"@timestamp\":\"")
                    .append(firstEvent.plusMillis(number * 10L / 2))
                    .append("\"}");
        }
        page.append("],\"pagination\":{")
                .append(to < events ? "\"next\":\"" + to + "\"" : "")
                .append("}}");
        write(exchange, 200, page.toString());
    }

    private static void write(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
