package io.github.mailgunreactor.redis;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.analytics.logs.LogsQuery;
import io.github.mailgunreactor.analytics.logs.TailPosition;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunRequest;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.core.ratelimit.RateLimiter;
import io.github.mailgunreactor.webhooks.WebhookReceiver;
import io.github.mailgunreactor.webhooks.WebhookReply;
import io.github.mailgunreactor.webhooks.WebhookVerifier;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One instance of a service, in a process of its own: {@link SeveralInstancesIT} starts several, and kills some. */
final class Instance {
    /** What each event or delivery was handled, counted in Redis and so across instances. */
    static final String HANDLED = "handled";

    private static final int CALLS_AT_A_TIME = 16;

    private final StatefulRedisConnection<String, byte[]> redis;
    private final SharedRedis shared;

    private Instance(RedisClient client) {
        this.redis = client.connect(SharedRedis.CODEC);
        this.shared = SharedRedis.of(client.connect(SharedRedis.CODEC)).timeout(Duration.ofSeconds(2));
    }

    public static void main(String[] arguments) {
        Instance instance = new Instance(RedisProcess.client(Integer.parseInt(arguments[1])));
        switch (arguments[0]) {
            case "call" -> instance.call(arguments[2], Duration.ofSeconds(Long.parseLong(arguments[3])));
            case "tail" -> instance.tail(arguments[2], Instant.parse(arguments[3]));
            case "receive" ->
                instance.receive(
                        Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        Runtime.getRuntime().halt(0);
    }

    /** Calls as often as it may, and tells how many calls were made and how many were refused or failed. */
    private void call(String url, Duration time) {
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        MailgunRequest<Void> request = GET.path("/v1/keys").asEmpty();
        try (MailgunClient mailgun = MailgunClient.builder("key")
                .region(Region.at(url))
                .retry(RetryPolicy.none())
                .interceptor(RateLimiter.sharing(shared.rateBudget(), "account").longestWait(Duration.ofMinutes(1)))
                .timeout(Duration.ofMinutes(2))
                .build()) {
            // So that the time begins when the JVM is warm.
            mailgun.send(request).block();
            Instant end = Instant.now().plus(time);
            Mono<Void> one = Mono.defer(() -> mailgun.send(request))
                    .doOnSuccess(done -> answered.incrementAndGet())
                    .onErrorResume(failure -> {
                        boolean tooMany = failure instanceof ErrorStatusException status && status.status() == 429;
                        (tooMany ? refused : failed).incrementAndGet();
                        return Mono.empty();
                    });
            Flux.range(0, CALLS_AT_A_TIME)
                    .flatMap(slot -> one.repeat(() -> Instant.now().isBefore(end)), CALLS_AT_A_TIME)
                    .takeUntilOther(Mono.delay(time))
                    .blockLast();
        }
        System.out.println(answered + " " + refused + " " + failed);
    }

    private void tail(String url, Instant start) {
        MailgunClient mailgun =
                MailgunClient.builder("key").region(Region.at(url)).build();
        shared.tail(
                        "all",
                        new LogsApi(mailgun).tail(LogsQuery.all()).interval(Duration.ofMillis(200)),
                        TailPosition.at(start))
                .lease(Duration.ofSeconds(2))
                .handle(tailed -> handled(tailed.event().id()))
                .blockLast();
    }

    private Mono<Long> handled(String id) {
        return redis.reactive().hincrby(HANDLED, id, 1);
    }

    /** Receives its share of deliveries that are all sent twice, each time to any of the instances. */
    private void receive(int deliveries, int instances, int own) {
        SignedDeliveries sent = new SignedDeliveries(deliveries, instances);
        WebhookReceiver receiver = WebhookReceiver.of(
                        WebhookVerifier.of(Secret.of(SignedDeliveries.KEY)), delivery -> handled(delivery.token()))
                .guard(shared.replayGuard());
        Flux.fromStream(sent.to(own))
                .flatMap(number -> receive(receiver, sent.body(number)), 64)
                .blockLast();
    }

    /** As Mailgun does, again and again until the status is 200, though not after minutes. */
    private static Mono<WebhookReply> receive(WebhookReceiver receiver, byte[] body) {
        return receiver.receive("application/json", body)
                .filter(reply -> reply.status() == 200)
                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(50)));
    }
}
