package io.github.mailgunreactor.accounts;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The users of the account: people who log in to Mailgun's control panel. They are made and changed there.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/users">Users</a>
 */
public final class UsersApi {
    private final MailgunClient mailgun;

    public UsersApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all users.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/users/get-v5-users">GET /v5/users</a>
     */
    public PagedFlux<User, UserList> list() {
        return list(UserFilter.all());
    }

    /**
     * Lists users of a role.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/users/get-v5-users">GET /v5/users</a>
     */
    public PagedFlux<User, UserList> list(UserFilter filter) {
        return mailgun.list(GET.path("/v5/users").query(filter).pages(UserList.class, NextPage.skip()));
    }

    /**
     * Gets a user. One that the account does not have is an error with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/users/get-v5-users-user_id">GET /v5/users/{user_id}</a>
     */
    public Mono<User> get(String userId) {
        return mailgun.send(GET.path("/v5/users/{user_id}", userId).asJson(User.class));
    }

    /**
     * Gets the user of the client's key. A key without a user, as all are but those of kind {@code web} and those made for one, is
     * an error with status 403.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/users/get-v5-users-me">GET /v5/users/me</a>
     */
    public Mono<User> getOwn() {
        return mailgun.send(GET.path("/v5/users/me").asJson(User.class));
    }
}
