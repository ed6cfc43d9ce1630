package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A template that Mailgun keeps, and what to fill it with. Immutable: every method returns a changed copy.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-templates">Templates</a>
 */
public final class TemplateContent {
    private final String name;
    private final Params options;
    private int bytes = -1;

    private TemplateContent(String name, Params options) {
        this.name = name;
        this.options = options;
    }

    /** The active version of a template, by its name. */
    public static TemplateContent of(String template) {
        return new TemplateContent(Arguments.requireText("template", template), Params.NONE);
    }

    /** A version, by its tag, in place of the active one. */
    public TemplateContent version(String tag) {
        return with("t:version", Arguments.requireText("version", tag));
    }

    /** Has Mailgun make a text part from the template, beside the HTML part. */
    public TemplateContent plainText() {
        return with("t:text", "yes");
    }

    /**
     * What stands for the template's variables: texts, numbers, booleans, and maps and lists of these. They travel as one JSON
     * object, win over variables of the message with the same names, and show neither in events nor in the delivered
     * message.
     */
    public TemplateContent variables(Map<String, ?> variables) {
        return with("t:variables", FieldText.json("variables", variables));
    }

    private TemplateContent with(String option, String value) {
        return new TemplateContent(name, options.with(option, value));
    }

    String name() {
        return name;
    }

    Params options() {
        return options;
    }

    /** What counts for Mailgun's limit. Two threads that count at the same time come to the same. */
    int bytes() {
        if (bytes < 0) {
            bytes = FieldText.bytes(options);
        }
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TemplateContent that && name.equals(that.name) && options.equals(that.options);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, options);
    }

    /** The template's name. */
    @Override
    public String toString() {
        return "TemplateContent[" + name + "]";
    }
}
