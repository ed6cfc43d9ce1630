package io.github.mailgunreactor.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.simulator.ReceivedMessage;
import io.github.mailgunreactor.simulator.Simulator;
import io.github.mailgunreactor.simulator.SimulatorExtension;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.mail.javamail.MimeMessagePreparator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Spring's mail sender by Mailgun, called as Spring's own documentation calls it. */
class MailgunMailSenderIT {
    @RegisterExtension
    static final SimulatorExtension MAILGUN = SimulatorExtension.create();

    private final Simulator simulator = MAILGUN.simulator();

    @BeforeEach
    void aDomain() {
        simulator.domains().add("mycompany.example");
    }

    private ApplicationContextRunner application() {
        return Contexts.withoutKey()
                .withPropertyValues(
                        "mailgun.api-key=" + simulator.key(),
                        "mailgun.region=" + simulator.baseUrl(),
                        "mailgun.retry.max-attempts=1");
    }

    private void withSender(Consumer<JavaMailSender> test) {
        application().run(context -> test.accept(context.getBean(JavaMailSender.class)));
    }

    /** The order manager of Spring's reference. */
    @Test
    void sendsACopyOfATemplateMessage() {
        withSender(sender -> {
            SimpleMailMessage template = new SimpleMailMessage();
            template.setFrom("customerservice@mycompany.example");
            template.setSubject("Your order");
            SimpleMailMessage message = new SimpleMailMessage(template);
            message.setTo("customer@example.org");
            message.setText("Dear Ada, thank you for placing order. Your order number is 7");
            sender.send(message);

            ReceivedMessage received = simulator.mailbox().only("customer@example.org");
            assertThat(received.subject()).isEqualTo("Your order");
            assertThat(received.from()).isEqualTo("customerservice@mycompany.example");
            assertThat(received.text()).contains("Your order number is 7");
        });
    }

    /** The preparator of Spring's reference. */
    @Test
    void sendsWhatAPreparatorMakes() {
        withSender(sender -> {
            MimeMessagePreparator preparator = message -> {
                message.setRecipient(Message.RecipientType.TO, new InternetAddress("customer@example.org"));
                message.setFrom(new InternetAddress("mail@mycompany.example"));
                message.setText("Dear Ada, thanks for your order.");
            };
            sender.send(preparator);

            assertThat(simulator.mailbox().only("customer@example.org").text()).contains("thanks for your order");
        });
    }

    /** Attachments and inline resources of Spring's reference. */
    @Test
    void sendsInlinePartsAndAttachments() {
        withSender(sender -> {
            MimeMessage message = sender.createMimeMessage();
            fill(message, helper -> {
                helper.setFrom("mail@mycompany.example");
                helper.setTo("test@host.example");
                helper.setSubject("Grüße aus Köln – €");
                helper.setText("<html><body><img src='cid:identifier1234'></body></html>", true);
                helper.addInline("identifier1234", new ByteArrayResource(new byte[] {1, 2, 3}), "image/png");
                helper.addAttachment("CoolImage.jpg", new ByteArrayResource(new byte[] {4, 5}));
            });
            sender.send(message);

            ReceivedMessage received = simulator.mailbox().only("test@host.example");
            assertThat(received.subject()).isEqualTo("Grüße aus Köln – €");
            assertThat(received.html()).contains("cid:identifier1234");
            assertThat(received.attachments())
                    .extracting(ReceivedMessage.File::name)
                    .contains("CoolImage.jpg");
            assertThat(received.attachments())
                    .filteredOn(ReceivedMessage.File::inline)
                    .extracting(ReceivedMessage.File::contentId)
                    .singleElement()
                    .asString()
                    .contains("identifier1234");
        });
    }

    /** The first message of a helper in Spring's reference, which is of one part. */
    @Test
    void sendsAMessageOfOnePartThatAHelperFills() {
        withSender(sender -> {
            MimeMessage message = sender.createMimeMessage();
            filling(() -> {
                MimeMessageHelper helper = new MimeMessageHelper(message);
                helper.setFrom("mail@mycompany.example");
                helper.setTo("test@host.example");
                helper.setText("Thank you for ordering!");
            });
            sender.send(message);

            ReceivedMessage received = simulator.mailbox().only("test@host.example");
            assertThat(received.text()).isEqualToIgnoringNewLines("Thank you for ordering!");
            assertThat(received.attachments()).isEmpty();
        });
    }

