package io.github.mailgunreactor.accounts;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;

/** Features of a subaccount to be changed; what is not set stays as it is. */
public final class SubaccountFeatureChange extends ParamSet<SubaccountFeatureChange> {
    private static final SubaccountFeatureChange NONE = new SubaccountFeatureChange(Params.NONE);

    private SubaccountFeatureChange(Params params) {
        super(params, SubaccountFeatureChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static SubaccountFeatureChange none() {
        return NONE;
    }

    /** Whether it may send messages. */
    public SubaccountFeatureChange sending(boolean on) {
        return feature("sending", on);
    }

    /** Whether it may validate single addresses. */
    public SubaccountFeatureChange validations(boolean on) {
        return feature("validations", on);
    }

    /** Whether it may validate lists of addresses. */
    public SubaccountFeatureChange bulkValidations(boolean on) {
        return feature("validations_bulk", on);
    }

    /** Whether it may see previews of messages. */
    public SubaccountFeatureChange emailPreview(boolean on) {
        return feature("email_preview", on);
    }

    /** Whether it may test in which folder messages arrive. */
    public SubaccountFeatureChange inboxPlacement(boolean on) {
        return feature("inbox_placement", on);
    }

    private SubaccountFeatureChange feature(String name, boolean on) {
        return copy(params().with(name, Params.NONE.with("enabled", on)));
    }
}
