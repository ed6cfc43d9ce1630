package io.github.mailgunreactor.redis;

import io.github.mailgunreactor.analytics.logs.EventTail;
import io.github.mailgunreactor.analytics.logs.TailPosition;
import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RegionRouter;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.ratelimit.RateBudget;
import io.github.mailgunreactor.messages.SendId;
import io.github.mailgunreactor.messages.SendJob;
import io.github.mailgunreactor.webhooks.ReplayGuard;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * What several instances of a service share on one Redis, so that together they use one Mailgun account as one instance would:
 *
 * <pre>{@code
 * SharedRedis shared = SharedRedis.of(RedisClient.create("redis://…").connect(SharedRedis.CODEC));
 *
 * RateLimiter.of(shared.rateBudget(), "our account")
 * WebhookReceiver.of(verifier, handler).guard(shared.replayGuard())
 * client.routedBy(shared.regions(DiscoveringRegionRouter.of(client, Region.US, Region.EU), Region.US, Region.EU))
 * shared.tail("deliveries", logs.tail(LogsQuery.all()), TailPosition.at(Instant.now())).handle(this::noteDelivery)
 * shared.sendJob(SendId.of("newsletter-2026-11")).flatMapMany(job -> messages.sendAll(domain, job, letter, readers))
 * }</pre>
 *
 * <p>Each of them is for itself, and needs its own module of the library on the class path. Where Redis is away, the rate budget and
 * the regions go on alone; the guard, the tail and bulk sends stop, as to go on alone would do things twice; each says so.
 *
 * <p>Redis 6 or newer. The connection is the caller's, who opens and closes it. Immutable: methods return changed copies.
 *
 * @see <a href="https://redis.io">Redis</a>
 */
public final class SharedRedis {
    /** What the connection must be opened with. */
    public static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private static final Duration DEFAULT_TIMEOUT = Duration.ofMillis(500);

    private final StatefulRedisConnection<String, byte[]> connection;
    private final String prefix;
    private final Duration timeout;

    private SharedRedis(StatefulRedisConnection<String, byte[]> connection, String prefix, Duration timeout) {
        this.connection = connection;
        this.prefix = prefix;
        this.timeout = timeout;
    }

    /**
     * Shares through this connection.
     *
     * @param connection opened with {@link #CODEC}; any number of instances of this class can use it
     */
    public static SharedRedis of(StatefulRedisConnection<String, byte[]> connection) {
        return new SharedRedis(Objects.requireNonNull(connection, "connection"), "mailgun:", DEFAULT_TIMEOUT);
    }

    /**
     * What all keys begin with. Instances that share have the same; two services on one Redis have different ones.
     *
     * @param prefix default {@code mailgun:}
     */
    public SharedRedis prefix(String prefix) {
        return new SharedRedis(connection, Arguments.requireText("prefix", prefix), timeout);
    }

    /**
     * How long to wait for Redis before it counts as away.
     *
     * @param timeout 10 ms to 10 seconds; default 500 ms
     */
    public SharedRedis timeout(Duration timeout) {
        Arguments.requireRange("timeout", timeout, Duration.ofMillis(10), Duration.ofSeconds(10));
        return new SharedRedis(connection, prefix, timeout);
    }

    /**
     * What Mailgun allows the account, counted once for all instances. With Redis away calls go on as if there were no limiter, and
     * those that Mailgun refuses are tried again as the client's {@link RetryPolicy} says.
     */
    public RateBudget rateBudget() {
        return new SharedRateBudget(commands(), prefix + "rate:");
    }

    /** A guard that remembers deliveries for 13 hours. See {@link #replayGuard(Duration)}. */
    public ReplayGuard replayGuard() {
        return replayGuard(Duration.ofHours(13));
    }

    /**
     * Knows which deliveries any of the instances handled, or is handling; one whose instance died while it handled it can be
     * handled again after two minutes. With Redis away no delivery is handled, and Mailgun is told to come again. A handler is
     * called on a thread of Lettuce, and must not block it. It needs {@code mailgun-reactor-api-webhooks}.
     *
     * @param keep how long a delivery is remembered, 1 minute to 60 days: longer than the verifier's window
     */
    public ReplayGuard replayGuard(Duration keep) {
        Arguments.requireRange("keep", keep, Duration.ofMinutes(1), Duration.ofDays(60));
        return new SharedReplayGuard(commands(), prefix + "webhook:", keep);
    }

    /**
     * Remembers for an hour in which region a domain lives, so that one instance has to search for it. With Redis away each
     * instance searches by itself.
     *
     * @param search finds what is not known yet
     * @param regions those that the search can find
     */
    public SharedRegionRouter regions(RegionRouter search, Region... regions) {
        return SharedRegionRouter.of(commands(), prefix + "region:", search, regions);
    }

    /**
     * Has exactly one of the instances tail events, and another one go on where it stopped when it dies. With Redis away nobody
     * tails, at the latest when the lease has run out, and the tail goes on when Redis is back. It needs
     * {@code mailgun-reactor-api-analytics}.
     *
     * @param name tells this tail from others; instances that share it have the same
     * @param tail what to tail, the same in all instances
     * @param start where to start, if no instance has yet
     */
    public SharedTail tail(String name, EventTail tail, TailPosition start) {
        Arguments.requireText("name", name);
        return SharedTail.of(commands(), prefix + "tail:{" + name + "}:", tail, start);
    }

    /**
     * Takes a bulk send over: the job goes on where the instance stopped that ran it, and keeps its checkpoints here. If that
     * one still runs, it fails before it sends the next request; so one instance at a time sends. With Redis away a job
     * fails before it sends the next request. It needs {@code mailgun-reactor-api-messages}.
     *
     * <p>A checkpoint stays until {@link #forgetSendJob}: a job whose checkpoint is gone would send to all once more.
     * So the Redis must keep its data when it is started again.
     *
     * @param id the job's
     * @throws IllegalArgumentException by the sequence, if the id is longer than a job's may be
     */
    public Mono<SendJob> sendJob(SendId id) {
        Objects.requireNonNull(id, "id");
        return Mono.defer(
                () -> new SharedCheckpoint(commands(), prefix + "send:" + id.value(), HolderId.next()).take(id));
    }

    /** Forgets the checkpoint of a job that is over and will not be run again. */
    public Mono<Void> forgetSendJob(SendId id) {
        Objects.requireNonNull(id, "id");
        return commands().delete(prefix + "send:" + id.value());
    }

    private RedisCommands commands() {
        return new RedisCommands(connection, timeout);
    }
}
