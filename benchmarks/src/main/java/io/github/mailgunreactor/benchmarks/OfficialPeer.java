package io.github.mailgunreactor.benchmarks;

import com.mailgun.api.v1.MailgunLogsApi;
import com.mailgun.api.v3.MailgunMessagesApi;
import com.mailgun.api.v4.MailgunDomainsApi;
import com.mailgun.client.MailgunClient;
import com.mailgun.model.logs.LogsPagination;
import com.mailgun.model.logs.LogsRequest;
import com.mailgun.model.message.Message;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code com.mailgun:mailgun-java} with its defaults. It blocks a thread for each call, has no call that creates an API
 * key and none that follows pages, and holds a file in memory as a whole.
 */
final class OfficialPeer implements Peer {
    private final MailgunDomainsApi domains;
    private final MailgunLogsApi logs;
    private final MailgunMessagesApi messages;
    private final File megabyte;
    private final LogsRequest logsRequest = LogsRequest.builder()
            .duration("1d")
            .pagination(LogsPagination.builder().limit(100).build())
            .build();

    /**
     * Opens the client.
     *
     * @param connections how many connections the JDK keeps open for it; 5 where nobody sets a system property
     */
    OfficialPeer(String baseUrl, int connections) {
        System.setProperty("http.maxConnections", Integer.toString(connections));
        MailgunClient.MailgunClientBuilder builder = MailgunClient.config(baseUrl + "/", "key-for-nobody");
        this.domains = builder.createApi(MailgunDomainsApi.class);
        this.logs = builder.createApi(MailgunLogsApi.class);
        this.messages = builder.createApi(MailgunMessagesApi.class);
        try {
            this.megabyte = Files.write(Files.createTempFile("official", ".bin"), new byte[1 << 20])
                    .toFile();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        megabyte.deleteOnExit();
    }

    @Override
    public boolean supports(Scenario scenario) {
        return switch (scenario) {
            case DOMAIN, LOGS, SEND, UPLOAD_1MB -> true;
            case CREATE_KEY, UPLOAD_1GB, BOUNCES -> false;
        };
    }

    @Override
    public boolean blocks() {
        return true;
    }

    @Override
    public void call(Scenario scenario, Consumer<@Nullable Throwable> done) {
        try {
            switch (scenario) {
                case DOMAIN -> domains.getSingleDomain(Scenario.DOMAIN_NAME);
                case LOGS -> logs.getLogs(logsRequest);
                case SEND ->
                    messages.sendMessage(
                            Scenario.DOMAIN_NAME,
                            Message.builder()
                                    .from(Peers.SENDER)
                                    .to(Peers.RECIPIENT)
                                    .subject(Peers.SUBJECT)
                                    .text(Peers.TEXT)
                                    .userVariables(Map.of("send-id", Peers.ORDER))
                                    .build());
                case UPLOAD_1MB ->
                    messages.sendMessage(
                            Scenario.DOMAIN_NAME,
                            Message.builder()
                                    .from("orders@mail.example.com")
                                    .to("customer@example.net")
                                    .subject("a file")
                                    .text("a file")
                                    .attachment(megabyte)
                                    .build());
                default -> throw new UnsupportedOperationException(scenario.title());
            }
        } catch (RuntimeException failure) {
            done.accept(failure);
            return;
        }
        done.accept(null);
    }

    @Override
    public void close() {}
}
