package io.github.mailgunreactor.webhooks;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.util.List;

/** A webhook for all domains of an account, to be made or put in the place of another. */
public final class NewAccountWebhook extends ParamSet<NewAccountWebhook> {
    private NewAccountWebhook(Params params) {
        super(params, NewAccountWebhook::new);
    }

    /**
     * A webhook with a URL.
     *
     * @param types what it is called for, one or more, each once
     */
    public static NewAccountWebhook of(String url, WebhookType... types) {
        List<WebhookType> wanted = Arguments.requireOneOrMore("types", types);
        if (wanted.stream().distinct().count() != wanted.size()) {
            throw new IllegalArgumentException("types must be different from each other");
        }
        return new NewAccountWebhook(Params.NONE)
                .with("url", Arguments.requireText("url", url))
                .with("event_types", wanted);
    }

    /** What it is for, shown in lists. */
    public NewAccountWebhook description(String description) {
        return with("description", description);
    }
}
