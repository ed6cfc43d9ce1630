package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RegionRouter;
import io.github.mailgunreactor.core.ratelimit.RateBudget;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.domains.DiscoveringRegionRouter;
import io.github.mailgunreactor.redis.SharedRedis;
import io.github.mailgunreactor.redis.SharedRegionRouter;
import io.github.mailgunreactor.webhooks.ReplayGuard;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import reactor.core.publisher.Mono;
import redis.embedded.RedisServer;

/** What instances share on a real Redis: each bean present, absent, replaced; by Lettuce's client and by Spring's. */
class RedisBeansIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    private static int port;
    private static RedisServer redis;
    private static RedisClient client;

    @BeforeAll
    static void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        redis = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
        client = RedisClient.create(RedisURI.create("127.0.0.1", port));
    }

    @AfterAll
    static void stop() throws IOException {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        redis.stop();
    }

    private static ApplicationContextRunner sharing() {
        return Contexts.withKey().withPropertyValues("mailgun.redis.enabled=true");
    }

    private static ApplicationContextRunner sharingByLettuce() {
        return sharing().withBean(RedisClient.class, () -> client, definition -> definition.setDestroyMethodName(""));
    }

    @Test
    void nothingIsSharedUnlessItIsAskedFor() {
        Contexts.withKey()
                .withBean(RedisClient.class, () -> client, definition -> definition.setDestroyMethodName(""))
                .run(context -> assertThat(context)
                        .hasSingleBean(MailgunClient.class)
                        .doesNotHaveBean(SharedRedis.class)
                        .doesNotHaveBean(RateBudget.class)
                        .doesNotHaveBean(ReplayGuard.class)
                        .doesNotHaveBean(RegionRouter.class));
    }

    @Test
    void rateLimitsAndHandledWebhooksAreSharedByTheApplicationsLettuceClient() {
        sharingByLettuce().run(context -> {
            assertThat(context)
                    .hasSingleBean(SharedRedis.class)
                    .hasSingleBean(RateBudget.class)
                    .doesNotHaveBean(RegionRouter.class);
            ReplayGuard guard = context.getBean(ReplayGuard.class);
            guard.claim("of lettuce").block(LONG);
            assertThat(keys("mailgun:webhook:of lettuce")).isEqualTo(1);
        });
    }

    @Test
    void theyAreSharedByTheRedisThatSpringsPropertiesName() {
        sharing()
                .withConfiguration(AutoConfigurations.of(springsOwn()))
                .withPropertyValues("spring.data.redis.host=127.0.0.1", "spring.data.redis.port=" + port)
                .run(context -> {
                    assertThat(context)
                            .hasSingleBean(LettuceConnectionFactory.class)
                            .hasSingleBean(RateBudget.class);
                    context.getBean(ReplayGuard.class).claim("of spring").block(LONG);
                    assertThat(keys("mailgun:webhook:of spring")).isEqualTo(1);
                });
    }

    @Test
    void keysHaveTheServicesPrefix() {
        sharingByLettuce()
                .withPropertyValues("mailgun.redis.prefix=shop:", "mailgun.redis.timeout=3s")
                .run(context -> {
                    context.getBean(ReplayGuard.class).claim("token").block(LONG);
                    assertThat(keys("shop:webhook:token")).isEqualTo(1);
                });
    }

    @Test
    void theFirstClientFindsDomainsWhereAnInstanceHasFoundThem() {
        FakeTransport transport = FakeTransport.answering(request -> Mono.just(
                request.region().equals(Region.EU)
                        ? FakeResponse.json("{\"domain\": {\"name\": \"example.com\"}}")
                        : FakeResponse.json(404, "{}")));
        sharingByLettuce()
                .withPropertyValues("mailgun.redis.search-regions=us,eu")
                .withBean(Transport.class, () -> transport)
                .run(context -> {
                    SharedRegionRouter router = context.getBean(SharedRegionRouter.class);
                    assertThat(router.regionOf("example.com").block(LONG)).isEqualTo(Region.EU);
                    assertThat(keys("mailgun:region:example.com")).isEqualTo(1);
                });
    }

    @Test
    void whatIsAbsentIsPassedOver() {
        sharingByLettuce()
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.data",
                        DiscoveringRegionRouter.class.getName(),
                        ReplayGuard.class.getPackageName()))
                .withPropertyValues("mailgun.redis.search-regions=us,eu")
                .run(context -> assertThat(context)
                        .hasSingleBean(SharedRedis.class)
                        .hasSingleBean(RateBudget.class)
                        .doesNotHaveBean(ReplayGuard.class)
                        .doesNotHaveBean(RegionRouter.class));
        sharingByLettuce()
                .withClassLoader(new FilteredClassLoader(SharedRedis.class))
                .run(context ->
                        assertThat(context).hasSingleBean(MailgunClient.class).doesNotHaveBean(RateBudget.class));
    }

    @Test
    void theApplicationsOwnBeansAreTheOnlyOnes() {
        RateBudget budget = RateBudget.inMemory();
        ReplayGuard guard = ReplayGuard.inMemory();
        RegionRouter router = RegionRouter.of(Map.of(), Region.EU);
        sharingByLettuce()
                .withPropertyValues("mailgun.redis.search-regions=us,eu")
                .withBean(RateBudget.class, () -> budget)
                .withBean(ReplayGuard.class, () -> guard)
                .withBean(RegionRouter.class, () -> router)
                .run(context -> {
                    assertThat(context.getBean(RateBudget.class)).isSameAs(budget);
                    assertThat(context.getBean(ReplayGuard.class)).isSameAs(guard);
                    assertThat(context.getBean(RegionRouter.class)).isSameAs(router);
                });
    }

    @Test
    void theApplicationsOwnSharedRedisNeedsNoClientThatIsABean() {
        SharedRedis own = SharedRedis.of(client.connect(SharedRedis.CODEC)).prefix("own:");
        sharing().withBean(SharedRedis.class, () -> own).run(context -> {
            assertThat(context.getBean(SharedRedis.class)).isSameAs(own);
            context.getBean(ReplayGuard.class).claim("token").block(LONG);
            assertThat(keys("own:webhook:token")).isEqualTo(1);
        });
    }

    @Test
    void theStartEndsWhereThereIsNoRedisToShare() {
        sharing()
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidMailgunPropertyException.class)
                        .hasMessageContaining("mailgun.redis.enabled"));
    }

    private static long keys(String key) {
        try (var connection = client.connect()) {
            return connection.sync().exists(key);
        }
    }

    /** Called otherwise in Spring Boot 3.5. */
    private static Class<?>[] springsOwn() {
        return ImportCandidates.load(AutoConfiguration.class, RedisBeansIT.class.getClassLoader())
                .getCandidates()
                .stream()
                .filter(name ->
                        name.endsWith(".DataRedisAutoConfiguration") || name.endsWith(".RedisAutoConfiguration"))
                .map(RedisBeansIT::type)
                .toArray(Class<?>[]::new);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
