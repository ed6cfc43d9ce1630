package io.github.mailgunreactor.redis;

import io.github.mailgunreactor.webhooks.ReplayGuard;
import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** A key for each token, which says who is handling the delivery, or that it was handled. */
final class SharedReplayGuard implements ReplayGuard {
    private static final String HANDLED = "handled";

    /** A receiver's handler ends within a minute; Mailgun comes again after five. */
    private static final Duration LONGEST_HANDLING = Duration.ofMinutes(2);

    private static final String CLAIM = """
            local holder = redis.call('GET', KEYS[1])
            if not holder then
              redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
              return 0
            end
            return holder == ARGV[3] and 2 or 1
            """;
    private static final String DONE = """
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """;
    private static final String FORGET = """
            return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0
            """;

    private final RedisCommands redis;
    private final String prefix;
    private final String keepMillis;
    private final String holder = HolderId.next();

    SharedReplayGuard(RedisCommands redis, String prefix, Duration keep) {
        this.redis = redis;
        this.prefix = prefix;
        this.keepMillis = String.valueOf(keep.toMillis());
    }

    @Override
    public Mono<Claim> claim(String token) {
        String[] key = key(token);
        String lease = String.valueOf(LONGEST_HANDLING.toMillis());
        return redis.number(CLAIM, key, holder, lease, HANDLED)
                .map(state -> state == 0 ? Claim.GRANTED : state == 1 ? Claim.IN_PROGRESS : Claim.DONE);
    }

    @Override
    public Mono<Void> done(String token) {
        return redis.number(DONE, key(token), HANDLED, keepMillis).then();
    }

    /** Only its own claim: one that ran out may be another instance's by now. */
    @Override
    public Mono<Void> forget(String token) {
        return redis.number(FORGET, key(token), holder).then();
    }

    private String[] key(String token) {
        return new String[] {prefix + Objects.requireNonNull(token, "token")};
    }
}
