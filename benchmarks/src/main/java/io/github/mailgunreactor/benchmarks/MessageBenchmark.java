package io.github.mailgunreactor.benchmarks;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Part;
import io.github.mailgunreactor.core.RetryPolicy;
import io.github.mailgunreactor.messages.Batch;
import io.github.mailgunreactor.messages.EmailAddress;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessageOptions;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.Recipient;
import io.github.mailgunreactor.messages.SendId;
import io.github.mailgunreactor.messages.SentMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import reactor.core.publisher.Mono;

/**
 * Sending a message up to the transport: checks, encoding, and reading the response. {@link #withSpring} encodes the texts of the
 * first two with Spring's multipart writer, and does nothing else.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class MessageBenchmark {
    private static final byte[] QUEUED =
            "{\"id\": \"<20210510091252.1.D6347B73DA43962E@example.com>\", \"message\": \"Queued. Thank you.\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final String TEXT =
            "Dear customer,\nyour order 4711 is on its way & will arrive on Friday.\n".repeat(4);

    @Param({"small", "options", "batch", "file10KB", "file10MB"})
    public String message = "small";

    private Mono<SentMessage> send = Mono.empty();
    private Map<String, String> fields = Map.of();

    @Setup
    public void prepare() {
        MessagesApi messages = new MessagesApi(MailgunClient.builder("key")
                .transport(new InstantTransport(QUEUED))
                .retry(RetryPolicy.none())
                .build());
        Message small = Message.of("Example Shop <orders@mail.example.com>")
                .subject("Your order has been shipped")
                .text(TEXT)
                .sendId(SendId.of("order-4711"));
        fields = new LinkedHashMap<>(Map.of(
                "from", "Example Shop <orders@mail.example.com>",
                "to", "customer@example.net",
                "subject", "Your order has been shipped",
                "text", TEXT,
                "v:send-id", "order-4711"));
        MessageOptions options = MessageOptions.none();
        if (message.equals("options")) {
            for (int i = 0; i < 30; i++) {
                options = options.option("o:option-" + i, "value & more of it " + i);
                fields.put("o:option-" + i, "value & more of it " + i);
            }
        }
        Message addressed = small.options(options).to("customer@example.net");
        Message whole = switch (message) {
            case "file10KB" -> addressed.attachment(Part.bytes("report.pdf", new byte[10 * 1024]));
            case "file10MB" -> addressed.attachment(Part.bytes("report.pdf", new byte[10 * 1024 * 1024]));
            default -> addressed;
        };
        Batch batch = Batch.of(small, recipients());
        send = Mono.defer(() -> message.equals("batch")
                ? messages.send("mail.example.com", batch)
                : messages.send("mail.example.com", whole));
    }

    private static List<Recipient> recipients() {
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            recipients.add(Recipient.of(
                    EmailAddress.of("customer-" + i + "@example.net", "Customer " + i),
                    Map.of("name", "Customer " + i, "order", i)));
        }
        return recipients;
    }

    @Benchmark
    public Object send() {
        return Objects.requireNonNull(send.block());
    }

    @Benchmark
    public Object withSpring() {
        return SpringWriter.encode(fields, null);
    }
}
