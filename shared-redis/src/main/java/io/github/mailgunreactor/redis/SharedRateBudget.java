package io.github.mailgunreactor.redis;

import io.github.mailgunreactor.core.RateLimit;
import io.github.mailgunreactor.core.RateLimits;
import io.github.mailgunreactor.core.ratelimit.RateBudget;
import io.github.mailgunreactor.core.ratelimit.RateCost;
import io.github.mailgunreactor.core.ratelimit.RateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A hash for each key, with what is known of its windows: {@code end}, {@code left}, {@code limit}, {@code length}, and whether the window is
 * only presumed, as the last one is over and no response has told of the next. It counts as the budget in memory does, with one
 * difference: what is under way before the first response is not counted, but found when the later responses have come.
 *
 * <p>Scripts count, by the clock of Redis: to read and then write what nobody has changed meanwhile, and to try again otherwise, takes
 * the longer the more processes call, until all calls go on without.
 */
record SharedRateBudget(RedisCommands redis, String prefix) implements RateBudget {
    /** Out of all windows, or, where one does not hold enough, out of none: then it gives the milliseconds to wait. */
    private static final String TAKE = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local wait = 0
            local taken = {}
            for i = 1, #ARGV, 2 do
              local name, cost = ARGV[i], tonumber(ARGV[i + 1])
              local known = redis.call('HMGET', KEYS[1], name .. ':end', name .. ':left', name .. ':limit', name .. ':length')
              local ends, left, limit = tonumber(known[1]), tonumber(known[2]), tonumber(known[3])
              if ends and now > ends + 10 then
                left = limit
                ends = limit and now + known[4]
                if limit then
                  redis.call('HSET', KEYS[1], name .. ':end', ends, name .. ':left', limit, name .. ':presumed', 1)
                else
                  redis.call('HDEL', KEYS[1], name .. ':end')
                end
              end
              if ends and cost > 0 then
                if left >= cost or limit and left >= limit then
                  taken[name] = math.max(0, left - cost)
                else
                  wait = math.max(wait, ends + 11 - now)
                end
              end
            end
            if wait > 0 then
              return wait
            end
            for name, left in pairs(taken) do
              redis.call('HSET', KEYS[1], name .. ':left', left)
            end
            return 0
            """;

    /** Takes note of windows: name, limit or 0, left, end. Ends that differ by a second are one, as a server may compute them anew. */
    private static final String ANNOUNCED = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            for i = 1, #ARGV, 4 do
              local name, limit, left, reset = ARGV[i], tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2]), tonumber(ARGV[i + 3])
              local known = redis.call('HMGET', KEYS[1], name .. ':end', name .. ':left', name .. ':presumed', name .. ':length')
              local ends = tonumber(known[1])
              local current = ends and now <= ends + 10
              local presumed = known[3] == '1'
              local plausible = reset > now and reset <= now + 86400000
              local late = current and not presumed and reset < ends - 1000
              if plausible and not late then
                if current and (presumed or reset <= ends + 1000) then
                  left = math.min(left, known[2])
                end
                redis.call('HSET', KEYS[1], name .. ':end', reset, name .. ':left', left, name .. ':presumed', 0,
                  name .. ':length', math.max(reset - now, known[4] or 0))
                if limit > 0 then
                  redis.call('HSET', KEYS[1], name .. ':limit', limit)
                end
              end
            end
            redis.call('PEXPIRE', KEYS[1], 86400000)
            return 0
            """;

    @Override
    public Mono<Duration> take(RateKey key, RateCost cost) {
        String calls = String.valueOf(cost.calls());
        String recipients = String.valueOf(cost.recipients());
        return Mono.defer(() -> redis.isConnected()
                ? redis.number(TAKE, keys(key), "requests", calls, "messages", calls, "recipients", recipients)
                        .map(Duration::ofMillis)
                        .onErrorReturn(Duration.ZERO)
                : Mono.just(Duration.ZERO));
    }

    @Override
    public void ended(RateKey key, RateCost cost, RateLimits announced) {
        List<String> windows = new ArrayList<>(4);
        add(windows, "requests", announced.requests());
        add(windows, "messages", announced.messages());
        add(windows, "recipients", announced.recipients());
        if (!windows.isEmpty() && redis.isConnected()) {
            redis.tell(ANNOUNCED, keys(key), windows.toArray(String[]::new));
        }
    }

    private static void add(List<String> windows, String name, @Nullable RateLimit announced) {
        Instant end = announced == null ? null : announced.reset();
        if (announced != null && end != null) {
            long limit = Objects.requireNonNullElse(announced.limit(), 0L);
            long left = Objects.requireNonNullElse(announced.remaining(), limit);
            windows.add(name);
            windows.add(String.valueOf(limit));
            windows.add(String.valueOf(Math.max(0, left)));
            windows.add(String.valueOf(end.toEpochMilli()));
        }
    }

    private String[] keys(RateKey key) {
        return new String[] {prefix + key};
    }
}
