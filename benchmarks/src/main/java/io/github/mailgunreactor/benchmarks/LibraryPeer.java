package io.github.mailgunreactor.benchmarks;

import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.analytics.logs.LogsQuery;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.domains.DomainsApi;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.keys.NewKey;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.SendId;
import io.github.mailgunreactor.netty.NettyTransport;
import io.github.mailgunreactor.suppressions.BouncesApi;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** This library, by its API classes. */
final class LibraryPeer implements Peer {
    private final NettyTransport transport = NettyTransport.builder()
            .maxConnections(CONNECTIONS)
            .maxPendingAcquires(100_000)
            .build();
    private final MailgunClient mailgun;
    private final MessagesApi messages;
    private final byte[] megabyte = new byte[1 << 20];
    private final Path gigabyte;

    LibraryPeer(String baseUrl, Path gigabyte) {
        this.mailgun = MailgunClient.builder("key-for-nobody")
                .region(Region.at(baseUrl))
                .transport(transport)
                .build();
        this.messages = new MessagesApi(mailgun);
        this.gigabyte = gigabyte;
    }

    @Override
    public boolean supports(Scenario scenario) {
        return true;
    }

    @Override
    public void call(Scenario scenario, Consumer<@Nullable Throwable> done) {
        Mono<?> call = switch (scenario) {
            case DOMAIN -> new DomainsApi(mailgun).get(Scenario.DOMAIN_NAME);
            case LOGS ->
                new LogsApi(mailgun).list(LogsQuery.all().pageSize(100)).pages().next();
            case CREATE_KEY ->
                new KeysApi(mailgun).create(NewKey.sending(Scenario.DOMAIN_NAME).description("a service"));
            case SEND ->
                messages.send(
                        Scenario.DOMAIN_NAME,
                        Message.of(Peers.SENDER)
                                .to(Peers.RECIPIENT)
                                .subject(Peers.SUBJECT)
                                .text(Peers.TEXT)
                                .sendId(SendId.of(Peers.ORDER)));
            case UPLOAD_1MB -> upload(Part.bytes("big.bin", megabyte));
            case UPLOAD_1GB -> upload(Part.file(gigabyte));
            case BOUNCES ->
                new BouncesApi(mailgun).list(Scenario.DOMAIN_NAME).count().doOnNext(Peers::requireMillion);
        };
        call.subscribe(value -> {}, done, () -> done.accept(null));
    }

    private Mono<Void> upload(Part part) {
        return mailgun.send(POST.path("/v3/{domain}/messages", Scenario.DOMAIN_NAME)
                .multipart(Params.NONE.with("to", "customer@example.net").with("attachment", part))
                .asEmpty());
    }

    @Override
    public void close() {
        transport.close();
    }
}
