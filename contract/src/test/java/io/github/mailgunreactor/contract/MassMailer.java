package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.messages.EmailAddress;
import io.github.mailgunreactor.messages.Message;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.ProofPolicy;
import io.github.mailgunreactor.messages.Recipient;
import io.github.mailgunreactor.messages.SendCheckpoint;
import io.github.mailgunreactor.messages.SendId;
import io.github.mailgunreactor.messages.SendJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What {@link MassMailingIT} starts in a JVM with a small heap, kills, and starts again: sends a newsletter, and goes on where the
 * file says that it was.
 */
final class MassMailer {
    private static final Duration NO_HURRY = Duration.ofMinutes(10);

    private final MessagesApi messages;
    private final Path file;
    private final int recipients;

    private MassMailer(MessagesApi messages, Path file, int recipients) {
        this.messages = messages;
        this.file = file;
        this.recipients = recipients;
    }

    public static void main(String[] arguments) throws IOException {
        try (MailgunClient mailgun =
                MailgunClient.builder("key").region(Region.at(arguments[0])).build()) {
            new MassMailer(new MessagesApi(mailgun), Path.of(arguments[1]), Integer.parseInt(arguments[2])).send();
        }
        System.out.println(Files.readString(Path.of("/proc/self/status"))
                .lines()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("")
                .replaceAll("\\s+", " "));
    }

    /** What a run leaves unknown the next one proves. */
    private void send() throws IOException {
        for (int run = 0; run < 20 && load().confirmed() < recipients; run++) {
            messages.sendAll(
                            "example.com",
                            SendJob.of(load())
                                    .saving(this::save)
                                    .proof(ProofPolicy.defaults()
                                            .recordsWithin(Duration.ofSeconds(1))
                                            .lookEvery(Duration.ofMillis(200))),
                            Message.of("Ada <ada@example.com>")
                                    .subject("Number %recipient.number%")
                                    .text("Dear number %recipient.number%"),
                            Flux.range(0, recipients).map(MassMailer::recipient))
                    .blockLast(NO_HURRY);
        }
    }

    private static Recipient recipient(int number) {
        return Recipient.of(EmailAddress.of("user-" + number + "@example.org"), Map.of("number", number));
    }

    private SendCheckpoint load() throws IOException {
        return Files.exists(file)
                ? SendCheckpoint.parse(Files.readString(file))
                : SendCheckpoint.of(SendId.of("newsletter"));
    }

    private Mono<Void> save(SendCheckpoint checkpoint) {
        return Mono.<Void>fromRunnable(() -> {
                    try {
                        Path next = Files.writeString(file.resolveSibling("next"), checkpoint.toString());
                        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    } catch (IOException full) {
                        throw new UncheckedIOException(full);
                    }
                })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
