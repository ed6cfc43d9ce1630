package io.github.mailgunreactor.templates;

import io.github.mailgunreactor.core.Params;

/**
 * What is to become of a version of a template; what is not set stays as it is. Sender, subject and reply address are one
 * thing to Mailgun: who sets one of them sets all that there shall be.
 */
public final class TemplateVersionChange extends VersionParams<TemplateVersionChange> {
    private static final TemplateVersionChange NONE = new TemplateVersionChange(Params.NONE);

    private TemplateVersionChange(Params params) {
        super(params, TemplateVersionChange::new);
    }

    /** Nothing, until methods say what changes. */
    public static TemplateVersionChange none() {
        return NONE;
    }

    /** HTML with Handlebars, at most 100 KB. */
    public TemplateVersionChange content(String content) {
        return with("template", content);
    }
}
