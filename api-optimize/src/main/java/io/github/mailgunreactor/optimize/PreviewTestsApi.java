package io.github.mailgunreactor.optimize;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.ResponseType;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * How messages look in mail programs.
 *
 * @see <a href="https://documentation.mailgun.com/docs/inboxready">Email preview</a>
 */
public final class PreviewTestsApi {
    private final MailgunClient mailgun;

    public PreviewTestsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Gets how the message of a preview test looks, by mail program. A program whose preview is not ready has a result that says
     * nothing. A test that the account does not have is an error with status 400 or 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/inboxready">GET /v1/preview/tests/{test_id}/results</a>
     */
    public Mono<Map<String, PreviewResult>> getResults(String testId) {
        return mailgun.send(
                GET.path("/v1/preview/tests/{test_id}/results", testId).readAs(ResponseType.map(PreviewResult.class)));
    }
}
