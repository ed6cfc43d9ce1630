package io.github.mailgunreactor.redis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RegionRouter;
import io.github.mailgunreactor.core.ratelimit.RateBudget;
import io.github.mailgunreactor.core.ratelimit.RateCost;
import io.github.mailgunreactor.core.ratelimit.RateKey;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import io.github.mailgunreactor.core.testing.SentRequest;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.Recipient;
import io.github.mailgunreactor.messages.SendId;
import io.github.mailgunreactor.messages.SendJob;
import io.github.mailgunreactor.messages.SendOutcome;
import io.github.mailgunreactor.messages.SendResult;
import io.github.mailgunreactor.webhooks.ReplayGuard;
import io.github.mailgunreactor.webhooks.ReplayGuard.Claim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SharedRedisIT {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final SendId JOB = SendId.of("newsletter");

    private RedisProcess redis;

    @BeforeEach
    void start() throws IOException {
        redis = RedisProcess.start();
    }

    @AfterEach
    void stop() throws IOException {
        redis.close();
    }

    // The replay guard

    @Test
    void grantsADeliveryToOneInstanceAtATime() {
        ReplayGuard one = redis.instance().replayGuard();
        ReplayGuard other = redis.instance().replayGuard();

        assertThat(one.claim("token").block(LONG)).isEqualTo(Claim.GRANTED);
        assertThat(other.claim("token").block(LONG)).isEqualTo(Claim.IN_PROGRESS);
        assertThat(one.claim("token").block(LONG)).isEqualTo(Claim.IN_PROGRESS);
    }

    @Test
    void knowsInAllInstancesWhatOneHasHandled() {
        ReplayGuard one = redis.instance().replayGuard();
        one.claim("token").then(one.done("token")).block(LONG);

        assertThat(redis.instance().replayGuard().claim("token").block(LONG)).isEqualTo(Claim.DONE);
    }

    @Test
    void letsAnotherInstanceHandleWhatOneCouldNot() {
        ReplayGuard one = redis.instance().replayGuard();
        one.claim("token").then(one.forget("token")).block(LONG);

        assertThat(redis.instance().replayGuard().claim("token").block(LONG)).isEqualTo(Claim.GRANTED);
    }

    @Test
    void forgetsNoClaimOfAnotherInstance() {
        ReplayGuard one = redis.instance().replayGuard();
        one.claim("token").block(LONG);

        redis.instance().replayGuard().forget("token").block(LONG);

        assertThat(redis.instance().replayGuard().claim("token").block(LONG)).isEqualTo(Claim.IN_PROGRESS);
    }

    @Test
    void endsAClaimOfAnInstanceThatDiedAndRemembersWhatWasHandledForAsLongAsItWasTold() {
        ReplayGuard guard = redis.instance().prefix("shop:").replayGuard(Duration.ofHours(20));
        guard.claim("died").block(LONG);
        guard.claim("handled").then(guard.done("handled")).block(LONG);

        var commands = redis.connection().sync();
        assertThat(commands.pttl("shop:webhook:died"))
                .isBetween(1L, Duration.ofMinutes(2).toMillis());
        assertThat(commands.pttl("shop:webhook:handled"))
                .isBetween(Duration.ofHours(19).toMillis(), Duration.ofHours(20).toMillis());
    }

    @Test
    void grantsNothingWhileRedisIsAway() throws IOException {
        ReplayGuard guard = redis.instance().timeout(Duration.ofMillis(200)).replayGuard();
        redis.kill();

        assertThatThrownBy(() -> guard.claim("token").block(LONG)).isNotNull();
    }

    // Regions of domains

    @Test
    void searchesForADomainOnceForAllInstances() {
        AtomicInteger searches = new AtomicInteger();

        assertThat(regions(searches).regionOf("Shop.example", null).block(LONG)).isEqualTo(Region.EU);
        assertThat(regions(searches).regionOf("shop.example", null).block(LONG)).isEqualTo(Region.EU);
        assertThat(searches).hasValue(1);
    }

    @Test
    void searchesForADomainOfASubaccountByItself() {
        AtomicInteger searches = new AtomicInteger();
        regions(searches).regionOf("shop.example", null).block(LONG);

        regions(searches).regionOf("shop.example", "acme").block(LONG);

        assertThat(searches).hasValue(2);
    }

    @Test
    void searchesAgainForADomainThatAnyInstanceHasForgotten() {
        AtomicInteger searches = new AtomicInteger();
        regions(searches).regionOf("shop.example").block(LONG);

        regions(searches).forget("shop.example").block(LONG);
        regions(searches).regionOf("shop.example").block(LONG);

        assertThat(searches).hasValue(2);
    }

    @Test
    void believesNoRegionThatIsNoneOfItsOwn() {
        redis.connection().sync().hset("mailgun:region:shop.example", "", "elsewhere".getBytes(StandardCharsets.UTF_8));

        assertThat(regions(new AtomicInteger()).regionOf("shop.example").block(LONG))
                .isEqualTo(Region.EU);
    }

    @Test
    void searchesByItselfWhileRedisIsAway() throws IOException {
        AtomicInteger searches = new AtomicInteger();
        SharedRegionRouter regions = regions(searches);
        redis.kill();

        assertThat(regions.regionOf("shop.example").block(LONG)).isEqualTo(Region.EU);
    }

    private SharedRegionRouter regions(AtomicInteger searches) {
        RegionRouter search = domain -> Mono.fromSupplier(() -> {
            searches.incrementAndGet();
            return Region.EU;
        });
        return redis.instance().timeout(Duration.ofMillis(500)).regions(search, Region.US, Region.EU);
    }

    // Bulk sends

    @Test
    void goesOnWithAJobWhereAnotherInstanceStopped() {
        FakeTransport first = queued();
        send(first, redis.instance()).take(2).blockLast(LONG);

        FakeTransport second = queued();
        send(second, redis.instance()).blockLast(LONG);

        assertThat(second.sent().size()).isBetween(1, 8);
        assertThat(first.sent().size() + second.sent().size()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void sendsNothingMoreOnceAnotherInstanceHasTakenTheJob() {
        FakeTransport transport = queued();
        SendJob taken = requireNonNull(redis.instance().sendJob(JOB).block(LONG));
        redis.instance().sendJob(JOB).block(LONG);

        Throwable failure = new MessagesApi(transport.client())
                .sendAll("example.com", taken, letter(), readers())
                .then(Mono.<Throwable>empty())
                .onErrorResume(Mono::just)
                .block(LONG);
        assertThat(Exceptions.unwrapMultiple(requireNonNull(failure)))
                .allSatisfy(each -> assertThat(each).hasMessageContaining("another instance"));
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void sendsNothingWhileRedisIsAway() throws IOException {
        FakeTransport transport = queued();
        SendJob taken = requireNonNull(
                redis.instance().timeout(Duration.ofMillis(200)).sendJob(JOB).block(LONG));
        redis.kill();

        assertThatThrownBy(() -> new MessagesApi(transport.client())
                        .sendAll("example.com", taken, letter(), readers())
                        .blockLast(LONG))
                .isNotNull();
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void beginsAnewWithAJobThatWasForgotten() {
        send(queued(), redis.instance()).blockLast(LONG);
        redis.instance().forgetSendJob(JOB).block(LONG);

        FakeTransport again = queued();
        List<SendResult<Recipient>> results =
                send(again, redis.instance()).collectList().block(LONG);

        assertThat(again.sent()).hasSize(10);
        assertThat(results).allMatch(result -> result.outcome() == SendOutcome.SENT);
    }

    private static Flux<SendResult<Recipient>> send(FakeTransport transport, SharedRedis shared) {
        return shared.sendJob(JOB)
                .flatMapMany(job -> new MessagesApi(transport.client())
                        .sendAll("example.com", job.recipientsPerRequest(1).concurrency(1), letter(), readers()));
    }

    private static Message letter() {
        return Message.of("ada@example.com").subject("News").text("Hello");
    }

    private static Flux<Recipient> readers() {
        return Flux.range(0, 10).map(number -> Recipient.of("reader-" + number + "@example.org"));
    }

    private static FakeTransport queued() {
        return FakeTransport.answering((SentRequest request) -> Mono.just(
                FakeResponse.json(200, "{\"id\": \"<1@example.com>\", \"message\": \"Queued. Thank you.\"}")));
    }

    // Rate limits

    @Test
    void letsCallsGoOnWhileRedisIsAway() throws IOException {
        RateBudget budget = redis.instance().timeout(Duration.ofMillis(200)).rateBudget();
        redis.kill();

        assertThat(budget.take(new RateKey("account", null, "us", "all"), new RateCost(1, 0))
                        .block(LONG))
                .isEqualTo(Duration.ZERO);
    }
}
