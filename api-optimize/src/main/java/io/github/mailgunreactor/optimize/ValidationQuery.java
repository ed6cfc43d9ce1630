package io.github.mailgunreactor.optimize;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Secret;

/** Which address to validate, and how. The address is in no text of this, and masked in errors. */
public final class ValidationQuery extends ParamSet<ValidationQuery> {
    private ValidationQuery(Params params) {
        super(params, ValidationQuery::new);
    }

    /** Validates an address with all that Mailgun can find out. */
    public static ValidationQuery of(String address) {
        return new ValidationQuery(Params.NONE).with("address", Secret.of(Arguments.requireText("address", address)));
    }

    /** Whether to ask the mailbox provider too, which takes longer. Default: yes. */
    public ValidationQuery providerLookup(boolean lookup) {
        return with("provider_lookup", lookup);
    }
}
