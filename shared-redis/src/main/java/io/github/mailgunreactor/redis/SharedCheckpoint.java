package io.github.mailgunreactor.redis;

import io.github.mailgunreactor.messages.SendCheckpoint;
import io.github.mailgunreactor.messages.SendId;
import io.github.mailgunreactor.messages.SendJob;
import reactor.core.publisher.Mono;

/** The checkpoint of a bulk send, and whose the job is: only the last who took it can go on with it. */
record SharedCheckpoint(RedisCommands redis, String key, String owner) {
    private static final String TAKE = """
            redis.call('HSET', KEYS[1], 'owner', ARGV[1])
            return redis.call('HGET', KEYS[1], 'checkpoint')
            """;
    private static final String SAVE = """
            if redis.call('HGET', KEYS[1], 'owner') ~= ARGV[1] then
              return 0
            end
            redis.call('HSET', KEYS[1], 'checkpoint', ARGV[2])
            return 1
            """;

    Mono<SendJob> take(SendId id) {
        return redis.text(TAKE, keys(), owner)
                .map(SendCheckpoint::parse)
                .defaultIfEmpty(SendCheckpoint.of(id))
                .map(checkpoint -> SendJob.of(checkpoint).saving(this::save));
    }

    private Mono<Void> save(SendCheckpoint checkpoint) {
        return redis.number(SAVE, keys(), owner, checkpoint.toString())
                .filter(saved -> saved == 1)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "another instance has taken over the job, or its checkpoint was forgotten")))
                .then();
    }

    private String[] keys() {
        return new String[] {key};
    }
}
