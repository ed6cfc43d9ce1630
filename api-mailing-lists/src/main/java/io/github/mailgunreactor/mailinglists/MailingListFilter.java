package io.github.mailgunreactor.mailinglists;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** How to go through the mailing lists of the account. */
public final class MailingListFilter extends ParamSet<MailingListFilter> {
    private static final MailingListFilter ALL = new MailingListFilter(Params.NONE).pageSize(100);

    private MailingListFilter(Params params) {
        super(params, MailingListFilter::new);
    }

    /** All lists. */
    public static MailingListFilter all() {
        return ALL;
    }

    /**
     * How many lists one request gets.
     *
     * @param lists 1 to 1000; default 100. Mailgun documents no maximum
     */
    public MailingListFilter pageSize(int lists) {
        return with("limit", Arguments.requireRange("lists", lists, 1, 1000));
    }
}
