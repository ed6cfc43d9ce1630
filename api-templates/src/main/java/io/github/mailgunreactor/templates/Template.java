package io.github.mailgunreactor.templates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template as Mailgun keeps it.
 *
 * @param name identifies it, in lower case
 * @param description what it is for
 * @param createdAt when it was made
 * @param createdBy who made it, as its maker says
 * @param id identifies it, too; messages can be made with it in place of the name
 * @param version the version that was asked for or done something with
 */
public record Template(
        String name,
        @Nullable String description,
        @Nullable Instant createdAt,
        @Nullable String createdBy,
        @Nullable String id,
        @Nullable TemplateVersion version) {}
