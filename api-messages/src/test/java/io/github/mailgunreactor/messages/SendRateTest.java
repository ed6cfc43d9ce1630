package io.github.mailgunreactor.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mailgunreactor.core.Attempt;
import io.github.mailgunreactor.core.Interceptor;
import io.github.mailgunreactor.core.Response;
import io.github.mailgunreactor.core.testing.FakeResponse;
import io.github.mailgunreactor.core.testing.FakeTransport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a rate limiter is told of each send: it counts recipients beside requests. */
class SendRateTest {
    private final List<Integer> recipients = new ArrayList<>();
    private final FakeTransport transport = FakeTransport.answering(
            request -> Mono.just(FakeResponse.json("{\"id\": \"<a@b>\", \"message\": \"Queued.\"}")));
    private final MessagesApi messages = new MessagesApi(transport
            .builder()
            .interceptor(new Interceptor() {
                @Override
                public <T> Mono<Response<T>> intercept(Attempt attempt, Chain<T> chain) {
                    recipients.add(attempt.operation().recipients());
                    return chain.proceed(attempt);
                }
            })
            .build());

    @Test
    void isTheNumberOfRecipientsCopiesIncluded() {
        Message message = Message.of("ada@example.com").text("x");
        messages.send(
                        "example.com",
                        message.to("a@x.org", "b@x.org").cc("c@x.org").bcc("d@x.org"))
                .block();
        messages.sendMime("example.com", MimeMail.of(new byte[1]).to("a@x.org", "b@x.org"))
                .block();
        messages.resend("example.com", "key", List.of(EmailAddress.of("a@x.org")))
                .block();
        messages.sendAll(
                        "example.com",
                        SendJob.of(SendId.of("j")).concurrency(1),
                        message,
                        Flux.range(0, 1200).map(i -> Recipient.of("r" + i + "@x.org")))
                .blockLast();

        assertThat(recipients).containsExactly(4, 2, 1, 1000, 200);
    }
}
