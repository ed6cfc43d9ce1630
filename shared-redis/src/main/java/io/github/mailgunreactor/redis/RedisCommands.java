package io.github.mailgunreactor.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Commands that fail in time where Redis is away: Lettuce itself keeps them until it is back. */
record RedisCommands(RedisReactiveCommands<String, byte[]> redis, Duration timeout) {

    /** The text of a key, or nothing. */
    Mono<String> get(String key) {
        return redis.get(key).timeout(timeout).map(RedisCommands::text);
    }

    /** A field of a hash, or nothing. */
    Mono<String> get(String key, String field) {
        return redis.hget(key, field).timeout(timeout).map(RedisCommands::text);
    }

    Mono<Void> delete(String key) {
        return redis.del(key).timeout(timeout).then();
    }

    /** Runs a script that returns a number. */
    Mono<Long> number(String script, String[] keys, String... arguments) {
        return this.<Long>eval(script, ScriptOutputType.INTEGER, keys, arguments)
                .next();
    }

    /** Runs a script that returns a text or nothing. */
    Mono<String> text(String script, String[] keys, String... arguments) {
        return this.<byte[]>eval(script, ScriptOutputType.VALUE, keys, arguments)
                .next()
                .map(RedisCommands::text);
    }

    private <T> Flux<T> eval(String script, ScriptOutputType type, String[] keys, String... arguments) {
        byte[][] values = Arrays.stream(arguments)
                .map(argument -> argument.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return redis.<T>eval(script, type, keys, values).timeout(timeout);
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
