package io.github.mailgunreactor.benchmarks;

import io.github.mailgunreactor.core.internal.JsonMapping;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** Bytes to records and records to bytes, beside stock Jackson 2 and 3 with the same records from the same bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class JsonBenchmark {
    @Param({"DOMAIN", "KEYS", "METRICS", "LOGS", "BOUNCES"})
    public Answer answer = Answer.DOMAIN;

    private byte[] json = {};
    private Object value = "";
    private @Nullable JacksonTwo two;
    private @Nullable JacksonThree three;

    /** Prepares the readers, and fails unless all three read the same. */
    @Setup
    public void prepare() {
        json = answer.json();
        two = new JacksonTwo(answer);
        three = new JacksonThree(answer);
        value = decode();
        if (!value.equals(decodeWithJackson2()) || !value.equals(decodeWithJackson3())) {
            throw new IllegalStateException(
                    "not the same records:\n" + value + "\n" + decodeWithJackson2() + "\n" + decodeWithJackson3());
        }
    }

    @Benchmark
    public Object decode() {
        return JsonMapping.LENIENT.read(answer.type(), answer.item(), json, 0, json.length);
    }

    @Benchmark
    @SuppressWarnings("NullAway") // set before
    public Object decodeWithJackson2() {
        return two.read(json);
    }

    @Benchmark
    @SuppressWarnings("NullAway") // set before
    public Object decodeWithJackson3() {
        return three.read(json);
    }

    @Benchmark
    public byte[] encode() {
        return JsonMapping.LENIENT.write(value);
    }

    @Benchmark
    @SuppressWarnings("NullAway") // set before
    public byte[] encodeWithJackson2() {
        return two.write(value);
    }

    @Benchmark
    @SuppressWarnings("NullAway") // set before
    public byte[] encodeWithJackson3() {
        return three.write(value);
    }
}
