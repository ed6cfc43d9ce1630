package io.github.mailgunreactor.webhooks;

import static io.github.mailgunreactor.webhooks.Deliveries.JSON;
import static io.github.mailgunreactor.webhooks.Deliveries.delivered;
import static io.github.mailgunreactor.webhooks.Deliveries.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class WebhookStreamTest {
    private final WebhookStream stream = WebhookStream.of(3);
    private final WebhookReceiver receiver =
            WebhookReceiver.of(verifier(), stream::handle).timeout(Duration.ofMillis(300));
    private final List<Integer> statuses = new ArrayList<>();

    /** Takes what it is given and keeps it. */
    private static final class Subscriber extends BaseSubscriber<UnsettledDelivery> {
        private final List<UnsettledDelivery> got = new ArrayList<>();

        @Override
        protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {}

        @Override
        protected void hookOnNext(UnsettledDelivery value) {
            got.add(value);
        }
    }

    private Subscriber subscribed() {
        Subscriber subscriber = new Subscriber();
        stream.deliveries().subscribe(subscriber);
        return subscriber;
    }

    private Disposable post(String token) {
        return receiver.receive(JSON, delivered(token)).subscribe(reply -> statuses.add(reply.status()));
    }

    @Test
    void mailgunHearsWhatTheSubscriberSays() {
        Subscriber subscriber = subscribed();
        subscriber.request(3);
        post("a");
        post("b");
        post("c");
        assertThat(statuses).isEmpty();

        subscriber.got.get(0).done();
        subscriber.got.get(1).reject("not ours");
        subscriber.got.get(2).fail(new IllegalStateException("not now"));

        assertThat(statuses).containsExactly(200, 406, 500);
    }

    @Test
    void onlyTheFirstWordCounts() {
        Subscriber subscriber = subscribed();
        subscriber.request(1);
        post("a");

        subscriber.got.get(0).done();
        subscriber.got.get(0).done();

        assertThat(statuses).containsExactly(200);
    }

    @Test
    void nothingIsHandedOutThatNobodyAskedFor() {
        Subscriber subscriber = subscribed();
        post("a");
        post("b");
        assertThat(subscriber.got).isEmpty();

        subscriber.request(1);

        assertThat(subscriber.got).hasSize(1);
        assertThat(subscriber.got.get(0).delivery().token()).isEqualTo("a");
    }

    @Test
    void moreThanMayWaitFailAtOnceSoThatMailgunKeepsThem() {
        subscribed();
        for (int i = 0; i < 5; i++) {
            post("token-" + i);
        }

        assertThat(statuses).containsExactly(500, 500);
    }

    @Test
    void whatWaitsTooLongIsGivenUpAndLeavesItsPlace() {
        Subscriber subscriber = subscribed();
        StepVerifier.create(Flux.merge(
                                receiver.receive(JSON, delivered("a")),
                                receiver.receive(JSON, delivered("b")),
                                receiver.receive(JSON, delivered("c")))
                        .map(WebhookReply::status))
                .expectNext(503, 503, 503)
                .verifyComplete();
        post("d");

        subscriber.request(5);

        assertThat(subscriber.got).extracting(each -> each.delivery().token()).containsExactly("d");
    }

    @Test
    void whatIsSettledTooLateComesAgain() {
        Subscriber subscriber = subscribed();
        subscriber.request(2);
        assertThat(Objects.requireNonNull(receiver.receive(JSON, delivered("a")).block())
                        .status())
                .isEqualTo(503);
        subscriber.got.get(0).done();

        post("a");
        subscriber.got.get(1).done();

        assertThat(statuses).containsExactly(200);
    }

    @Test
    void aSecondSubscriberIsTurnedAwayUntilTheFirstHasLeft() {
        Subscriber first = subscribed();
        StepVerifier.create(stream.deliveries()).verifyErrorMessage("the stream has a subscriber already");

        first.cancel();
        Subscriber second = subscribed();
        second.request(1);
        post("a");

        assertThat(second.got).hasSize(1);
    }

    @Test
    void aDeliveryOfManyThreadsIsHandedOutOnce() {
        WebhookStream wide = WebhookStream.of(10_000);
        WebhookReceiver busy = WebhookReceiver.of(verifier(), wide::handle);
        Disposable reader = wide.deliveries().subscribe(UnsettledDelivery::done);

        List<WebhookReply> replies = Objects.requireNonNull(Flux.range(0, 5000)
                .flatMap(i -> busy.receive(JSON, delivered("token-" + i)).subscribeOn(Schedulers.parallel()), 64)
                .collectList()
                .block(Duration.ofSeconds(20)));

        assertThat(replies).hasSize(5000).allMatch(reply -> reply.status() == 200);
        reader.dispose();
    }
}
