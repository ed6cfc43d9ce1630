package io.github.mailgunreactor.templates;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.util.function.Function;

/**
 * What a version of a template can have besides its content, whether it is made or changed.
 *
 * @param <S> the parameters that have it
 */
public abstract sealed class VersionParams<S extends VersionParams<S>> extends ParamSet<S>
        permits NewTemplateVersion, TemplateVersionChange {
    static final String HEADERS = "headers";

    VersionParams(Params params, Function<Params, S> kind) {
        super(params, kind);
    }

    /** What is said of the version. */
    public S comment(String comment) {
        return with("comment", comment);
    }

    /** Makes it the version that messages are made of which name none. */
    public S active() {
        return with("active", "yes");
    }

    /** The sender of messages that name none; may have the template's variables. */
    public S from(String from) {
        return header("From", from);
    }

    /** The subject of messages that have none; may have the template's variables. */
    public S subject(String subject) {
        return header("Subject", subject);
    }

    /** Where replies go to, if the message does not say; may have the template's variables. */
    public S replyTo(String replyTo) {
        return header("Reply-To", replyTo);
    }

    private S header(String name, String value) {
        Params headers = params().first(HEADERS) instanceof Params before ? before : Params.NONE;
        return copy(params().with(HEADERS, headers.with(name, Arguments.requireText(name, value))));
    }
}
