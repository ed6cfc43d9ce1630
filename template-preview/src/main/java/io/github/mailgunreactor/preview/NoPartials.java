package io.github.mailgunreactor.preview;

import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;

/** Finds no template by name: Mailgun has no partials, and a file is none of a template's business. */
final class NoPartials extends AbstractTemplateLoader {

    @Override
    public TemplateSource sourceAt(String name) {
        throw new TemplatePreviewException("partials are not known");
    }
}