    /** The files of Spring's reference, whose types their names tell. */
    @Test
    void sendsFilesByTheTypesOfTheirNames(@TempDir Path folder) throws IOException {
        Path picture = Files.write(folder.resolve("Sample.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 13, 10, 46});
        withSender(sender -> {
            MimeMessage message = sender.createMimeMessage();
            fill(message, helper -> {
                helper.setFrom("mail@mycompany.example");
                helper.setTo("test@host.example");
                helper.setText("<html><body><img src='cid:identifier1234'></body></html>", true);
                helper.addInline("identifier1234", new FileSystemResource(picture));
                helper.addAttachment("CoolImage.jpg", new FileSystemResource(picture));
            });
            sender.send(message);

            assertThat(simulator.mailbox().only("test@host.example").attachments())
                    .hasSize(2)
                    .allSatisfy(file -> {
                        assertThat(file.contentType()).startsWith("image/jpeg");
                        assertThat(file.content()).hasSize(6);
                    });
        });
    }

    @Test
    void sendsWhatSeveralPreparatorsMake() {
        withSender(sender -> {
            sender.send(preparator("one@example.org"), preparator("two@example.org"));

            assertThat(simulator.mailbox().of("one@example.org")).hasSize(1);
            assertThat(simulator.mailbox().of("two@example.org")).hasSize(1);
        });
    }

    private static MimeMessagePreparator preparator(String to) {
        return message -> {
            MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
            helper.setFrom("mail@mycompany.example");
            helper.setTo(to);
            helper.setText("my text <img src='cid:myLogo'>", true);
            helper.addInline("myLogo", new ByteArrayResource(new byte[] {1}), "image/gif");
        };
    }

    @Test
    void sendsAMessageReadFromAStream() {
        withSender(sender -> {
            String mime = "From: mail@mycompany.example\r\nTo: one@example.org\r\nSubject: Read\r\n\r\nAs it stands";
            sender.send(sender.createMimeMessage(new ByteArrayInputStream(mime.getBytes(StandardCharsets.US_ASCII))));

            ReceivedMessage received = simulator.mailbox().only("one@example.org");
            assertThat(received.subject()).isEqualTo("Read");
            assertThat(received.text()).contains("As it stands");
        });
    }

    @Test
    void blindCopiesArriveAndNobodyIsToldOfThem() {
        withSender(sender -> {
            MimeMessage message = sender.createMimeMessage();
            fill(message, helper -> {
                helper.setFrom("mail@mycompany.example");
                helper.setTo("open@example.org");
                helper.setCc("copy@example.org");
                helper.setBcc("secret@example.org");
                helper.setText("Hello");
            });
            sender.send(message);

            assertThat(simulator.mailbox().of("secret@example.org")).hasSize(1);
            assertThat(simulator.mailbox().of("copy@example.org")).hasSize(1);
            assertThat(simulator.mailbox().all())
                    .hasSize(3)
                    .allSatisfy(copy -> assertThat(copy.headers().toString())
                            .doesNotContain("secret@")
                            .doesNotContainIgnoringCase("bcc="));
        });
    }

    @Test
    void tellsWhichOfSeveralMessagesFailed() {
        withSender(sender -> {
            SimpleMailMessage good = simple("mail@mycompany.example", "one@example.org");
            SimpleMailMessage bad = simple("mail@unknown.example", "two@example.org");
            SimpleMailMessage alsoGood = simple("mail@mycompany.example", "three@example.org");

            MailSendException failure =
                    catchThrowableOfType(MailSendException.class, () -> sender.send(good, bad, alsoGood));

            assertThat(failure.getFailedMessages()).containsOnlyKeys(bad);
            assertThat(failure.getFailedMessages().get(bad)).isInstanceOf(ErrorStatusException.class);
            assertThat(simulator.mailbox().of("one@example.org")).hasSize(1);
            assertThat(simulator.mailbox().of("three@example.org")).hasSize(1);
        });
    }

    @Test
    void aKeyThatIsNotTakenIsAnAuthenticationFailure() {
        application()
                .withPropertyValues("mailgun.api-key=key-wrong")
                .run(context -> assertThatThrownBy(() -> context.getBean(MailSender.class)
                                .send(simple("mail@mycompany.example", "one@example.org")))
                        .isInstanceOf(MailAuthenticationException.class));
    }

    @Test
    void aMessageWithoutASenderHasTheDefaultOne() {
        application()
                .withPropertyValues("mailgun.mail.from=Shop <shop@mycompany.example>")
                .run(context -> {
                    SimpleMailMessage message = new SimpleMailMessage();
                    message.setTo("one@example.org");
                    message.setText("Hello");
                    context.getBean(MailSender.class).send(message);
                    assertThat(simulator.mailbox().only("one@example.org").from())
                            .isEqualTo("Shop <shop@mycompany.example>");
                });
    }

    @Test
    void oneSendingDomainCanServeAllSenders() {
        application()
                .withPropertyValues("mailgun.mail.domain=mycompany.example")
                .run(context -> {
                    context.getBean(MailSender.class).send(simple("ada@other.example", "one@example.org"));
                    assertThat(simulator.mailbox().only("one@example.org").domain())
                            .isEqualTo("mycompany.example");
                });
    }

    @Test
    void refusesOnAThreadThatMustNotBlock() {
        withSender(sender -> {
            Mono<Void> onAnEventLoop = Mono.<Void>fromRunnable(
                            () -> sender.send(simple("mail@mycompany.example", "one@example.org")))
                    .subscribeOn(Schedulers.parallel());

            assertThatThrownBy(onAnEventLoop::block)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("MessagesApi");
            assertThat(simulator.mailbox().size()).isZero();
        });
    }

    @Test
    void theIdOfAMessageDoesNotNameThisMachine() {
        withSender(sender -> {
            sender.send(simple("mail@mycompany.example", "one@example.org"));
            assertThat(simulator.mailbox().only("one@example.org").header("Message-Id"))
                    .matches("<[0-9a-f-]{36}@mycompany.example>");
        });
    }

    private static SimpleMailMessage simple(String from, String to) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(to);
        message.setSubject("Hello");
        message.setText("Hello");
        return message;
    }

    private interface Filling {
        void fill(MimeMessageHelper helper) throws Exception;
    }

    private interface Steps {
        void run() throws Exception;
    }

    private static void fill(MimeMessage message, Filling filling) {
        filling(() -> filling.fill(new MimeMessageHelper(message, true)));
    }

    private static void filling(Steps steps) {
        try {
            steps.run();
        } catch (Exception wrong) {
            throw new AssertionError(wrong);
        }
    }
}
