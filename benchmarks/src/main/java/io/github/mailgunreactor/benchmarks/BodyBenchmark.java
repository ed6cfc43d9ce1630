package io.github.mailgunreactor.benchmarks;

import io.github.mailgunreactor.core.CoreInternals;
import io.github.mailgunreactor.core.Params;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Multipart and urlencoded bodies of text fields, beside Netty's encoder and Spring's multipart writer. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class BodyBenchmark {
    @Param({"3", "12", "60"})
    public int fields = 12;

    private Params params = Params.NONE;
    private Map<String, String> texts = Map.of();

    @Setup
    public void prepare() {
        params = Fields.asParams(fields);
        texts = Fields.asMap(fields);
    }

    @Benchmark
    public Object multipart() {
        return CoreInternals.multipart(params);
    }

    @Benchmark
    public Object multipartWithNetty() {
        return NettyEncoder.encode(texts, true, null, null);
    }

    @Benchmark
    public Object multipartWithSpring() {
        return SpringWriter.encode(texts, null);
    }

    @Benchmark
    public Object form() {
        return CoreInternals.form(params);
    }

    @Benchmark
    public Object formWithNetty() {
        return NettyEncoder.encode(texts, false, null, null);
    }
}
