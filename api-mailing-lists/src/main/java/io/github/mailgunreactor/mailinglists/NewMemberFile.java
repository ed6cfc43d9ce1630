package io.github.mailgunreactor.mailinglists;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import io.github.mailgunreactor.core.Part;

/** A CSV file of members to be added to a mailing list. */
public final class NewMemberFile extends ParamSet<NewMemberFile> {
    private NewMemberFile(Params params) {
        super(params, NewMemberFile::new);
    }

    /**
     * A file whose members that are on the list already stay as they are.
     *
     * @param file has a header line with the columns {@code address}, {@code name}, {@code vars} (JSON) and {@code subscribed}; the
     *     last three may be missing. Mailgun documents limits of 1000 members and 5 MB
     */
    public static NewMemberFile of(Part file) {
        return new NewMemberFile(Params.NONE).with("members", file);
    }

    /** Whether members get what is sent to the list, where the file does not say. Default: true. */
    public NewMemberFile subscribed(boolean subscribed) {
        return with("subscribed", subscribed);
    }

    /** What becomes of members that are on the list already. Default: {@link OnPresentMember#KEEP}. */
    public NewMemberFile present(OnPresentMember present) {
        return with("upsert", present.upsert());
    }
}
