package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.redis.SharedRedis;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import org.jspecify.annotations.Nullable;

/** The one connection that everything shared goes through, on the application's own client. */
record SharedRedisConnection(StatefulRedisConnection<String, byte[]> connection) implements AutoCloseable {

    static SharedRedisConnection of(@Nullable AbstractRedisClient client) {
        if (client instanceof RedisClient single) {
            return new SharedRedisConnection(single.connect(SharedRedis.CODEC));
        }
        throw new InvalidMailgunPropertyException(
                "mailgun.redis.enabled",
                "Spring's LettuceConnectionFactory has no client of a single Redis, as for a cluster");
    }

    @Override
    public void close() {
        connection.close();
    }
}
