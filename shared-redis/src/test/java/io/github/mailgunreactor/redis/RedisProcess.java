package io.github.mailgunreactor.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import redis.embedded.RedisServer;

/** A Redis server of its own, which tests kill and start again. */
final class RedisProcess implements AutoCloseable {
    private final int port;
    private final RedisClient client;
    private RedisServer server;

    private RedisProcess(int port, RedisServer server) {
        this.port = port;
        this.server = server;
        this.client = client(port);
    }

    static RedisProcess start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return new RedisProcess(port, started(port));
    }

    /** It keeps nothing on disk: what it knew is gone when it starts again. */
    private static RedisServer started(int port) throws IOException {
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
        server.start();
        return server;
    }

    static RedisClient client(int port) {
        RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", port));
        client.setOptions(ClientOptions.builder().autoReconnect(true).build());
        return client;
    }

    int port() {
        return port;
    }

    /** A connection of another instance. */
    StatefulRedisConnection<String, byte[]> connection() {
        return client.connect(SharedRedis.CODEC);
    }

    SharedRedis instance() {
        return SharedRedis.of(connection());
    }

    void kill() throws IOException {
        server.stop();
    }

    void startAgain() throws IOException {
        server = started(port);
    }

    @Override
    public void close() throws IOException {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        server.stop();
    }
}
