package io.github.mailgunreactor.micrometer;

import io.github.mailgunreactor.webhooks.RefusedDelivery;
import io.github.mailgunreactor.webhooks.WebhookListener;
import io.github.mailgunreactor.webhooks.WebhookReply;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;

/**
 * Counts what a receiver of webhooks replies:
 *
 * <pre>{@code
 * receiver.listener(WebhookReplyCounter.of(registry))
 * }</pre>
 *
 * <p>{@code mailgun.webhooks}, tagged with {@code outcome}, such as {@code HANDLED}, {@code REPEATED}, {@code REFUSED} or {@code FAILED}, and
 * {@code reason}: why it was refused, such as {@code WRONG_SIGNATURE}, and {@code none} where it was not. A rising number of refusals is
 * worth an alarm: somebody tries, a key was rotated, or a clock is wrong.
 */
public final class WebhookReplyCounter implements WebhookListener {
    private final MeterRegistry registry;

    private WebhookReplyCounter(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counters in this registry. */
    public static WebhookReplyCounter of(MeterRegistry registry) {
        return new WebhookReplyCounter(Objects.requireNonNull(registry, "registry"));
    }

    @Override
    public void replied(WebhookReply reply) {
        RefusedDelivery.Reason reason = reply.refusal();
        registry.counter(
                        "mailgun.webhooks",
                        "outcome",
                        reply.outcome().name(),
                        "reason",
                        reason == null ? "none" : reason.name())
                .increment();
    }
}
