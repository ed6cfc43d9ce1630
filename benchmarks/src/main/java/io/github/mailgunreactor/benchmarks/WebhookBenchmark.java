package io.github.mailgunreactor.benchmarks;

import io.github.mailgunreactor.webhooks.EventDelivery;
import io.github.mailgunreactor.webhooks.Verification;
import io.github.mailgunreactor.webhooks.WebhookReceiver;
import io.github.mailgunreactor.webhooks.WebhookReply;
import io.github.mailgunreactor.webhooks.WebhookVerifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import reactor.core.publisher.Mono;

/** What a webhook costs besides the socket. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class WebhookBenchmark {
    private static final Instant NOW = Instant.parse("2026-02-20T10:00:00Z");

    private final WebhookVerifier verifier =
            WebhookVerifier.of(SampleDeliveries.SIGNING_KEY).clock(Clock.fixed(NOW, ZoneOffset.UTC));
    private final WebhookReceiver receiver = WebhookReceiver.of(verifier, delivery -> Mono.empty());
    private byte[] delivered = {};
    private byte[] forged = {};

    /** Fails unless the delivery is one, and what is forged is none. */
    @Setup
    public void prepare() {
        delivered = SampleDeliveries.delivered(NOW, "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0");
        forged = delivered.clone();
        forged["{'signature':{'token':'a8ce".length()] ^= 1;
        if (!(verify() instanceof EventDelivery) || refuse() instanceof EventDelivery) {
            throw new IllegalStateException("not verified as it should be: " + verify() + ", " + refuse());
        }
    }

    /** From the bytes of a body to a verified event. */
    @Benchmark
    public Verification verify() {
        return verifier.verify("application/json", delivered);
    }

    /** From the bytes of a body to a refusal: what a flood of forged deliveries costs. */
    @Benchmark
    public Verification refuse() {
        return verifier.verify("application/json", forged);
    }

    /** The whole receiver, with the guard, for a delivery that was handled before. */
    @Benchmark
    public @Nullable WebhookReply receiveAgain() {
        return receiver.receive("application/json", delivered).block();
    }
}
