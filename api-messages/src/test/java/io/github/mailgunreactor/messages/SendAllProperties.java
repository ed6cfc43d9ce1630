package io.github.mailgunreactor.messages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SendAllProperties {
    private static final ProofPolicy AT_ONCE =
            ProofPolicy.defaults().recordsWithin(Duration.ofMillis(1)).lookEvery(Duration.ofMillis(1));
    private static final List<SendOutcome> OUTCOMES =
            List.of(SendOutcome.SENT, SendOutcome.NOT_SENT, SendOutcome.UNKNOWN);
    private static final Message NEWS =
            Message.of("ada@example.com").subject("News").text("Dear %recipient.n%");

    @Property(tries = 300)
    void splittingKeepsEachRecipientOnceWithItsVariablesForAnySizes(
            @ForAll @Size(max = 60) List<@IntRange(max = 300) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 7) int most,
            @ForAll @IntRange(min = 1024, max = 2048) int bytes) {
        FakeMailgun mailgun = new FakeMailgun(0, 0);
        List<Recipient> recipients = IntStream.range(0, sizes.size())
                .mapToObj(i ->
                        Recipient.of(EmailAddress.of("r" + i + "@example.org"), Map.of("n", "x".repeat(sizes.get(i)))))
                .toList();
        SendJob job = SendJob.of(SendId.of("j")).recipientsPerRequest(most).bytesPerRequest(bytes);

        List<SendResult<Recipient>> results =
                requireNonNull(new MessagesApi(mailgun.transport().client())
                        .sendAll("example.com", job, NEWS, Flux.fromIterable(recipients))
                        .collectList()
                        .block());

        assertThat(results.stream()
                        .sorted(Comparator.comparingLong(SendResult::first))
                        .flatMap(result -> result.items().stream()))
                .containsExactlyElementsOf(recipients);
        assertThat(mailgun.delivered).hasSameSizeAs(recipients).doesNotHaveDuplicates();
        for (int i = 0; i < sizes.size(); i++) {
            assertThat(mailgun.variables.get("r" + i + "@example.org"))
                    .isEqualTo(Map.of("n", "x".repeat(sizes.get(i))));
        }
        assertThat(results).allSatisfy(result -> assertThat(result.items()).hasSizeBetween(1, most));
    }

    /** Each run is cut off after some results, as a crash does it: what was saved is all that the next one knows. */
    @Property(tries = 150)
    void aJobThatDiesAgainAndAgainSendsEachRecipientOnceAndKnowsIt(
            @ForAll long seed,
            @ForAll @IntRange(max = 120) int recipients,
            @ForAll @IntRange(min = 1, max = 9) int perRequest,
            @ForAll @IntRange(min = 1, max = 4) int concurrency,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 12) Integer> crashes) {
        FakeMailgun mailgun = new FakeMailgun(seed, 30);
        MessagesApi messages = new MessagesApi(mailgun.transport().client());
        AtomicReference<String> store =
                new AtomicReference<>(SendCheckpoint.of(SendId.of("job")).toString());

        for (int results : crashes) {
            run(messages, store, recipients, perRequest, concurrency)
                    .take(results)
                    .blockLast();
        }
        for (int again = 0; again < 60 && confirmed(store) < recipients; again++) {
            run(messages, store, recipients, perRequest, concurrency).blockLast();
        }

        assertThat(confirmed(store)).isEqualTo(recipients);
        assertThat(SendCheckpoint.parse(requireNonNull(store.get())).inDoubt()).isZero();
        assertThat(mailgun.delivered).hasSize(recipients).doesNotHaveDuplicates();
    }

    @Property(tries = 100)
    void oneRunThatProvesWhatIsUnknownNeverSendsTwice(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int messages) {
        FakeMailgun mailgun = new FakeMailgun(seed, 50);
        SendJob job =
                SendJob.of(SendId.of("job")).proof(AT_ONCE).provingUnknown().concurrency(1);
        Flux<Message> all = Flux.range(0, messages).map(i -> NEWS.to("r" + i + "@example.org"));

        List<SendResult<Message>> results =
                requireNonNull(new MessagesApi(mailgun.transport().client())
                        .sendAll("example.com", job, all)
                        .collectList()
                        .block());

        assertThat(results).hasSize(messages);
        assertThat(mailgun.delivered).doesNotHaveDuplicates();
        List<Long> sent = new ArrayList<>();
        results.forEach(result -> {
            if (result.sent()) {
                sent.add(result.first());
                assertThat(mailgun.delivered).contains("r" + result.first() + "@example.org");
            } else if (result.outcome() == SendOutcome.NOT_SENT) {
                assertThat(mailgun.delivered).doesNotContain("r" + result.first() + "@example.org");
            }
        });
        assertThat(sent).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void aCheckpointIsReadBackAsItWasWritten(
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 9) Integer> sizes, @ForAll long seed) {
        SendProgress progress = new SendProgress(SendCheckpoint.of(SendId.of("job-1")));
        java.util.Random random = new java.util.Random(seed);
        long[] first = {0};
        for (int size : sizes) {
            SendPart<Long> part =
                    new SendPart<>(first[0], LongStream.range(0, size).boxed().toList(), random.nextLong(), false);
            first[0] += size;
            progress.begin(part);
            progress.end(part, OUTCOMES.get(random.nextInt(3)));
        }

        SendCheckpoint checkpoint = progress.checkpoint();

        assertThat(SendCheckpoint.parse(checkpoint.toString())).isEqualTo(checkpoint);
        assertThat(checkpoint.confirmed() + checkpoint.inDoubt()).isLessThanOrEqualTo(first[0]);
    }

    private static long confirmed(AtomicReference<String> store) {
        return SendCheckpoint.parse(requireNonNull(store.get())).confirmed();
    }

    private static Flux<SendResult<Recipient>> run(
            MessagesApi messages, AtomicReference<String> store, int recipients, int perRequest, int concurrency) {
        SendJob job = SendJob.of(SendCheckpoint.parse(requireNonNull(store.get())))
                .recipientsPerRequest(perRequest)
                .concurrency(concurrency)
                .proof(AT_ONCE)
                .saving(checkpoint -> Mono.fromRunnable(() -> store.set(checkpoint.toString())));
        return messages.sendAll(
                "example.com",
                job,
                NEWS,
                Flux.range(0, recipients)
                        .map(i -> Recipient.of(EmailAddress.of("r" + i + "@example.org"), Map.of("n", i))));
    }
}
