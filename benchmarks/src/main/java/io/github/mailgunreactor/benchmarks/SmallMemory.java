package io.github.mailgunreactor.benchmarks;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.Response;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.SendId;
import io.github.mailgunreactor.netty.NettyTransport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import reactor.core.publisher.Flux;

/** Sends and receives 1 GB, and 100 MB as attachments of messages, in a JVM with 64 MB of heap and 64 MB of memory outside of it. */
final class SmallMemory {
    static final String SUBJECT = "1 GB";

    private static final long GIGABYTE = 1L << 30;
    private static final int MESSAGES = 5;
    /** Of each: what Mailgun takes is 25 MB a message. */
    private static final int ATTACHMENT = 20 << 20;

    private SmallMemory() {}

    static void measure() throws Exception {
        Path file = Files.createTempFile("gigabyte", ".bin");
        Path attachment = Files.createTempFile("attachment", ".bin");
        try (Child server = Child.start("AnswerServer")) {
            fill(file, GIGABYTE);
            fill(attachment, ATTACHMENT);
            String url = "http://127.0.0.1:" + server.answer();
            try (Child child = Child.startWith(
                    "-Xmx64m -XX:MaxDirectMemorySize=64m",
                    "SmallMemory$Transfers",
                    url,
                    file.toString(),
                    attachment.toString())) {
                double sent = Double.parseDouble(child.answer());
                double received = Double.parseDouble(child.answer());
                double attached = Double.parseDouble(child.answer());
                long megabytes = Long.parseLong(child.answer()) / 1024;
                System.out.printf(
                        "1 GB sent in %.1f s and received in %.1f s, %d messages of 20 MB at once in %.1f s, "
                                + "peak of the process's memory %d MB%n",
                        sent, received, MESSAGES, attached, megabytes);
                Results results = new Results("small-memory");
                results.set(
                        SUBJECT, Peers.NAMES.get(0), List.of(sent + " " + received + " " + megabytes + " " + attached));
                results.write();
            }
        } finally {
            Files.delete(file);
            Files.delete(attachment);
        }
    }

    private static void fill(Path file, long bytes) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(bytes);
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
                start = System.nanoTime();
                Message message = Message.of(Peers.SENDER)
                        .to(Peers.RECIPIENT)
                        .subject("a file")
                        .text("a file")
                        .attachment(Part.file(Path.of(arguments[2])));
                MessagesApi messages = new MessagesApi(mailgun);
                Flux.range(0, MESSAGES)
                        .flatMap(number -> messages.send(Scenario.DOMAIN_NAME, message.sendId(SendId.random())))
                        .blockLast();
                System.out.println((System.nanoTime() - start) / 1e9);
                System.out.println(PeerProcess.peakKilobytes());
            }
        }
    }
}
