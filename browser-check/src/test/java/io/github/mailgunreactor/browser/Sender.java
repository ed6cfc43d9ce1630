package io.github.mailgunreactor.browser;

import io.github.mailgunreactor.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program that uses Mailgun: it knows nothing of the page. */
final class Sender {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Simulator simulator;

    Sender(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Sends to Ada; gives the status. */
    int send(String subject, String html) throws IOException, InterruptedException {
        String form = "from=us%40example.com&to=ada%40example.org&o%3Atag=greeting&text=plain&subject="
                + encoded(subject) + "&html=" + encoded(html);
        return post("/v3/example.com/messages", form);
    }

    /** Posts a form whose fields are encoded as they are to be; gives the status. */
    int post(String path, String form) throws IOException, InterruptedException {
        return status(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    int get(String path) throws IOException, InterruptedException {
        return status(request(path));
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        String credentials =
                Base64.getEncoder().encodeToString(("api:" + simulator.key()).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .header("Authorization", "Basic " + credentials);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
