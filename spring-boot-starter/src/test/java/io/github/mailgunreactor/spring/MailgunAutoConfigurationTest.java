package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mailgunreactor.core.Attempt;
import io.github.mailgunreactor.core.Credentials;
import io.github.mailgunreactor.core.Interceptor;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Response;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.core.observation.CallLog;
import io.github.mailgunreactor.core.observation.ResponseListener;
import io.github.mailgunreactor.core.observation.RetryListener;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.keys.KeysApi;
import io.github.mailgunreactor.netty.NettyTransport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.Ordered;
import reactor.core.publisher.Mono;

/** Each bean present, absent and replaced; and what of properties and beans reaches a client. */
class MailgunAutoConfigurationTest {
    private final FakeTransport transport =
            FakeTransport.answering(request -> Mono.just(FakeResponse.json("{\"items\": []}")));

    @Test
    void aKeyIsAllThatIsNeeded() {
        Contexts.withKey()
                .run(context -> assertThat(context)
                        .hasSingleBean(NettyTransport.class)
                        .hasSingleBean(MailgunClient.class)
                        .hasSingleBean(MailgunClients.class)
                        .hasSingleBean(MailgunConnectionDetails.class)
                        .hasSingleBean(MailgunLifecycle.class)
                        .doesNotHaveBean(CallLog.class));
    }

    @Test
    void itCanBeTurnedOff() {
        Contexts.withoutKey()
                .withPropertyValues("mailgun.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Transport.class)
                        .doesNotHaveBean(MailgunClient.class)
                        .doesNotHaveBean(MailgunClients.class)
                        .doesNotHaveBean(MailgunLifecycle.class));
    }

    @Test
    void theApplicationsOwnTransportIsUsed() {
        Contexts.withKey().withBean(Transport.class, () -> transport).run(context -> {
            assertThat(context).hasSingleBean(Transport.class);
            context.getBean(KeysApi.class).list().collectList().block();
            assertThat(authorization(transport)).isEqualTo("api:key-1");
        });
    }

    @Test
    void theApplicationsOwnClientIsTheOnlyOne() {
        MailgunClient own = transport.client();
        Contexts.withoutKey()
                .withBean(MailgunClient.class, () -> own)
                .run(context -> assertThat(context.getBean(MailgunClient.class)).isSameAs(own));
    }

    @Test
    void theApplicationsOwnClientsAndLifecycleAreTheOnlyOnes() {
        MailgunClients clients = new MailgunClients(Map.of());
        MailgunLifecycle lifecycle = new MailgunLifecycle();
        Contexts.withKey()
                .withBean(MailgunClients.class, () -> clients)
                .withBean(MailgunLifecycle.class, () -> lifecycle)
                .run(context -> {
                    assertThat(context.getBean(MailgunClients.class)).isSameAs(clients);
                    assertThat(context.getBean(MailgunLifecycle.class)).isSameAs(lifecycle);
                });
    }

    @Test
    void credentialsOfTheApplicationTakePrecedenceOverTheProperty() {
        Contexts.withKey()
                .withBean(Transport.class, () -> transport)
                .withBean(Credentials.class, () -> Credentials.from(Mono.just("key-of-the-vault")))
                .run(context -> {
                    context.getBean(KeysApi.class).list().collectList().block();
                    assertThat(authorization(transport)).isEqualTo("api:key-of-the-vault");
                });
    }

    @Test
    void connectionDetailsOfTheApplicationTakePrecedenceOverTheProperties() {
        Contexts.withKey()
                .withPropertyValues("mailgun.region=eu")
                .withBean(MailgunConnectionDetails.class, () -> new MailgunConnectionDetails() {
                    @Override
                    public Secret apiKey() {
                        return Secret.of("key-2");
                    }

                    @Override
                    public Region region() {
                        return Region.at("http://localhost:9");
                    }
                })
                .run(context -> assertThat(context.getBean(MailgunClient.class).region())
                        .isEqualTo(Region.at("http://localhost:9")));
    }

    @Test
    void theRegionIsReadByName() {
        Contexts.withKey()
                .withPropertyValues("mailgun.region=EU")
                .run(context -> assertThat(context.getBean(MailgunClient.class).region())
                        .isEqualTo(Region.EU));
    }

