package io.github.mailgunreactor.analytics.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** Takes what it has asked for, and keeps the marks of what it was given; may end in the middle of keeping one. */
final class RestartedTail extends BaseSubscriber<TailedEvent> {
    private final Random random;
    private final List<String> given;
    private final StringBuilder kept;
    private TailPosition position;

    RestartedTail(Random random, List<String> given, String kept) {
        this.random = random;
        this.given = given;
        position = TailPosition.parse(kept);
        this.kept = new StringBuilder(position.text()).append('\n');
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        request(random.nextInt(100) + 1L);
    }

    @Override
    protected void hookOnNext(TailedEvent tailed) {
        given.add(tailed.event().id());
        position = tailed.position();
        kept.append(position.mark()).append('\n');
    }

    String kept() {
        assertThat(TailPosition.parse(kept.toString())).isEqualTo(position);
        if (random.nextBoolean()) {
            return position.text();
        }
        // The program ended while it wrote: the last event was not dealt with, and comes again.
        int torn = 2 + random.nextInt(31);
        kept.setLength(kept.length() - torn);
        given.remove(given.size() - 1);
        return kept.toString();
    }
}
