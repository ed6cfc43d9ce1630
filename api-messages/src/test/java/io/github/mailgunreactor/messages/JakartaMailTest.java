package io.github.mailgunreactor.messages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.NoResponseException;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class JakartaMailTest {
    private final FakeTransport transport = FakeTransport.answering(
            request -> Mono.just(FakeResponse.json("{\"id\": \"<a@b>\", \"message\": \"Queued.\"}")));
    private final MessagesApi messages = new MessagesApi(transport.client());

    private static MimeMessage message() throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress("ada@example.com", "Ada", "UTF-8"));
        message.addRecipient(RecipientType.TO, new InternetAddress("bob@example.org", "Doe, Bób", "UTF-8"));
        message.addRecipient(RecipientType.CC, new InternetAddress("carl@example.org"));
        message.addRecipient(RecipientType.BCC, new InternetAddress("bea@example.org"));
        message.setSubject("Größe", "UTF-8");
        message.setText("line of text\r\n".repeat(20_000), "UTF-8");
        return message;
    }

    @Test
    void goesToAllRecipientsAndNamesNoHiddenOne() throws Exception {
        messages.sendMime("example.com", JakartaMail.of(message(), Schedulers.boundedElastic()))
                .block();

        List<String> to = requireNonNull(transport.onlySent().form().get("to"));
        String mime = requireNonNull(transport.onlySent().form().get("message")).get(0);
        MimeMessage read = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(mime.getBytes(StandardCharsets.UTF_8)));
        assertThat(to).containsExactly("\"Doe, Bób\" <bob@example.org>", "carl@example.org", "bea@example.org");
        assertThat(read.getSubject()).isEqualTo("Größe");
        assertThat(read.getContent()).isEqualTo(message().getContent());
        assertThat(mime).doesNotContain("bea@example.org");
        assertThat(transport.onlySent().replayable()).isTrue();
    }

    @Test
    void failsTheSendWhenItCannotBeWritten() throws Exception {
        MimeMessage broken = new MimeMessage(message()) {
            @Override
            public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
                out.write(new byte[40_000]);
                throw new MessagingException("the attachment is gone");
            }
        };

        StepVerifier.create(messages.sendMime("example.com", JakartaMail.of(broken, Schedulers.boundedElastic())))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isNotInstanceOf(NoResponseException.class)
                        .hasMessage("the attachment is gone"))
                .verify();
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void isWrittenNoFasterThanItIsAskedForAndNoLongerThanItIsWanted() throws Exception {
        AtomicInteger written = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(1);
        BlockingContent content = new BlockingContent(
                out -> {
                    try {
                        for (int i = 0; i < 1000; i++) {
                            out.write(new byte[16 * 1024]);
                            written.incrementAndGet();
                        }
                    } finally {
                        ended.countDown();
                    }
                },
                Schedulers.boundedElastic());

        StepVerifier.create(content.content().map(ByteBuffer::remaining), 3)
                .expectNext(16 * 1024, 16 * 1024, 16 * 1024)
                .thenCancel()
                .verify();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(written.get()).isLessThanOrEqualTo(4);
    }
}
