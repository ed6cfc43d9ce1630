package io.github.mailgunreactor.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The comparisons of {@link JsonBenchmark}, {@link BodyBenchmark} and {@link PagingBenchmark} in turns and by CPU time:
 * for ratios on a machine that does other things too, where JMH's runs one after the other would meet different loads.
 */
final class Ratios {
    static final String LIBRARY = "mailgun-reactor";
    static final String JACKSON_2 = "Jackson 2.21";
    static final String JACKSON_3 = "Jackson 3.1";
    static final String NETTY = "Netty";
    static final String SPRING = "Spring";
    static final int NANOS = 0;
    static final int BYTES = 1;
    private static final long TURN = 150_000_000;

    private final Results results = new Results("ratios");
    private final int rounds;

    private Ratios(int rounds) throws IOException {
        this.rounds = rounds;
    }

    /** Takes the number of rounds, by default 15. */
    static void measure(String[] arguments) throws IOException {
        Ratios ratios = new Ratios(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15);
        for (Answer answer : Answer.values()) {
            ratios.json(answer);
        }
        for (int fields : new int[] {3, 12, 60}) {
            ratios.bodies(fields);
        }
        for (int items : new int[] {0, 1, 100, 1000}) {
            ratios.paging(items);
        }
        ratios.messages();
        ratios.results.write();
    }

    private void json(Answer answer) {
        JsonBenchmark benchmark = new JsonBenchmark();
        benchmark.answer = answer;
        benchmark.prepare();
        run(
                decode(answer),
                new Alternating()
                        .add(LIBRARY, benchmark::decode)
                        .add(JACKSON_2, benchmark::decodeWithJackson2)
                        .add(JACKSON_3, benchmark::decodeWithJackson3),
                1);
        run(
                "encode " + answer,
                new Alternating()
                        .add(LIBRARY, benchmark::encode)
                        .add(JACKSON_2, benchmark::encodeWithJackson2)
                        .add(JACKSON_3, benchmark::encodeWithJackson3),
                1);
    }

    private void bodies(int fields) {
        BodyBenchmark benchmark = new BodyBenchmark();
        benchmark.fields = fields;
        benchmark.prepare();
        run(
                multipart(fields),
                new Alternating()
                        .add(LIBRARY, benchmark::multipart)
                        .add(NETTY, benchmark::multipartWithNetty)
                        .add(SPRING, benchmark::multipartWithSpring),
                1);
        run("form " + fields, new Alternating().add(LIBRARY, benchmark::form).add(NETTY, benchmark::formWithNetty), 1);
    }

    /** Takes the number of rounds, by default 15. */
    static void measureMessages(String[] arguments) throws IOException {
        new Ratios(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15).messages();
    }

    private void messages() {
        for (String message : new String[] {"small", "options", "batch", "file10KB", "file10MB"}) {
            MessageBenchmark benchmark = new MessageBenchmark();
            benchmark.message = message;
            benchmark.prepare();
            Alternating work = new Alternating().add(LIBRARY, benchmark::send);
            boolean texts = message.equals("small") || message.equals("options");
            run("send " + message, texts ? work.add(SPRING, benchmark::withSpring) : work, 1);
        }
    }

    private void paging(int items) {
        PagingBenchmark benchmark = new PagingBenchmark();
        benchmark.itemsPerPage = items;
        benchmark.prepare();
        run(paged(items), new Alternating().add(LIBRARY, benchmark::perItem), PagingBenchmark.ITEMS);
    }

    private void run(String subject, Alternating work, int operations) {
        Map<String, Alternating.Cost> costs = work.run(rounds, TURN);
        costs.forEach((peer, cost) -> results.set(
                subject,
                peer,
                Arrays.stream(cost.nanos())
                        .mapToObj(nanos ->
                                String.format(Locale.ROOT, "%.1f %.1f", nanos / operations, cost.bytes() / operations))
                        .toList()));
        for (String peer : costs.keySet()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %-16s %12.1f ns %10.0f B   mailgun-reactor/this %s%n",
                    subject,
                    peer,
                    results.spread(subject, peer, NANOS).median(),
                    results.spread(subject, peer, BYTES).median(),
                    results.ratio(subject, LIBRARY, peer, NANOS));
        }
    }

    static String decode(Answer answer) {
        return "decode " + answer;
    }

    static String multipart(int fields) {
        return "multipart " + fields;
    }

    static String paged(int itemsPerPage) {
        return "paging " + itemsPerPage;
    }
}
