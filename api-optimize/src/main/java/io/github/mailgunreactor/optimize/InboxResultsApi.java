package io.github.mailgunreactor.optimize;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.core.MailgunClient;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The results of inbox placement tests: in which folders of mailbox providers a message arrived.
 *
 * @see <a href="https://documentation.mailgun.com/docs/inboxready">Inbox placement</a>
 */
public final class InboxResultsApi {
    private final MailgunClient mailgun;

    public InboxResultsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Gets a result. One that the account does not have is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready">GET /v4/inbox/results/{result}</a>
     */
    public Mono<InboxResultDetails> get(String resultId) {
        return get(resultId, InboxResultFilter.all());
    }

    /**
     * Gets a part of a result. One that the account does not have is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready">GET /v4/inbox/results/{result}</a>
     */
    public Mono<InboxResultDetails> get(String resultId, InboxResultFilter filter) {
        return mailgun.send(
                GET.path("/v4/inbox/results/{result}", resultId).query(filter).asJson(InboxResultDetails.class));
    }
}
