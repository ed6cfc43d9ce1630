package io.github.mailgunreactor.benchmarks;

import io.github.mailgunreactor.analytics.logs.LogsPage;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.domains.DomainDetails;
import io.github.mailgunreactor.keys.CreatedKey;
import io.github.mailgunreactor.messages.SentMessage;
import io.github.mailgunreactor.suppressions.Bounce;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Spring's WebClient on Reactor Netty. */
final class WebClientPeer implements Peer {
    private static final ParameterizedTypeReference<Listing<Bounce>> BOUNCES = new ParameterizedTypeReference<>() {};

    private final ConnectionProvider connections = ConnectionProvider.builder("webclient")
            .maxConnections(CONNECTIONS)
            .pendingAcquireMaxCount(-1)
            .build();
    private final WebClient client;
    private final Resource megabyte = new ByteArrayResource(new byte[1 << 20]) {
        @Override
        public String getFilename() {
            return "big.bin";
        }
    };
    private final Resource gigabyte;
    private final String baseUrl;

    WebClientPeer(String baseUrl, Path gigabyte) {
        this.baseUrl = baseUrl;
        this.client = WebClient.builder()
                .baseUrl(baseUrl)
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)))
                .codecs(codecs -> {
                    codecs.defaultCodecs().maxInMemorySize(16 << 20);
                    codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(JacksonThree.MAPPER));
                })
                .defaultHeader("Authorization", Peers.AUTHORIZATION)
                .build();
        this.gigabyte = new FileSystemResource(gigabyte);
    }

    @Override
    public boolean supports(Scenario scenario) {
        return true;
    }

    @Override
    public void call(Scenario scenario, Consumer<@Nullable Throwable> done) {
        Mono<?> call = switch (scenario) {
            case DOMAIN ->
                client.get()
                        .uri("/v4/domains/{name}", Scenario.DOMAIN_NAME)
                        .retrieve()
                        .bodyToMono(DomainDetails.class);
            case LOGS ->
                client.post()
                        .uri("/v1/analytics/logs")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Peers.LOGS_QUERY)
                        .retrieve()
                        .bodyToMono(LogsPage.class);
            case CREATE_KEY ->
                client.post()
                        .uri("/v1/keys")
                        .body(BodyInserters.fromFormData("kind", "domain")
                                .with("role", "sending")
                                .with("domain_name", Scenario.DOMAIN_NAME)
                                .with("description", "a service"))
                        .retrieve()
                        .bodyToMono(CreatedKey.class);
            case SEND ->
                client.post()
                        .uri("/v3/{domain}/messages", Scenario.DOMAIN_NAME)
                        .body(BodyInserters.fromFormData("from", Peers.SENDER)
                                .with("to", Peers.RECIPIENT)
                                .with("subject", Peers.SUBJECT)
                                .with("text", Peers.TEXT)
                                .with(Peers.SEND_ID, Peers.ORDER))
                        .retrieve()
                        .bodyToMono(SentMessage.class);
            case UPLOAD_1MB -> upload(megabyte);
            case UPLOAD_1GB -> upload(gigabyte);
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

    private Mono<Listing<Bounce>> page(String target) {
        return client.get().uri(URI.create(baseUrl + target)).retrieve().bodyToMono(BOUNCES);
    }

    private Mono<String> upload(Resource file) {
        MultipartBodyBuilder parts = new MultipartBodyBuilder();
        parts.part("to", "customer@example.net");
        parts.part("attachment", file, MediaType.APPLICATION_OCTET_STREAM);
        return client.post()
                .uri("/v3/{domain}/messages", Scenario.DOMAIN_NAME)
                .body(BodyInserters.fromMultipartData(parts.build()))
                .retrieve()
                .bodyToMono(String.class);
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
