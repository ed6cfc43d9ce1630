package io.github.mailgunreactor.benchmarks;

import com.fasterxml.jackson.databind.ObjectReader;
import io.github.mailgunreactor.analytics.logs.LogsPage;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.domains.DomainDetails;
import io.github.mailgunreactor.keys.CreatedKey;
import io.github.mailgunreactor.messages.SentMessage;
import io.github.mailgunreactor.suppressions.Bounce;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** OkHttp with its dispatcher, and Jackson 2. */
final class OkHttpPeer implements Peer {
    private static final MediaType OCTETS = MediaType.get("application/octet-stream");

    private final OkHttpClient client;
    private final ObjectReader domains = JacksonTwo.MAPPER.readerFor(DomainDetails.class);
    private final ObjectReader logs = JacksonTwo.MAPPER.readerFor(LogsPage.class);
    private final ObjectReader keys = JacksonTwo.MAPPER.readerFor(CreatedKey.class);
    private final ObjectReader sent = JacksonTwo.MAPPER.readerFor(SentMessage.class);
    private final ObjectReader bounces = JacksonTwo.MAPPER.readerFor(
            JacksonTwo.MAPPER.getTypeFactory().constructParametricType(Listing.class, Bounce.class));
    private final byte[] megabyte = new byte[1 << 20];
    private final Path gigabyte;
    private final String baseUrl;

    OkHttpPeer(String baseUrl, Path gigabyte) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CONNECTIONS);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS);
        this.client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES))
                .readTimeout(60, TimeUnit.SECONDS)
                .build();
        this.baseUrl = baseUrl;
        this.gigabyte = gigabyte;
    }

    @Override
    public boolean supports(Scenario scenario) {
        return true;
    }

    @Override
    public void call(Scenario scenario, Consumer<@Nullable Throwable> done) {
        switch (scenario) {
            case DOMAIN -> send(request("/v4/domains/" + Scenario.DOMAIN_NAME).build(), domains, done, value -> {});
            case LOGS ->
                send(
                        request("/v1/analytics/logs")
                                .post(RequestBody.create(Peers.LOGS_QUERY, MediaType.get("application/json")))
                                .build(),
                        logs,
                        done,
                        value -> {});
            case CREATE_KEY ->
                send(
                        request("/v1/keys")
                                .post(new FormBody.Builder()
                                        .add("kind", "domain")
                                        .add("role", "sending")
                                        .add("domain_name", Scenario.DOMAIN_NAME)
                                        .add("description", "a service")
                                        .build())
                                .build(),
                        keys,
                        done,
                        value -> {});
            case SEND ->
                send(
                        request("/v3/" + Scenario.DOMAIN_NAME + "/messages")
                                .post(new FormBody.Builder()
                                        .add("from", Peers.SENDER)
                                        .add("to", Peers.RECIPIENT)
                                        .add("subject", Peers.SUBJECT)
                                        .add("text", Peers.TEXT)
                                        .add(Peers.SEND_ID, Peers.ORDER)
                                        .build())
                                .build(),
                        sent,
                        done,
                        value -> {});
            case UPLOAD_1MB -> upload(RequestBody.create(megabyte, OCTETS), done);
            case UPLOAD_1GB -> upload(RequestBody.create(gigabyte.toFile(), OCTETS), done);
            case BOUNCES -> page(Peers.FIRST_BOUNCES, 0, done);
        }
    }

    private void page(String target, long before, Consumer<@Nullable Throwable> done) {
        Consumer<Listing<Bounce>> next = page -> {
            long items = before + page.items().size();
            String following = Peers.next(page);
            if (following == null) {
                Peers.requireMillion(items);
                done.accept(null);
            } else {
                page(following, items, done);
            }
        };
        send(
                request(target).build(),
                bounces,
                failure -> {
                    if (failure != null) {
                        done.accept(failure);
                    }
                },
                next);
    }

    private void upload(RequestBody file, Consumer<@Nullable Throwable> done) {
        send(
                request("/v3/" + Scenario.DOMAIN_NAME + "/messages")
                        .post(new MultipartBody.Builder()
                                .setType(MultipartBody.FORM)
                                .addFormDataPart("to", "customer@example.net")
                                .addFormDataPart("attachment", "big.bin", file)
                                .build())
                        .build(),
                JacksonTwo.MAPPER.reader().forType(Object.class),
                done,
                value -> {});
    }

    private Request.Builder request(String target) {
        return new Request.Builder().url(baseUrl + target).header("Authorization", Peers.AUTHORIZATION);
    }

    private <T> void send(
            Request request, ObjectReader reader, Consumer<@Nullable Throwable> done, Consumer<T> consumer) {
        client.newCall(request).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException failure) {
                done.accept(failure);
            }

            @Override
            public void onResponse(Call call, Response response) {
                T value;
                try (response) {
                    value = reader.readValue(response.body().bytes());
                } catch (IOException failure) {
                    done.accept(failure);
                    return;
                }
                consumer.accept(value);
                done.accept(null);
            }
        });
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
    }
}
