package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RegionRouter;
import io.github.mailgunreactor.core.ratelimit.RateBudget;
import io.github.mailgunreactor.core.transport.Transport;
import io.github.mailgunreactor.domains.DiscoveringRegionRouter;
import io.github.mailgunreactor.redis.SharedRedis;
import io.github.mailgunreactor.webhooks.ReplayGuard;
import io.lettuce.core.RedisClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** What is imported in this order: a connection, what is shared through it, and one configuration for each module that has a use for it. */
final class RedisConfigurations {
    private RedisConfigurations() {}

    /** Where the application has a client of Lettuce. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(SharedRedis.class)
    static class OfClient {
        @Bean
        @ConditionalOnSingleCandidate(RedisClient.class)
        SharedRedisConnection mailgunRedisConnection(RedisClient client) {
            return SharedRedisConnection.of(client);
        }
    }

    /** Where Spring Data has one, as with {@code spring.data.redis}. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(LettuceConnectionFactory.class)
    @ConditionalOnMissingBean({SharedRedis.class, SharedRedisConnection.class})
    static class OfSpringData {
        @Bean
        @ConditionalOnSingleCandidate(LettuceConnectionFactory.class)
        SharedRedisConnection mailgunRedisConnection(LettuceConnectionFactory factory) {
            return SharedRedisConnection.of(factory.getNativeClient());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Shared {
        @Bean
        @ConditionalOnMissingBean
        SharedRedis mailgunSharedRedis(ObjectProvider<SharedRedisConnection> connection, MailgunProperties properties) {
            SharedRedisConnection found = connection.getIfAvailable();
            if (found == null) {
                // Instances that only believe that they share would each use the whole of the account's limits.
                throw new InvalidMailgunPropertyException(
                        "mailgun.redis.enabled",
                        "there is no bean of type RedisClient, LettuceConnectionFactory or SharedRedis, or more than one");
            }
            SharedRedis shared = SharedRedis.of(found.connection());
            MailgunProperties.Redis redis = properties.redis();
            SharedRedis named =
                    PropertyValue.apply("mailgun.redis.prefix", shared, redis.prefix(), SharedRedis::prefix);
            return PropertyValue.apply("mailgun.redis.timeout", named, redis.timeout(), SharedRedis::timeout);
        }

        @Bean
        @ConditionalOnMissingBean
        RateBudget mailgunSharedRateBudget(SharedRedis shared) {
            return shared.rateBudget();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DiscoveringRegionRouter.class)
    static class Regions {
        /** Of the first client. It asks Mailgun by a client that has no router, as it is the router. */
        @Bean
        @ConditionalOnMissingBean
        @Conditional(OnSearchRegions.class)
        RegionRouter mailgunSharedRegions(
                SharedRedis shared, ClientFactory factory, Transport transport, MailgunProperties properties) {
            Region[] regions = properties.redis().searchRegions().toArray(Region[]::new);
            return shared.regions(DiscoveringRegionRouter.of(factory.withoutRouter(), regions), regions);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ReplayGuard.class)
    static class Webhooks {
        @Bean
        @ConditionalOnMissingBean
        ReplayGuard mailgunSharedReplayGuard(SharedRedis shared) {
            return shared.replayGuard();
        }
    }
}
