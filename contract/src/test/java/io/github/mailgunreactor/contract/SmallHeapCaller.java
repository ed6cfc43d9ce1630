package io.github.mailgunreactor.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.batch.BatchResult;
import io.github.mailgunreactor.mailinglists.ListMemberFilter;
import io.github.mailgunreactor.mailinglists.ListMembersApi;
import io.github.mailgunreactor.mailinglists.ListUpload;
import io.github.mailgunreactor.mailinglists.NewListMember;
import io.github.mailgunreactor.mailinglists.OnPresentMember;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.suppressions.BouncesApi;
import io.github.mailgunreactor.suppressions.NewBounce;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;

/**
 * What {@link SuppressionsScaleIT} and {@link MailingListsScaleIT} start in a JVM with a small heap: does one big thing and prints a line about
 * it.
 */
final class SmallHeapCaller {
    static final String DOMAIN = "example.com";
    static final String LIST = "news@example.com";
    static final int DISTINCT_ROWS = 1000;

    private static final Duration NO_HURRY = Duration.ofHours(1);

    private final BouncesApi bounces;
    private final ListMembersApi members;

    private SmallHeapCaller(MailgunClient mailgun) {
        this.bounces = new BouncesApi(mailgun);
        this.members = new ListMembersApi(mailgun);
    }

    /** Runs it and gives the line that it printed. */
    static String run(Simulator simulator, String... arguments) throws IOException, InterruptedException {
        String classPath =
                System.getProperty("surefire.test.class.path", requireNonNull(System.getProperty("java.class.path")));
        ProcessBuilder java = new ProcessBuilder(
                Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java")
                        .toString(),
                "-Xmx64m",
                "-cp",
                classPath,
                SmallHeapCaller.class.getName(),
                simulator.baseUrl(),
                simulator.key());
        java.command().addAll(List.of(arguments));
        Process process = java.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        System.out.println(report);
        return report;
    }

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        String done;
        try (MailgunClient mailgun = MailgunClient.builder(arguments[1])
                .region(Region.at(arguments[0]))
                .build()) {
            SmallHeapCaller caller = new SmallHeapCaller(mailgun);
            done = switch (arguments[2]) {
                case "list" -> caller.list();
                case "add" -> caller.add(Integer.parseInt(arguments[3]));
                case "list-members" -> caller.listMembers();
                case "add-members" -> caller.addMembers(Integer.parseInt(arguments[3]));
                case "import" -> caller.importGenerated(Long.parseLong(arguments[3]));
                default -> caller.importFile(Path.of(arguments[3]));
            };
        }
        System.out.printf(
                "%s in %.1f s with a heap of %d MB, %d MB of it needed%n",
                done, (System.nanoTime() - start) / 1e9, Runtime.getRuntime().maxMemory() >> 20, needed() >> 20);
    }

    /** What the last collection of each pool of the heap left: what is needed rather than what there is room for. */
    private static long needed() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    static String address(int number) {
        return "user-%07d@example.com".formatted(number);
    }

    private String list() {
        return "listed " + bounces.list(DOMAIN).count().block(NO_HURRY);
    }

    /** One of the addresses in the middle is none, for which Mailgun refuses its whole batch. */
    private String add(int count) {
        AtomicInteger added = new AtomicInteger();
        AtomicInteger requests = new AtomicInteger();
        AtomicReference<BatchResult<NewBounce, Confirmation>> failed = new AtomicReference<>();
        long failures = requireNonNull(bounces.addAll(
                        DOMAIN, Flux.range(0, count).map(i -> NewBounce.of(i == count / 2 ? "nobody" : address(i))))
                .doOnNext(result -> {
                    if (result.failed()) {
                        failed.set(result);
                    } else {
                        requests.incrementAndGet();
                        added.addAndGet(result.items().size());
                    }
                })
                .filter(BatchResult::failed)
                .count()
                .block(NO_HURRY));
        ErrorStatusException error = (ErrorStatusException)
                requireNonNull(requireNonNull(failed.get()).error());
        return "added %d with %d requests, %d failed with status %d and %d addresses"
                .formatted(
                        added.get(),
                        requests.get(),
                        failures,
                        error.status(),
                        failed.get().items().size());
    }

    private String listMembers() {
        return "listed "
                + members.list(LIST, ListMemberFilter.all().pageSize(1000))
                        .count()
                        .block(NO_HURRY);
    }

    private String addMembers(int count) {
        Flux<NewListMember> all = Flux.range(0, count)
                .map(i -> NewListMember.of(address(i)).name("Member " + i).vars(Map.of("number", i)));
        List<ListUpload> uploads = requireNonNull(members.addAll(LIST, all, OnPresentMember.KEEP)
                .mapNotNull(BatchResult::value)
                .collectList()
                .block(NO_HURRY));
        return "added %d with %d requests".formatted(count, uploads.size());
    }

    private String importGenerated(long bytes) {
        Flux<ByteBuffer> content =
                Flux.fromIterable(csv(bytes)).map(block -> ByteBuffer.wrap(block.getBytes(StandardCharsets.US_ASCII)));
        bounces.importCsv(DOMAIN, Part.publisher("bounces.csv", () -> content)).block(NO_HURRY);
        return "imported " + bytes + " bytes as they were made";
    }

    private String importFile(Path file) throws Exception {
        bounces.importCsv(DOMAIN, Part.file(file)).block(NO_HURRY);
        return "imported " + Files.size(file) + " bytes of a file";
    }

    /** A CSV file of exactly this size, in blocks: the same thousand rows over and over, and a filler at its end. */
    static Iterable<String> csv(long bytes) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < DISTINCT_ROWS; i++) {
            rows.append(address(i)).append(",550,\"No such mailbox, or no longer\",\n");
        }
        return () -> new CsvBlocks(rows.toString(), bytes);
    }

    private static final class CsvBlocks implements Iterator<String> {
        private static final String HEADER = "address,code,error,created_at\n";

        private final String rows;
        private long left;
        private boolean started;

        CsvBlocks(String rows, long bytes) {
            this.rows = rows;
            this.left = bytes;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public String next() {
            String block = started ? rows : HEADER;
            started = true;
            if (block.length() > left) {
                block = "-".repeat((int) left);
            }
            left -= block.length();
            return block;
        }
    }
}
