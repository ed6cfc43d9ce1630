package io.github.mailgunreactor.accounts;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Features of the account to be changed; what is not set stays as it is. */
public final class AccountFeatureChange extends ParamSet<AccountFeatureChange> {
    private static final AccountFeatureChange NONE = new AccountFeatureChange(Params.NONE);

    private AccountFeatureChange(Params params) {
        super(params, AccountFeatureChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static AccountFeatureChange none() {
        return NONE;
    }

    /** Whether webhooks leave out personal data. */
    public AccountFeatureChange redactWebhooks(boolean on) {
        return feature("webhooks_redact_pii", on);
    }

    /** Whether there is what Mailgun calls AI insights. */
    public AccountFeatureChange aiInsights(boolean on) {
        return feature("ai_insights", on);
    }

    private AccountFeatureChange feature(String name, boolean on) {
        return copy(params().with(name, Params.NONE.with("enabled", on)));
    }
}
