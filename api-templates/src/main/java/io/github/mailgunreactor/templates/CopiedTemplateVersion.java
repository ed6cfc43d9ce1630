package io.github.mailgunreactor.templates;

import org.jspecify.annotations.Nullable;

/**
 * A version that was made from another one.
 *
 * @param message Mailgun's words
 * @param version the new version
 * @param template the same under its former name, where Mailgun still gives it
 */
public record CopiedTemplateVersion(
        @Nullable String message,
        @Nullable TemplateVersion version,
        @Nullable TemplateVersion template) {}
