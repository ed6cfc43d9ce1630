package io.github.mailgunreactor.accounts;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * To whom the account's sandbox domain may send: at most five people, who have agreed to it.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-management">Account management</a>
 */
public final class SandboxRecipientsApi {
    private final MailgunClient mailgun;

    public SandboxRecipientsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists the recipients, on one page.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-management/get-v5-sandbox-auth_recipients">GET /v5/sandbox/auth_recipients</a>
     */
    public PagedFlux<SandboxRecipient, SandboxRecipientList> list() {
        return mailgun.list(GET.path("/v5/sandbox/auth_recipients").pages(SandboxRecipientList.class, NextPage.none()));
    }

    /**
     * Adds a recipient, to whom Mailgun writes; until the link in that message was followed the sandbox domain may not send there.
     * A sixth one is an error with status 400. A call that failed is not repeated unless it certainly did not
     * arrive.
     *
     * @param email the address; it stands in the query, and in no log of this library
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-management/post-v5-sandbox-auth_recipients">POST /v5/sandbox/auth_recipients</a>
     */
    public Mono<SandboxRecipientDetails> add(String email) {
        return mailgun.send(POST.path("/v5/sandbox/auth_recipients")
                .query("email", Arguments.requireText("email", email))
                .asJson(SandboxRecipientDetails.class));
    }

    /**
     * Removes a recipient. What is no address is an error with status 400.
     *
     * @param email the address
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-management/delete-v5-sandbox-auth_recipients-email">DELETE /v5/sandbox/auth_recipients/{email}</a>
     */
    public Mono<Confirmation> remove(String email) {
        return mailgun.send(
                DELETE.path("/v5/sandbox/auth_recipients/{email}", email).asJson(Confirmation.class));
    }
}
