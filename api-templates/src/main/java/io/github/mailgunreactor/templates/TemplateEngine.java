package io.github.mailgunreactor.templates;

import io.github.mailgunreactor.core.OpenValue;

/**
 * What renders a template.
 *
 * @param value the engine as Mailgun names it
 */
public record TemplateEngine(String value) implements OpenValue {
    /** Handlebars, in Mailgun's dialect. */
    public static final TemplateEngine HANDLEBARS = new TemplateEngine("handlebars");
}
