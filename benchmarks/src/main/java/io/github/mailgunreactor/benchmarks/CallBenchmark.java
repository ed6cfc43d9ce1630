package io.github.mailgunreactor.benchmarks;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.CoreInternals;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.internal.WireDate;
import io.github.mailgunreactor.domains.DomainDetails;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a call costs above the transport: the whole of it without a socket, and its parts. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class CallBenchmark {
    private static final byte[] ERROR =
            "{\"message\":\"Domain not found: mail.example.com\"}".getBytes(StandardCharsets.UTF_8);
    private static final InstantTransport.Head NOT_FOUND = new InstantTransport.Head(404);

    private final MailgunClient mailgun = MailgunClient.builder("key-for-nobody")
            .transport(new InstantTransport(SampleResponses.domain()))
            .build();
    private final Operation shared = GET.path("/v4/domains/{domain}", Scenario.DOMAIN_NAME);

    /** A call whose operation is built anew, as an API method does. */
    @Benchmark
    public @Nullable DomainDetails getOfADomain() {
        return mailgun.send(
                        GET.path("/v4/domains/{domain}", Scenario.DOMAIN_NAME).asJson(DomainDetails.class))
                .block();
    }

    /** The same without reading the response. */
    @Benchmark
    public @Nullable Void getWithoutReading() {
        return mailgun.send(
                        GET.path("/v4/domains/{domain}", Scenario.DOMAIN_NAME).asEmpty())
                .block();
    }

    @Benchmark
    public @Nullable Void postOfJsonWithoutReading() {
        return mailgun.send(POST.path("/v1/analytics/logs")
                        .json(Params.NONE.with("duration", "1d").with("pagination", Params.NONE.with("limit", 100)))
                        .asEmpty())
                .block();
    }

    @Benchmark
    public Operation path() {
        return GET.path("/v3/{domain}/bounces/{address}", Scenario.DOMAIN_NAME, "customer+tag@example.net");
    }

    @Benchmark
    public String query() {
        return CoreInternals.target(
                shared.query("limit", 100).query("skip", 200).query("search", "a b&c"));
    }

    @Benchmark
    public Object error() {
        return CoreInternals.failure(shared, NOT_FOUND, ERROR);
    }

    @Benchmark
    public @Nullable Instant dateRfc2822() {
        return WireDate.parse("Mon, 24 Feb 2025 22:44:03 GMT");
    }

    @Benchmark
    public @Nullable Instant dateIso() {
        return WireDate.parse("2025-06-25T17:19:51.166Z");
    }
}
