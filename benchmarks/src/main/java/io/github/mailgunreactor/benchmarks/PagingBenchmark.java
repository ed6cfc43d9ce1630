package io.github.mailgunreactor.benchmarks;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.core.CoreInternals;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.PagedFlux;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What walking the pages adds to an item beyond decoding it: the pages are there already. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class PagingBenchmark {
    static final int ITEMS = 10_000;

    /** 0 is a listing that is empty: its figure is that of 10,000 such listings. */
    @Param({"0", "1", "100", "1000"})
    public int itemsPerPage = 100;

    private final Operation first =
            GET.path("/v3/{domain}/bounces", Scenario.DOMAIN_NAME).query("limit", 1000);
    private @Nullable PagedFlux<String, Listing<String>> listing;

    @Setup
    public void prepare() {
        List<String> items = Collections.nCopies(itemsPerPage, "item");
        Listing<String> page = new Listing<>(items, (long) (itemsPerPage == 0 ? 0 : ITEMS), null);
        listing = CoreInternals.paged(first, NextPage.skip(), new InstantTransport.Head(200), skip -> page);
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    @SuppressWarnings("NullAway") // set before
    public long perItem() {
        if (itemsPerPage > 0) {
            return listing.count().block();
        }
        long sum = 0;
        for (int i = 0; i < ITEMS; i++) {
            sum += listing.count().block();
        }
        return sum;
    }
}
