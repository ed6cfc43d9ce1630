package io.github.mailgunreactor.messages;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.Operation;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Response;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sending, and what Mailgun keeps of messages that were sent.
 *
 * <pre>{@code
 * new MessagesApi(mailgun).send("example.com", Message.of("ada@example.com")
 *         .to("bob@example.org")
 *         .subject("The engine")
 *         .text("It weaves algebraical patterns."))
 * }</pre>
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages">Messages</a>
 */
public final class MessagesApi {
    private static final SendCutter.Measure<Recipient> RECIPIENTS = new SendCutter.Measure<>() {
        @Override
        public String key(Recipient recipient) {
            return recipient.key();
        }

        @Override
        public long bytes(Recipient recipient) {
            return recipient.bytes();
        }
    };

    private static final SendCutter.Measure<Message> MESSAGES = new SendCutter.Measure<>() {
        @Override
        public String key(Message message) {
            return message.key();
        }

        @Override
        public long bytes(Message message) {
            return 0;
        }
    };

    private static final String STORED = "/v3/domains/{domain}/messages/{storage_key}";
    private static final String MIME = "message/rfc2822";

    private final MailgunClient mailgun;
    private final MessageLogs logs;

    public MessagesApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
        this.logs = new MessageLogs(mailgun);
        SendId.prepare();
    }

    /**
     * Sends a message. Mailgun knows no idempotency key, so a send that may have arrived is never repeated by itself: it fails
     * with an exception that tells so ({@link io.github.mailgunreactor.core.NoResponseException#requestSent}, or a status of
     * 500 and above), and the message's {@link Message#sendId(SendId)} finds out what became of it. One that certainly did not
     * arrive, and one that Mailgun refused for its rate (429), is repeated as the client's policy says.
     *
     * <p>A message without an id gets a random one, the same for all subscriptions; the result has it.
     *
     * <p>It always has a deadline: the client's timeout, or 10 minutes where files come from disk or a publisher.
     *
     * <p>Errors: 400 for what Mailgun does not take; 401 for the key; 403 where the domain or account may not send, or not to
     * these recipients; 404 where the domain is not in the region; 429, or 420, beyond a rate.
     *
     * @param domain the sending domain
     * @throws IllegalArgumentException if there is no recipient, no content or no sender, or more than 1000 recipients, 16 KB of
     *     options or 25 MB; a file on disk is counted when it is sent
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages/post-v3--domain-name--messages">POST /v3/{domain_name}/messages</a>
     */
    public Mono<SentMessage> send(String domain, Message message) {
        Message named = message.orRandomId();
        return send(POST.path("/v3/{domain}/messages", domain), SendForm.of(named), named.sendId());
    }

    /**
     * Sends each recipient of a batch a copy of their own, with one request. What {@link #send(String, Message)} says of
     * repeating, ids, deadlines and errors holds here too; Mailgun takes all recipients or none.
     *
     * @param domain the sending domain
     * @throws IllegalArgumentException if an address is there twice, there is no content or no sender, or more than 16 KB of
     *     options or 25 MB
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages/post-v3--domain-name--messages">POST /v3/{domain_name}/messages</a>
     */
    public Mono<SentMessage> send(String domain, Batch batch) {
        Batch named = batch.orRandomId();
        return send(
                POST.path("/v3/{domain}/messages", domain),
                named.form(),
                named.message().sendId());
    }

    /**
     * Sends a message that is MIME already, to the recipients that it is given and no other. What {@link #send(String, Message)} says of
     * repeating, ids, deadlines and errors holds here too.
     *
     * @param domain the sending domain
     * @throws IllegalArgumentException if there are no or more than 1000 recipients, or more than 16 KB of options or 25 MB
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages/post-v3--domain-name--messages-mime">POST /v3/{domain_name}/messages.mime</a>
     */
    public Mono<SentMessage> sendMime(String domain, MimeMail mail) {
        MimeMail named = mail.orRandomId();
        return send(POST.path("/v3/{domain}/messages.mime", domain), SendForm.of(named), named.sendId());
    }

    /**
     * Sends any number of recipients a copy each of a message, with as few requests as it takes: as batches, each cut where it would
     * have too many recipients or bytes, or an address twice. There is a result for each request, in the order in which they
     * end. One that failed is a result too and stops no other, unless the job says so. What {@link #send(String, Message)} says of
     * repeating holds for each of them.
     *
     * <p>Only an error of the publisher, or of what keeps the job's checkpoints, is an error of the result: it comes after the
     * results of what was under way, and what the publisher had emitted beyond the last full request is not sent.
     *
     * <p>A slow subscriber slows the sending, and that the publisher. With a {@link io.github.mailgunreactor.core.ratelimit.RateLimiter} the
     * client waits for its rates.
     *
     * @param domain the sending domain
     * @param message without recipients
     * @param recipients whom to send to; subscribed to with each subscription
     * @throws IllegalArgumentException if the message has recipients, no content or no sender, or more than 16 KB of options or
     *     25 MB
     */
    public Flux<SendResult<Recipient>> sendAll(
            String domain, SendJob job, Message message, Publisher<Recipient> recipients) {
        Objects.requireNonNull(recipients, "recipients");
        Operation operation = POST.path("/v3/{domain}/messages", domain);
        Message checked = Batch.requireNoRecipients(message);
        SendForm.of(checked.sendId(job.from.job().part(Long.MAX_VALUE)), Params.NONE, 0);
        return Flux.defer(() -> new SendRun<>(
                        job,
                        new SendCutter<>(RECIPIENTS, job.limits.recipients(), job.limits.bytes(), job.from),
                        (part, id) -> send(
                                operation,
                                Batch.of(checked.sendId(id), part.items()).form(),
                                id),
                        prover(domain, job))
                .results(recipients));
    }

    /**
     * Sends any number of messages, each with a request of its own and an id of the job in place of its own. What
     * {@link #sendAll(String, SendJob, Message, Publisher)} says holds here too.
     *
     * @param domain the sending domain
     * @param messages what to send; subscribed to with each subscription. A message that {@link #send(String, Message)} would
     *     refuse is a result that was not sent
     */
    public Flux<SendResult<Message>> sendAll(String domain, SendJob job, Publisher<Message> messages) {
        Objects.requireNonNull(messages, "messages");
        Operation operation = POST.path("/v3/{domain}/messages", domain);
        return Flux.defer(() -> new SendRun<>(
                        job,
                        new SendCutter<>(MESSAGES, 1, Long.MAX_VALUE, job.from),
                        (part, id) ->
                                send(operation, SendForm.of(part.items().get(0).sendId(id)), id),
                        prover(domain, job))
                .results(messages));
    }

    /** A request may have arrived at any time since the job began; its record is waited for from now on. */
    private Function<SendId, Mono<SendProof>> prover(String domain, SendJob job) {
        return id -> Mono.defer(() -> logs.prove(domain, id, job.from.began(), MessageLogs.now(), job.proof));
    }

    /**
     * Lists what Mailgun's logs have of a send by now: its {@code accepted} event, and what became of it since. Nothing means no
     * more than that nothing has shown up yet; {@link #prove} waits until it would have.
     *
     * @param domain the sending domain
     * @param since the time of sending, or a time before it; logs are kept for some days, by plan
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/logs/post-v1-analytics-logs">POST /v1/analytics/logs</a>
     */
    public Flux<SendRecord> find(String domain, SendId id, Instant since) {
        return logs.find(domain, id, since);
    }

    /**
     * Finds out whether Mailgun has a send whose response never came: gives the proof at once where there is a record of it, and looks
     * again until records would have shown up where there is none, half an hour by Mailgun's manual. Only then it says that
     * the send did not arrive, and that it may be sent again.
     *
     * <p>It reads logs, so its calls are repeated, and a failure that may pass does not end it before its time.
     *
     * @param domain the sending domain
     * @param attemptedAt when it failed: from then on records are waited for
     */
    public Mono<SendProof> prove(String domain, SendId id, Instant attemptedAt, ProofPolicy policy) {
        return logs.prove(domain, id, attemptedAt, policy);
    }

    private Mono<SentMessage> send(Operation operation, SendForm form, @Nullable SendId id) {
        Mono<SentMessage> sent =
                mailgun.send(form.on(operation).asJson(SentMessage.class)).map(confirmed -> confirmed.sentAs(id));
        return form.inMemory()
                ? sent
                : Mono.defer(() -> {
                    form.requireFilesFit();
                    return sent;
                });
    }

    /**
     * Gets a message that Mailgun keeps, taken apart. It is kept as long as the domain says: up to 7 days, 3 by default. One that
     * is kept no longer is an error with status 404, a key that is none one with status 400.
     *
     * @param storageKey the key that events and logs of the message have
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages/get-v3-domains--domain-name--messages--storage-key-">GET /v3/domains/{domain_name}/messages/{storage_key}</a>
     */
    public Mono<StoredMessage> getStored(String domain, String storageKey) {
        return mailgun.send(GET.path("/v3/domains/{domain}/messages/{storage_key}", domain, storageKey)
                .asJson(StoredMessage.class));
    }

    /**
     * Gets a message that Mailgun keeps from where it keeps it, as some hosts want it.
     *
     * @param storageUrl as an event or log of the message has it. Only https URLs of Mailgun's hosts, and such of the client's own
     *     region, are asked: the API key goes with it
     * @throws IllegalArgumentException if the key must not go there
     */
    public Mono<StoredMessage> getStored(String storageUrl) {
        return mailgun.send(GET.url(STORED, storageUrl).asJson(StoredMessage.class));
    }

    /**
     * Gets the MIME of a message that Mailgun keeps. It comes as a text in memory. Errors are those of
     * {@link #getStored(String, String)}.
     *
     * @param storageKey the key that events and logs of the message have
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/view-stored-messages">Stored messages</a>
     */
    public Mono<StoredMime> getStoredMime(String domain, String storageKey) {
        return mailgun.send(GET.path("/v3/domains/{domain}/messages/{storage_key}", domain, storageKey)
                .header("Accept", MIME)
                .asJson(StoredMime.class));
    }

    /**
     * Gets the MIME of a message from where Mailgun keeps it.
     *
     * @param storageUrl as {@link #getStored(String)} takes it
     */
    public Mono<StoredMime> getStoredMime(String storageUrl) {
        return mailgun.send(GET.url(STORED, storageUrl).header("Accept", MIME).asJson(StoredMime.class));
    }

    /**
     * Passes on a file that was attached to a message that Mailgun keeps, as it arrives, whatever its size. A failure after its first
     * bytes is not repeated.
     *
     * @param attachmentUrl as {@link StoredMessage.Attachment#url()} has it; for its host holds what {@link #getStored(String)}
     *     says
     */
    public Flux<ByteBuffer> downloadAttachment(String attachmentUrl) {
        return mailgun.download(GET.url(STORED + "/attachments/{index}", attachmentUrl))
                .flatMapMany(Response::value);
    }

    /**
     * Sends a message again from where Mailgun keeps it.
     *
     * @param storageUrl as {@link #getStored(String)} takes it
     * @param recipients 1 to 1000
     */
    public Mono<SentMessage> resend(String storageUrl, Collection<EmailAddress> recipients) {
        return mailgun.send(POST.url(STORED, storageUrl)
                .recipients(recipients.size())
                .multipart(Params.NONE.with("to", SendForm.commaList(recipients)))
                .asJson(SentMessage.class));
    }

    /**
     * Sends a message again that Mailgun keeps, to recipients of the caller's choice. It is not repeated unless it certainly did
     * not arrive.
     *
     * @param storageKey the key that events and logs of the message have
     * @param recipients 1 to 1000
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages/post-v3-domains--domain-name--messages--storage-key-">POST /v3/domains/{domain_name}/messages/{storage_key}</a>
     */
    public Mono<SentMessage> resend(String domain, String storageKey, Collection<EmailAddress> recipients) {
        return mailgun.send(POST.path("/v3/domains/{domain}/messages/{storage_key}", domain, storageKey)
                .recipients(recipients.size())
                .multipart(Params.NONE.with("to", SendForm.commaList(recipients)))
                .asJson(SentMessage.class));
    }

    /**
     * Tells whether the domain's queues take messages. A domain that is not in the region is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages/get-v3-domains--name--sending-queues">GET /v3/domains/{name}/sending_queues</a>
     */
    public Mono<SendingQueues> getQueues(String domain) {
        return mailgun.send(
                GET.path("/v3/domains/{domain}/sending_queues", domain).asJson(SendingQueues.class));
    }

    /**
     * Deletes every message of the domain that a storage host keeps and that is not delivered yet, scheduled ones too, for good.
     * A domain that is not in the region is an error with status 404.
     *
     * @param host the host that the messages' storage URLs name; messages on other hosts stay
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages/delete-v3--domain-name--envelopes">DELETE /v3/{domain_name}/envelopes</a>
     */
    public Mono<Confirmation> deleteAllUndelivered(String domain, StorageHost host) {
        return mailgun.inRegion(host.region())
                .send(DELETE.path("/v3/{domain}/envelopes", domain).asJson(Confirmation.class));
    }
}
