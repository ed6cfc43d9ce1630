package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.redis.SharedRedis;
import io.lettuce.core.RedisClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** What several instances share on the application's own Redis, once it is asked for. */
@AutoConfiguration(
        before = MailgunAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration",
            "org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration"
        })
@ConditionalOnClass({SharedRedis.class, RedisClient.class})
@ConditionalOnBooleanProperty(name = "mailgun.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "mailgun.redis.enabled")
@EnableConfigurationProperties(MailgunProperties.class)
@Import({
    RedisConfigurations.OfClient.class,
    RedisConfigurations.OfSpringData.class,
    RedisConfigurations.Shared.class,
    RedisConfigurations.Regions.class,
    RedisConfigurations.Webhooks.class
})
public final class MailgunRedisAutoConfiguration {
    MailgunRedisAutoConfiguration() {}
}
