package io.github.mailgunreactor.redis;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.analytics.logs.LogsApi;
import io.github.mailgunreactor.analytics.logs.LogsQuery;
import io.github.mailgunreactor.analytics.logs.TailPosition;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.MailgunRequest;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Secret;
import io.github.mailgunreactor.core.ratelimit.RateLimiter;
import io.github.mailgunreactor.webhooks.WebhookReceiver;
import io.github.mailgunreactor.webhooks.WebhookReply;
import io.github.mailgunreactor.webhooks.WebhookVerifier;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One instance of a service, in a process of its own: {@link SeveralInstancesIT} starts several, tells them what to do, line by line,
 * and kills some.
 */
final class Instance {
    /** How often each event or delivery was handled, counted in Redis and so across instances. */
    static final String HANDLED = "handled";

    /** Which instance handled an event last. */
    static final String LAST = "last";

    private final String number;
    private final BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private Instance(String number) {
        this.number = number;
    }

    public static void main(String[] arguments) throws IOException {
        Instance instance = new Instance(arguments[0]);
        System.out.println("ready");
        for (String order = instance.orders.readLine(); order != null; order = instance.orders.readLine()) {
            System.out.println(instance.follow(order.split(" ", -1)));
        }
        Runtime.getRuntime().halt(0);
    }

    private String follow(String[] order) throws IOException {
        RedisClient redis = RedisProcess.client(Integer.parseInt(order[1]));
        try {
            SharedRedis shared = SharedRedis.of(redis.connect(SharedRedis.CODEC));
            RedisReactiveCommands<String, byte[]> counts =
                    redis.connect(SharedRedis.CODEC).reactive();
            return switch (order[0]) {
                case "call" ->
                    call(
                            shared.timeout(Duration.ofMillis(Long.parseLong(order[5]))),
                            order[2],
                            Integer.parseInt(order[3]),
                            Integer.parseInt(order[4]));
                case "receive" -> receive(shared, counts, Integer.parseInt(order[2]), Integer.parseInt(order[3]));
                case "tail" -> tail(shared, counts, order[2], Instant.parse(order[3]), Long.parseLong(order[4]));
                default -> throw new IllegalArgumentException(order[0]);
            };
        } finally {
            redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    /** Calls, and tells how many calls were begun, and how many of these answered. */
    private String call(SharedRedis shared, String url, int perSecond, int seconds) {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        MailgunRequest<Void> request =
                GET.path("/v1/keys").query(Params.NONE.with("instance", number)).asEmpty();
        try (MailgunClient mailgun = MailgunClient.builder("key")
                .region(Region.at(url))
                .interceptor(RateLimiter.of(shared.rateBudget(), "account").longestWait(Duration.ofMinutes(1)))
                .timeout(Duration.ofMinutes(2))
                .build()) {
            // So that the time begins when the JVM is warm.
            mailgun.send(request).block();
            Mono<Void> one = Mono.defer(() -> {
                        begun.incrementAndGet();
                        return mailgun.send(request);
                    })
                    .doOnSuccess(done -> answered.incrementAndGet())
                    .onErrorResume(failure -> {
                        System.err.println(failure);
                        return Mono.empty();
                    });
            // As users come, whether or not calls have to wait.
            Flux.interval(Duration.ofSeconds(1).dividedBy(perSecond))
                    .take((long) perSecond * seconds)
                    .flatMap(user -> one, Integer.MAX_VALUE)
                    .blockLast(Duration.ofSeconds(seconds).plusMinutes(3));
        }
        return begun + " " + answered;
    }

    /** Takes part in a tail until it is told anything else. */
    private String tail(
            SharedRedis shared,
            RedisReactiveCommands<String, byte[]> counts,
            String url,
            Instant start,
            long millisEach)
            throws IOException {
        byte[] self = number.getBytes(StandardCharsets.UTF_8);
        AtomicInteger failures = new AtomicInteger();
        try (MailgunClient mailgun =
                MailgunClient.builder("key").region(Region.at(url)).build()) {
            Disposable tailing = shared.tail(
                            "all",
                            new LogsApi(mailgun).tail(LogsQuery.all()).interval(Duration.ofMillis(200)),
                            TailPosition.at(start))
                    .lease(Duration.ofSeconds(1))
                    .handle(tailed -> {
                        Mono<Void> done =
                                Mono.when(counts.hincrby(HANDLED, tailed.event().id(), 1), counts.set(LAST, self));
                        return millisEach == 0 ? done : done.then(Mono.delay(Duration.ofMillis(millisEach)));
                    })
                    .subscribe(event -> {}, failure -> failures.incrementAndGet());
            String unused = orders.readLine();
            tailing.dispose();
        }
        return failures.toString();
    }

    /** Receives its share of deliveries that are all sent twice, each time to any of the instances. */
    private String receive(
            SharedRedis shared, RedisReactiveCommands<String, byte[]> counts, int deliveries, int instances) {
        SignedDeliveries sent = new SignedDeliveries(deliveries, instances);
        WebhookReceiver receiver = WebhookReceiver.of(
                        WebhookVerifier.of(Secret.of(SignedDeliveries.KEY)),
                        delivery -> counts.hincrby(HANDLED, delivery.token(), 1))
                .guard(shared.timeout(Duration.ofSeconds(2)).replayGuard());
        Long received = Flux.fromStream(sent.to(Integer.parseInt(number)))
                .flatMap(delivery -> receive(receiver, sent.body(delivery)), 64)
                .count()
                .block(Duration.ofMinutes(10));
        return String.valueOf(received);
    }

    /** As Mailgun does, again and again until the status is 200, though not after minutes. */
    private static Mono<WebhookReply> receive(WebhookReceiver receiver, byte[] body) {
        return receiver.receive("application/json", body)
                .filter(reply -> reply.status() == 200)
                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(50)));
    }
}
