package io.github.mailgunreactor.benchmarks;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.mailgunreactor.analytics.logs.LogsPage;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.domains.DomainDetails;
import io.github.mailgunreactor.keys.CreatedKey;
import io.github.mailgunreactor.messages.SentMessage;
import io.github.mailgunreactor.suppressions.Bounce;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The JDK's own client, and Jackson 2. Its multipart body is put together by hand: it has none. */
final class JdkPeer implements Peer {
    private static final String BOUNDARY = "the-boundary-of-the-comparison";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectReader domains = JacksonTwo.MAPPER.readerFor(DomainDetails.class);
    private final ObjectReader logs = JacksonTwo.MAPPER.readerFor(LogsPage.class);
    private final ObjectReader keys = JacksonTwo.MAPPER.readerFor(CreatedKey.class);
    private final ObjectReader sent = JacksonTwo.MAPPER.readerFor(SentMessage.class);
    private final ObjectReader bounces = JacksonTwo.MAPPER.readerFor(
            JacksonTwo.MAPPER.getTypeFactory().constructParametricType(Listing.class, Bounce.class));
    private final byte[] megabyte = new byte[1 << 20];
    private final Path gigabyte;
    private final String baseUrl;

    JdkPeer(String baseUrl, Path gigabyte) {
        this.baseUrl = baseUrl;
        this.gigabyte = gigabyte;
    }

    @Override
    public boolean supports(Scenario scenario) {
        return true;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // done hears of a failure
    public void call(Scenario scenario, Consumer<@Nullable Throwable> done) {
        CompletableFuture<?> call = switch (scenario) {
            case DOMAIN -> send(request("/v4/domains/" + Scenario.DOMAIN_NAME), domains);
            case LOGS ->
                send(
                        request("/v1/analytics/logs")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(Peers.LOGS_QUERY)),
                        logs);
            case CREATE_KEY ->
                send(
                        request("/v1/keys")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(Peers.KEY_FORM)),
                        keys);
            case SEND ->
                send(
                        request("/v3/" + Scenario.DOMAIN_NAME + "/messages")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(Peers.messageForm())),
                        sent);
            case UPLOAD_1MB -> upload(BodyPublishers.ofByteArray(megabyte));
            case UPLOAD_1GB -> upload(ofFile());
            case BOUNCES -> page(Peers.FIRST_BOUNCES, 0);
        };
        call.whenComplete((value, failure) -> done.accept(failure));
    }

    private CompletableFuture<?> page(String target, long before) {
        return this.<Listing<Bounce>>send(request(target), bounces).thenCompose(page -> {
            long items = before + page.items().size();
            String next = Peers.next(page);
            if (next != null) {
                return page(next, items);
            }
            Peers.requireMillion(items);
            return CompletableFuture.completedFuture(null);
        });
    }

    private BodyPublisher ofFile() {
        try {
            return BodyPublishers.ofFile(gigabyte);
        } catch (FileNotFoundException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private CompletableFuture<?> upload(BodyPublisher file) {
        String head =
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\ncustomer@example.net\r\n--"
                        + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"big.bin\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n";
        HttpRequest.Builder request = request("/v3/" + Scenario.DOMAIN_NAME + "/messages")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head), file, BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")));
        return send(request, JacksonTwo.MAPPER.reader().forType(Object.class));
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(baseUrl + target)).header("Authorization", Peers.AUTHORIZATION);
    }

    private <T> CompletableFuture<T> send(HttpRequest.Builder request, ObjectReader reader) {
        return client.sendAsync(request.build(), BodyHandlers.ofByteArray()).thenApply(response -> {
            try {
                return reader.readValue(response.body());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    @Override
    public void close() {}
}
