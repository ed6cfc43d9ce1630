package io.github.mailgunreactor.webhooks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form: a message that a route forwarded or stored ({@link #inboundMessage}), or an event of the old webhooks, whose name is the field
 * {@code event}.
 */
public final class FormDelivery extends WebhookDelivery {
    private final FormContent content;

    FormDelivery(Proof proof, FormContent content) {
        super(proof);
        this.content = content;
    }

    /** The values of each field, in their order. */
    public Map<String, List<String>> fields() {
        return content.fields();
    }

    /** The first value of a field, or {@code null}. */
    public @Nullable String field(String name) {
        return content.first(name);
    }

    /** The files, in their order. */
    public List<ReceivedFile> files() {
        return content.files();
    }

    /** The message that a route forwarded or stored, or {@code null} where this is none. */
    public @Nullable InboundMessage inboundMessage() {
        boolean isMessage = field("recipient") != null
                && field("event") == null
                && (field("message-headers") != null || field("body-mime") != null || field("body-plain") != null);
        return isMessage ? new InboundMessage(content) : null;
    }

    /** The names of the fields: their values are mail. */
    @Override
    public String toString() {
        return "FormDelivery" + content.fields().keySet();
    }
}
