package io.github.mailgunreactor.templates;

import org.jspecify.annotations.Nullable;

/**
 * One template, and what was done with it.
 *
 * @param message Mailgun's words, where something was changed
 * @param template the template; of a changed or deleted one, its name
 */
public record TemplateDetails(
        @Nullable String message, @Nullable Template template) {

    /** The version that was asked for or done something with; {@code null} where there is none. */
    public @Nullable TemplateVersion version() {
        return template == null ? null : template.version();
    }
}
