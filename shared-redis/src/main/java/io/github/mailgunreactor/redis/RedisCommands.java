package io.github.mailgunreactor.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Commands that fail in time where Redis is away: Lettuce itself keeps them until it is back. */
record RedisCommands(StatefulRedisConnection<String, byte[]> connection, Duration timeout) {

    /** The text of a key, or nothing. */
    Mono<String> get(String key) {
        return connection.reactive().get(key).timeout(timeout).map(RedisCommands::text);
    }

    /** A field of a hash, or nothing. */
    Mono<String> get(String key, String field) {
        return connection.reactive().hget(key, field).timeout(timeout).map(RedisCommands::text);
    }

    Mono<Void> delete(String key) {
        return connection.reactive().del(key).timeout(timeout).then();
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

    /** Runs a script and waits for nothing; where it fails, nobody learns of it. */
    void tell(String script, String[] keys, String... arguments) {
        RedisFuture<Long> unused = connection.async().eval(script, ScriptOutputType.INTEGER, keys, bytes(arguments));
    }

    /** Whether there is a connection: what is told to Lettuce without one waits for the next, all of it in memory. */
    boolean isConnected() {
        return connection.isOpen();
    }

    private <T> Flux<T> eval(String script, ScriptOutputType type, String[] keys, String... arguments) {
        return connection
                .reactive()
                .<T>eval(script, type, keys, bytes(arguments))
                .timeout(timeout);
    }

    private static byte[][] bytes(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
