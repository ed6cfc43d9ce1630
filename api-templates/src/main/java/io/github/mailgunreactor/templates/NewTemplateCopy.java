package io.github.mailgunreactor.templates;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** A copy of a template to be made elsewhere. */
public final class NewTemplateCopy extends ParamSet<NewTemplateCopy> {
    private NewTemplateCopy(Params params) {
        super(params, NewTemplateCopy::new);
    }

    /**
     * A copy among the templates of an account.
     *
     * @param accountId the account or subaccount
     * @param name what the copy is called; goes out in lower case, as Mailgun keeps it
     */
    public static NewTemplateCopy of(String accountId, String name) {
        return new NewTemplateCopy(Params.NONE)
                .with("account_id", Arguments.requireText("accountId", accountId))
                .with("name", TemplatesApi.kept(name));
    }

    /** Among the templates of a domain of that account, in place of the account's. */
    public NewTemplateCopy domain(String domain) {
        return with("domain", Arguments.requireText("domain", domain));
    }
}
