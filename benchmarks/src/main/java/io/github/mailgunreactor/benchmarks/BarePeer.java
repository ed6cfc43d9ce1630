package io.github.mailgunreactor.benchmarks;

import io.github.mailgunreactor.analytics.logs.LogsPage;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.domains.DomainDetails;
import io.github.mailgunreactor.keys.CreatedKey;
import io.github.mailgunreactor.messages.SentMessage;
import io.github.mailgunreactor.suppressions.Bounce;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.ObjectReader;

/** Reactor Netty and Jackson 3 by hand: the yardstick. */
final class BarePeer implements Peer {
    private final ConnectionProvider connections = ConnectionProvider.builder("bare")
            .maxConnections(CONNECTIONS)
            .pendingAcquireMaxCount(-1)
            .build();
    private final HttpClient client;
    private final ObjectReader domains = JacksonThree.MAPPER.readerFor(DomainDetails.class);
    private final ObjectReader logs = JacksonThree.MAPPER.readerFor(LogsPage.class);
    private final ObjectReader keys = JacksonThree.MAPPER.readerFor(CreatedKey.class);
    private final ObjectReader sent = JacksonThree.MAPPER.readerFor(SentMessage.class);
    private final ObjectReader bounces = JacksonThree.MAPPER.readerFor(
            JacksonThree.MAPPER.getTypeFactory().constructParametricType(Listing.class, Bounce.class));
    private final byte[] megabyte = new byte[1 << 20];
    private final Path gigabyte;

    BarePeer(String baseUrl, Path gigabyte) {
        this.client = HttpClient.create(connections)
                .baseUrl(baseUrl)
                .headers(headers ->
                        headers.set("authorization", Peers.AUTHORIZATION).set("accept", "application/json"));
        this.gigabyte = gigabyte;
    }

    @Override
    public boolean supports(Scenario scenario) {
        return true;
    }

    @Override
    public void call(Scenario scenario, Consumer<@Nullable Throwable> done) {
        Mono<?> call = switch (scenario) {
            case DOMAIN -> read(client.get().uri("/v4/domains/" + Scenario.DOMAIN_NAME), domains);
            case LOGS -> read(post("/v1/analytics/logs", "application/json", Peers.LOGS_QUERY), logs);
            case CREATE_KEY -> read(post("/v1/keys", "application/x-www-form-urlencoded", Peers.KEY_FORM), keys);
            case SEND ->
                read(
                        post(
                                "/v3/" + Scenario.DOMAIN_NAME + "/messages",
                                "application/x-www-form-urlencoded",
                                Peers.messageForm()),
                        sent);
            case UPLOAD_1MB, UPLOAD_1GB -> upload(scenario);
            case BOUNCES ->
                page(Peers.FIRST_BOUNCES)
                        .expand(page -> {
                            String next = Peers.next(page);
                            return next == null ? Mono.empty() : page(next);
                        })
                        .concatMapIterable(Listing::items)
                        .count()
                        .doOnNext(Peers::requireMillion);
        };
        call.subscribe(value -> {}, done, () -> done.accept(null));
    }

    private HttpClient.ResponseReceiver<?> post(String path, String type, String body) {
        return client.headers(headers -> headers.set("content-type", type))
                .post()
                .uri(path)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static <T> Mono<T> read(HttpClient.ResponseReceiver<?> request, ObjectReader reader) {
        return request.responseSingle((response, body) -> body.asByteArray().map(reader::<T>readValue));
    }

    private Mono<Listing<Bounce>> page(String target) {
        return read(client.get().uri(target), bounces);
    }

    private Mono<Void> upload(Scenario scenario) {
        return client.post()
                .uri("/v3/" + Scenario.DOMAIN_NAME + "/messages")
                .sendForm((request, form) -> {
                    form.multipart(true).attr("to", "customer@example.net");
                    if (scenario == Scenario.UPLOAD_1GB) {
                        form.file("attachment", gigabyte.toFile());
                    } else {
                        form.file(
                                "attachment",
                                "big.bin",
                                new ByteArrayInputStream(megabyte),
                                "application/octet-stream");
                    }
                })
                .responseSingle((response, body) -> body.asByteArray())
                .then();
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
