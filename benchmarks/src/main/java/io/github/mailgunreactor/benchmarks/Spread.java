package io.github.mailgunreactor.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The median of several rounds, and the quartiles around it.
 *
 * @param low a quarter of the rounds are below
 * @param median half of them are
 * @param high three quarters of them are
 */
record Spread(double low, double median, double high) {

    static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        int last = sorted.length - 1;
        return new Spread(sorted[last / 4], sorted[sorted.length / 2], sorted[last - last / 4]);
    }

    static Spread of(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return of(rounds.stream().mapToDouble(figure).toArray());
    }

    /** The quotients of two figures, each round against the same round of the other. */
    static Spread ratio(double[] values, double[] others) {
        double[] ratios = new double[Math.min(values.length, others.length)];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = values[i] / others[i];
        }
        return of(ratios);
    }

    static Spread ratio(List<Round> rounds, List<Round> others, ToDoubleFunction<Round> figure) {
        return ratio(
                rounds.stream().mapToDouble(figure).toArray(),
                others.stream().mapToDouble(figure).toArray());
    }

    boolean isKnown() {
        return !Double.isNaN(median);
    }

    @Override
    public String toString() {
        return isKnown() ? String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, low, high) : "not measured";
    }
}