    @Test
    void namedClientsHaveWhatTheFirstHasUnlessTheySayOtherwise() {
        Contexts.withKey()
                .withPropertyValues("mailgun.clients.europe.region=eu", "mailgun.clients.other.api-key=key-other")
                .withBean(Transport.class, () -> transport)
                .run(context -> {
                    MailgunClients clients = context.getBean(MailgunClients.class);
                    assertThat(clients.names()).containsExactlyInAnyOrder("europe", "other");
                    assertThat(clients.get("europe").region()).isEqualTo(Region.EU);
                    assertThat(clients.get("other").region()).isEqualTo(Region.US);
                    new KeysApi(clients.get("europe")).list().collectList().block();
                    new KeysApi(clients.get("other")).list().collectList().block();
                    assertThat(authorization(transport, 0)).isEqualTo("api:key-1");
                    assertThat(authorization(transport, 1)).isEqualTo("api:key-other");
                    assertThatThrownBy(() -> clients.get("asia"))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("asia");
                });
    }

    @Test
    void aSubaccountIsActedFor() {
        Contexts.withKey()
                .withPropertyValues("mailgun.on-behalf-of=sub-1")
                .withBean(Transport.class, () -> transport)
                .run(context -> {
                    context.getBean(KeysApi.class).list().collectList().block();
                    assertThat(transport.onlySent().headers().first("X-Mailgun-On-Behalf-Of"))
                            .isEqualTo("sub-1");
                });
    }

    @Test
    void interceptorsStandAroundCallsInTheirOrder() {
        List<String> order = new ArrayList<>();
        Contexts.withKey()
                .withBean(Transport.class, () -> transport)
                .withBean("second", Interceptor.class, () -> new Noted(2, order))
                .withBean("first", Interceptor.class, () -> new Noted(1, order))
                .run(context -> {
                    context.getBean(KeysApi.class).list().collectList().block();
                    assertThat(order).containsExactly("1", "2");
                });
    }

    @Test
    void listenersAreToldOfResponsesAndDecisions() {
        List<String> told = new ArrayList<>();
        FakeTransport failing =
                FakeTransport.answering(FakeResponse.json(500, "{}"), FakeResponse.json("{\"items\": []}"));
        Contexts.withKey()
                .withPropertyValues("mailgun.retry.first-backoff=1ms")
                .withBean(Transport.class, () -> failing)
                .withBean(RetryListener.class, () -> decision -> told.add("decision"))
                .withBean(ResponseListener.class, () -> (operation, response) -> told.add("response"))
                .run(context -> {
                    context.getBean(KeysApi.class).list().collectList().block();
                    assertThat(told).containsExactly("decision", "response");
                });
    }

    @Test
    void retriesCanBeTurnedOff() {
        FakeTransport failing = FakeTransport.answering(FakeResponse.json(500, "{}"));
        Contexts.withKey()
                .withPropertyValues("mailgun.retry.max-attempts=1")
                .withBean(Transport.class, () -> failing)
                .run(context -> {
                    context.getBean(KeysApi.class)
                            .list()
                            .collectList()
                            .onErrorComplete()
                            .block();
                    assertThat(failing.sent()).hasSize(1);
                });
    }

    @Test
    void customizersHaveTheLastWord() {
        Contexts.withKey()
                .withPropertyValues("mailgun.region=eu")
                .withBean(MailgunClientCustomizer.class, () -> builder -> builder.region(Region.US))
                .withBean(NettyTransportCustomizer.class, () -> builder -> builder.name("custom"))
                .run(context -> {
                    assertThat(context.getBean(MailgunClient.class).region()).isEqualTo(Region.US);
                    assertThat(context.getBean(NettyTransport.class).toString()).contains("custom");
                });
    }

    @Test
    void theCallLogIsOptIn() {
        Contexts.withKey()
                .withPropertyValues("mailgun.call-log=true")
                .run(context -> assertThat(context).hasSingleBean(CallLog.class));
    }

    private static String authorization(FakeTransport transport) {
        return authorization(transport, 0);
    }

    private static String authorization(FakeTransport transport, int call) {
        String header = transport.sent().get(call).headers().first("Authorization");
        return new String(
                Base64.getDecoder().decode(Objects.requireNonNull(header).substring("Basic ".length())),
                StandardCharsets.UTF_8);
    }

    private record Noted(int number, List<String> order) implements Interceptor, Ordered {
        @Override
        public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
            order.add(Integer.toString(number));
            return chain.proceed(attempt);
        }

        @Override
        public int getOrder() {
            return number;
        }
    }
}
