package io.github.mailgunreactor.simulator.internal.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names with one or more values, in the order received: a query or a form. */
public final class Parameters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** Reads {@code a=1&b=2}, as in a query or an urlencoded form. */
    static Parameters parse(@Nullable String encoded) {
        Parameters parameters = new Parameters();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                parameters.add(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(400, "malformed percent-encoding");
        }
    }

    public Parameters add(String name, String value) {
        values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
        return this;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The first value, or {@code null} where the parameter was not sent. */
    public @Nullable String first(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.get(0);
    }

    /** All values of a repeated parameter, empty where it was not sent. */
    public List<String> all(String name) {
        return Collections.unmodifiableList(values.getOrDefault(name, List.of()));
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** These parameters without some of them. */
    Parameters without(String... names) {
        Parameters rest = new Parameters();
        List<String> dropped = List.of(names);
        values.forEach((name, all) -> {
            if (!dropped.contains(name)) {
                all.forEach(value -> rest.add(name, value));
            }
        });
        return rest;
    }

    public Parameters addAll(Parameters others) {
        others.values.forEach((name, all) -> all.forEach(value -> add(name, value)));
        return this;
    }

    /** As they stand in a URL, without a question mark. */
    String encoded() {
        StringBuilder query = new StringBuilder();
        values.forEach((name, all) -> all.forEach(value -> query.append(query.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return query.toString();
    }

    /** How much memory they take, about. */
    public long weight() {
        long weight = 0;
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            for (String value : entry.getValue()) {
                weight += 64 + entry.getKey().length() + value.length();
            }
        }
        return weight;
    }

    /** A copy for those outside. */
    public Map<String, List<String>> asMap() {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, all) -> copy.put(name, List.copyOf(all)));
        return Collections.unmodifiableMap(copy);
    }
}
