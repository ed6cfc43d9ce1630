package io.github.mailgunreactor.simulator;

import io.github.mailgunreactor.core.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Talks to a simulator with the JDK's client, so that these tests trust nothing of our own. */
final class Caller {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String baseUrl;
    private final String[] headers;

    private Caller(String baseUrl, String... headers) {
        this.baseUrl = baseUrl;
        this.headers = headers;
    }

    static Caller of(Simulator simulator) {
        return at(simulator.baseUrl(), simulator.key());
    }

    static Caller at(String baseUrl, String key) {
        return as(baseUrl, "api", key);
    }

    static Caller as(String baseUrl, String user, String key) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + key).getBytes(StandardCharsets.UTF_8));
        return new Caller(baseUrl, "Authorization", "Basic " + credentials);
    }

    static Caller anonymous(Simulator simulator) {
        return new Caller(simulator.baseUrl(), "X-Anonymous", "yes");
    }

    Caller with(String name, String value) {
        List<String> more = new ArrayList<>(List.of(headers));
        more.add(name);
        more.add(value);
        return new Caller(baseUrl, more.toArray(String[]::new));
    }

    HttpResponse<String> get(String pathOrUrl) throws IOException, InterruptedException {
        return send("GET", pathOrUrl, BodyPublishers.noBody(), null);
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, BodyPublishers.noBody(), null);
    }

    HttpResponse<String> form(String method, String path, String... namesAndValues)
            throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return send(method, path, BodyPublishers.ofString(form.toString()), "application/x-www-form-urlencoded");
    }

    HttpResponse<String> multipart(String method, String path, String... namesAndValues)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append("--cut\r\nContent-Disposition: form-data; name=\"")
                    .append(namesAndValues[i])
                    .append("\"\r\n\r\n")
                    .append(namesAndValues[i + 1])
                    .append("\r\n");
        }
        return send(method, path, BodyPublishers.ofString(body + "--cut--\r\n"), "multipart/form-data; boundary=cut");
    }

    HttpResponse<String> json(String method, String path, Object json) throws IOException, InterruptedException {
        return send(method, path, BodyPublishers.ofByteArray(Json.write(json)), "application/json");
    }

    HttpResponse<String> send(String method, String pathOrUrl, BodyPublisher body, @Nullable String contentType)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(pathOrUrl.startsWith("http") ? pathOrUrl : baseUrl + pathOrUrl))
                .timeout(Duration.ofSeconds(20))
                .headers(headers)
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** The response as a JSON object. */
    @SuppressWarnings("unchecked") // the tests know what they asked for
    static Map<String, Object> object(HttpResponse<String> response) {
        return (Map<String, Object>)
                Objects.requireNonNull(Json.readAny(response.body().getBytes(StandardCharsets.UTF_8)));
    }

    /** The value of {@code message}. */
    static Object message(HttpResponse<String> response) {
        return Objects.requireNonNull(object(response).get("message"));
    }

    @SuppressWarnings("unchecked") // the tests know what they asked for
    static List<Map<String, Object>> objects(HttpResponse<String> response, String field) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(object(response).get(field));
    }
}
