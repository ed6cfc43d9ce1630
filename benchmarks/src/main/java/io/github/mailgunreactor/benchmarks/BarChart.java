package io.github.mailgunreactor.benchmarks;

import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** Horizontal bars from zero, each with its name, its value, and a line from the lower to the upper quartile. */
final class BarChart {
    private static final int LEFT = 230;
    private static final int WIDTH = 820;
    private static final int RIGHT = 90;
    private static final int TOP = 64;
    private static final int ROW = 30;
    private static final String OWN_COLOR = "#1f6fb2";
    private static final String OTHER_COLOR = "#9aa5b1";

    private final String title;
    private final String axis;
    private final List<Bar> bars = new ArrayList<>();

    private record Bar(String name, Spread spread, boolean own) {}

    /**
     * A chart without bars.
     *
     * @param axis what the bars measure, with its unit and whether less or more is better
     */
    BarChart(String title, String axis) {
        this.title = title;
        this.axis = axis;
    }

    /** Adds a bar, unless it was not measured. */
    BarChart add(String name, Spread spread, boolean own) {
        if (spread.isKnown()) {
            bars.add(new Bar(name, spread, own));
        }
        return this;
    }

    boolean isEmpty() {
        return bars.isEmpty();
    }

    String svg() {
        double step =
                step(bars.stream().mapToDouble(bar -> bar.spread.high()).max().orElse(1));
        int ticks = (int) Math.ceil(
                bars.stream().mapToDouble(bar -> bar.spread.high()).max().orElse(1) / step);
        double scale = (WIDTH - LEFT - RIGHT) / (ticks * step);
        int bottom = TOP + bars.size() * ROW + 8;
        Formatter svg = new Formatter(Locale.ROOT);
        svg.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
                        + "font-family=\"sans-serif\" font-size=\"13\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH, bottom + 50, WIDTH, bottom + 50, title);
        svg.format("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n");
        svg.format("<text x=\"16\" y=\"28\" font-size=\"17\" font-weight=\"bold\" fill=\"#1b1f24\">%s</text>\n", title);
        for (int tick = 0; tick <= ticks; tick++) {
            double x = LEFT + tick * step * scale;
            svg.format(
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#dfe3e8\"/>\n", x, TOP - 12, x, bottom);
            svg.format(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#57606a\">%s</text>\n",
                    x, bottom + 18, number(tick * step, step));
        }
        for (int i = 0; i < bars.size(); i++) {
            addBar(svg, bars.get(i), TOP + i * ROW, scale, step);
        }
        svg.format("<text x=\"%d\" y=\"%d\" fill=\"#1b1f24\">%s</text>\n", LEFT, bottom + 40, axis);
        return svg.format("</svg>\n").toString();
    }

    private static void addBar(Formatter svg, Bar bar, int y, double scale, double step) {
        double end = LEFT + bar.spread.median() * scale;
        double low = LEFT + bar.spread.low() * scale;
        double high = LEFT + bar.spread.high() * scale;
        svg.format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#1b1f24\"%s>%s</text>\n",
                LEFT - 10, y + 14, bar.own ? " font-weight=\"bold\"" : "", bar.name);
        svg.format(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"18\" fill=\"%s\"/>\n",
                LEFT, y, Math.max(1, end - LEFT), bar.own ? OWN_COLOR : OTHER_COLOR);
        svg.format(
                "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#1b1f24\" stroke-width=\"2\"/>\n",
                low, y + 9, high, y + 9);
        svg.format(
                "<text x=\"%.1f\" y=\"%d\" fill=\"#1b1f24\">%s</text>\n",
                Math.max(end, high) + 6, y + 14, number(bar.spread.median(), step / 10));
    }

    /** 1, 2 or 5 times a power of ten, so that there are four to ten ticks. */
    private static double step(double largest) {
        double power = Math.pow(10, Math.floor(Math.log10(largest / 4)));
        double lead = largest / 4 / power;
        return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    }

    private static String number(double value, double step) {
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step)));
        return String.format(Locale.ROOT, "%,." + Math.min(decimals, 2) + "f", value);
    }
}
