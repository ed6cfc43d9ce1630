package io.github.mailgunreactor.analytics.tags;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Params;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The tags of an account. Mailgun makes a tag when a message first has it.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags-new">Tags</a>
 */
public final class TagsApi {
    private final MailgunClient mailgun;

    public TagsApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists tags. A filter that Mailgun cannot follow is an error with status 400. A failed call is repeated: it only reads.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags-new/post-v1-analytics-tags">POST /v1/analytics/tags</a>
     */
    public PagedFlux<Tag, TagPage> list(TagFilter filter) {
        return mailgun.list(
                POST.path("/v1/analytics/tags").json(filter).readOnly().pages(TagPage.class, NextPage.bodySkip()));
    }

    /**
     * Says what a tag is for. A tag that does not exist is an error with status 400. A failed call is repeated.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags-new/put-v1-analytics-tags">PUT /v1/analytics/tags</a>
     */
    public Mono<Confirmation> changeDescription(String tag, String description) {
        return mailgun.send(PUT.path("/v1/analytics/tags")
                .json(Params.NONE.with("tag", Arguments.requireText("tag", tag)).with("description", description))
                .asJson(Confirmation.class));
    }

    /**
     * Deletes a tag. The next message that has it makes it anew. A failed call is repeated. What is no tag is an error with status
     * 400.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags-new/delete-v1-analytics-tags">DELETE /v1/analytics/tags</a>
     */
    public Mono<Confirmation> delete(String tag) {
        return mailgun.send(DELETE.path("/v1/analytics/tags")
                .json(Params.NONE.with("tag", Arguments.requireText("tag", tag)))
                .asJson(Confirmation.class));
    }

    /**
     * Tells how many tags the account has, and how many it may have.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/tags-new/get-v1-analytics-tags-limits">GET /v1/analytics/tags/limits</a>
     */
    public Mono<TagLimits> getLimits() {
        return mailgun.send(GET.path("/v1/analytics/tags/limits").asJson(TagLimits.class));
    }
}
