package io.github.mailgunreactor.templates;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Params;

/** A version of a template to be made. */
public final class NewTemplateVersion extends VersionParams<NewTemplateVersion> {
    private NewTemplateVersion(Params params) {
        super(params, NewTemplateVersion::new);
    }

    /**
     * A version with its content.
     *
     * @param tag identifies it within its template
     * @param content HTML with Handlebars, at most 100 KB
     */
    public static NewTemplateVersion of(String tag, String content) {
        return new NewTemplateVersion(Params.NONE)
                .with("tag", Arguments.requireText("tag", tag))
                .with("template", content);
    }
}
