package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.ErrorStatusException;
import io.github.mailgunreactor.messages.JakartaMail;
import io.github.mailgunreactor.messages.MessagesApi;
import io.github.mailgunreactor.messages.SentMessage;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessagePreparator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Spring's mail sender on Mailgun's operation for MIME: what sends by SMTP sends by HTTP without a change of its code.
 *
 * <p>It blocks until Mailgun has taken or refused each message, as the interface wants it, and throws {@link IllegalStateException}
 * on a thread that must not block: there {@link MessagesApi} is at home. Several messages are sent some at a time, so that a
 * later one may arrive earlier.
 *
 * <p>As the interface says, it throws {@link MailSendException} with the messages that failed and why, after all others were sent;
 * {@link MailAuthenticationException} where Mailgun takes the key for none of them. Each reason is the library's exception, of
 * which {@code NoResponseException.requestSent()} tells whether the message may have been sent all the same. A message goes to all its
 * recipients or none.
 *
 * <p>Whom {@code Bcc} names gets the message, and the MIME that others get does not name them.
 */
public final class MailgunMailSender implements JavaMailSender {
    private static final int AT_A_TIME = 8;

    private final MessagesApi messages;
    private final @Nullable String domain;
    private final @Nullable String from;
    private final Delegate delegate = new Delegate();

    private MailgunMailSender(MessagesApi messages, @Nullable String domain, @Nullable String from) {
        this.messages = messages;
        this.domain = domain;
        this.from = from;
    }

    /** A sender that sends each message by the domain of its {@code From}. */
    public static MailgunMailSender of(MessagesApi messages) {
        return new MailgunMailSender(Objects.requireNonNull(messages, "messages"), null, null);
    }

    /** Sends all messages by one sending domain. */
    public MailgunMailSender domain(String sendingDomain) {
        return new MailgunMailSender(messages, Objects.requireNonNull(sendingDomain, "sendingDomain"), from);
    }

    /** Who sends messages that have no {@code From}. */
    public MailgunMailSender from(String sender) {
        return new MailgunMailSender(messages, domain, Objects.requireNonNull(sender, "sender"));
    }

    @Override
    public MimeMessage createMimeMessage() {
        return delegate.createMimeMessage();
    }

    @Override
    public MimeMessage createMimeMessage(InputStream contentStream) {
        return delegate.createMimeMessage(contentStream);
    }

    @Override
    public void send(SimpleMailMessage... simpleMessages) {
        requireMayBlock();
        delegate.send(simpleMessages);
    }

    @Override
    public void send(MimeMessage... mimeMessages) {
        requireMayBlock();
        delegate.send(mimeMessages);
    }

    @Override
    public void send(MimeMessagePreparator... preparators) {
        requireMayBlock();
        delegate.send(preparators);
    }

    private static void requireMayBlock() {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException("JavaMailSender blocks, which the thread "
                    + Thread.currentThread().getName()
                    + " must not: send with MessagesApi there, or call it on Schedulers.boundedElastic()");
        }
    }

    private Mono<SentMessage> sent(MimeMessage message) {
        return Mono.defer(() -> {
            try {
                return messages.sendMime(prepared(message), JakartaMail.of(message, Schedulers.boundedElastic()));
            } catch (MessagingException unreadable) {
                return Mono.error(unreadable);
            }
        });
    }

    /** The domain to send by, once the message has all that it needs. */
    @SuppressWarnings("JavaUtilDate") // Jakarta Mail's dates are of that type.
    private String prepared(MimeMessage message) throws MessagingException {
        if (message.getFrom() == null && from != null) {
            message.setFrom(from);
        }
        String sendingDomain = domain == null ? domainOf(message.getFrom()) : domain;
        if (message.getSentDate() == null) {
            message.setSentDate(new Date());
        }
        String id = message.getMessageID();
        message.saveChanges();
        // Jakarta Mail's own would name this machine.
        message.setHeader("Message-ID", id == null ? "<" + UUID.randomUUID() + "@" + sendingDomain + ">" : id);
        return sendingDomain;
    }

    private static String domainOf(Address @Nullable [] senders) throws MessagingException {
        if (senders != null && senders.length > 0 && senders[0] instanceof InternetAddress sender) {
            String address = sender.getAddress();
            return address.substring(address.lastIndexOf('@') + 1);
        }
        throw new MessagingException("the message must have a sender, or mailgun.mail.domain must be set");
    }

    /** What Spring does about messages before they are sent: encodings, preparators, copies of simple messages. */
    private final class Delegate extends JavaMailSenderImpl {
        Delegate() {
            setDefaultEncoding(StandardCharsets.UTF_8.name());
            Properties session = new Properties();
            // Else Jakarta Mail asks the name service for this machine's name.
            session.setProperty("mail.host", "localhost");
            setJavaMailProperties(session);
        }

        @Override
        protected void doSend(MimeMessage[] mimeMessages, Object @Nullable [] originalMessages) throws MailException {
            Object[] originals = originalMessages == null ? mimeMessages : originalMessages;
            Exception[] failures = new Exception[mimeMessages.length];
            Flux.range(0, mimeMessages.length)
                    .flatMap(
                            i -> MailgunMailSender.this
                                    .sent(mimeMessages[i])
                                    .then()
                                    .onErrorResume(Exception.class, failure -> {
                                        failures[i] = failure;
                                        return Mono.empty();
                                    }),
                            AT_A_TIME)
                    .then()
                    .block();
            throwIfFailed(originals, failures);
        }

        private static void throwIfFailed(Object[] originals, Exception[] failures) {
            Map<Object, Exception> failed = new LinkedHashMap<>();
            int refusedKeys = 0;
            for (int i = 0; i < failures.length; i++) {
                if (failures[i] != null) {
                    failed.put(originals[i], failures[i]);
                    refusedKeys += failures[i] instanceof ErrorStatusException status && status.status() == 401 ? 1 : 0;
                }
            }
            if (refusedKeys > 0 && refusedKeys == failures.length) {
                throw new MailAuthenticationException("Mailgun does not take the API key", failures[0]);
            }
            if (!failed.isEmpty()) {
                throw new MailSendException(failed);
            }
        }
    }
}
