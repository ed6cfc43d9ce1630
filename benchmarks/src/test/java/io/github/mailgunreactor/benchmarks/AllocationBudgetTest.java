package io.github.mailgunreactor.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What an operation allocates hardly varies, also on a busy machine: so a regression fails the build. */
@Execution(ExecutionMode.SAME_THREAD)
class AllocationBudgetTest {
    private static final int WARM_UP = 4;

    record Budget(String benchmark, String parameter, long bytes) {
        @Override
        public String toString() {
            return benchmark + " " + parameter + ", budget " + bytes;
        }
    }

    static List<Budget> budgets() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("allocation-budgets.txt"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .map(columns -> new Budget(columns[0], columns[1], Long.parseLong(columns[2])))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void allocatesNoMoreThanItsBudget(Budget budget) throws RunnerException {
        double bytes = allocated(budget, WARM_UP);
        if (bytes > budget.bytes()) {
            // On a busy machine the compiler may not have come round to removing what it can.
            bytes = allocated(budget, 8 * WARM_UP);
        }
        System.out.printf(Locale.ROOT, "%s: %.0f bytes%n", budget, bytes);
        assertThat(bytes).as("bytes allocated by %s", budget).isBetween(1.0, (double) budget.bytes());
    }

    private static double allocated(Budget budget, int warmUp) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + budget.benchmark().replace(".", "\\.") + "$")
                .forks(1)
                .warmupIterations(warmUp)
                .warmupTime(TimeValue.milliseconds(250))
                .measurementIterations(2)
                .measurementTime(TimeValue.milliseconds(150))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (!budget.parameter().equals("-")) {
            options = options.param(parameterName(budget), budget.parameter());
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        assertThat(results).as("benchmarks named %s", budget).hasSize(1);
        Result<?> bytes = results.iterator().next().getSecondaryResults().get("gc.alloc.rate.norm");
        return Objects.requireNonNull(bytes).getScore();
    }

    private static String parameterName(Budget budget) {
        return switch (budget.benchmark().substring(0, budget.benchmark().indexOf('.'))) {
            case "JsonBenchmark" -> "answer";
            case "BodyBenchmark" -> "fields";
            case "MessageBenchmark" -> "message";
            default -> "itemsPerPage";
        };
    }
}
