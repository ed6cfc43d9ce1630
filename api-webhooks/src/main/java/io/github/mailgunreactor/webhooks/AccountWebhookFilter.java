package io.github.mailgunreactor.webhooks;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Which webhooks of an account to list. */
public final class AccountWebhookFilter extends ParamSet<AccountWebhookFilter> {
    private static final AccountWebhookFilter ALL = new AccountWebhookFilter(Params.NONE);

    private AccountWebhookFilter(Params params) {
        super(params, AccountWebhookFilter::new);
    }

    /** Every webhook. */
    public static AccountWebhookFilter all() {
        return ALL;
    }

    /** Only these; an id that is not there is passed over. */
    public AccountWebhookFilter ids(String... ids) {
        return with("webhook_ids", CommaList.of("ids", Arguments.requireOneOrMore("ids", ids)));
    }
}
