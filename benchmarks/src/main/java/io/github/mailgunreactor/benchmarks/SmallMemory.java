package io.github.mailgunreactor.benchmarks;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Response;
import io.github.mailgunreactor.netty.NettyTransport;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sends and receives 1 GB in a JVM with 64 MB of heap and 64 MB of memory outside of it. */
final class SmallMemory {
    static final String SUBJECT = "1 GB";

    private static final long GIGABYTE = 1L << 30;

    private SmallMemory() {}

    static void measure() throws Exception {
        Path file = Files.createTempFile("gigabyte", ".bin");
        try (Child server = Child.start("AnswerServer")) {
            try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
                content.setLength(GIGABYTE);
            }
            String url = "http://127.0.0.1:" + server.answer();
            try (Child child = Child.startWith(
                    "-Xmx64m -XX:MaxDirectMemorySize=64m", "SmallMemory$Transfers", url, file.toString())) {
                double sent = Double.parseDouble(child.answer());
                double received = Double.parseDouble(child.answer());
                long megabytes = Long.parseLong(child.answer()) / 1024;
                System.out.printf(
                        "1 GB sent in %.1f s and received in %.1f s, peak of the process's memory %d MB%n",
                        sent, received, megabytes);
                Results results = new Results("small-memory");
                results.set(SUBJECT, Peers.NAMES.get(0), List.of(sent + " " + received + " " + megabytes));
                results.write();
            }
        } finally {
            Files.delete(file);
        }
    }

    /** Runs in the small JVM. */
    static final class Transfers {
        private Transfers() {}

        public static void main(String[] arguments) throws Exception {
            try (NettyTransport transport = NettyTransport.create()) {
                MailgunClient mailgun = MailgunClient.builder("key-for-nobody")
                        .region(Region.at(arguments[0]))
                        .transport(transport)
                        .build();
                long start = System.nanoTime();
                mailgun.send(POST.path("/v3/{domain}/messages", Scenario.DOMAIN_NAME)
                                .multipart(Params.NONE.with("attachment", Part.file(Path.of(arguments[1]))))
                                .asEmpty())
                        .block();
                System.out.println((System.nanoTime() - start) / 1e9);
                start = System.nanoTime();
                Long received = mailgun.download(GET.path("/download"))
                        .flatMapMany(Response::value)
                        .map(ByteBuffer::remaining)
                        .reduce(0L, Long::sum)
                        .block();
                if (received == null || received != GIGABYTE) {
                    throw new IllegalStateException("received " + received + " bytes");
                }
                System.out.println((System.nanoTime() - start) / 1e9);
                System.out.println(PeerProcess.peakKilobytes());
            }
        }
    }
}
