package io.github.mailgunreactor.templates;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template. Listings leave its content out.
 *
 * @param tag identifies it within its template
 * @param template the content
 * @param engine what renders it
 * @param mjml what Mailgun's editor made the content from
 * @param createdAt when it was made
 * @param comment what is said of it
 * @param active whether messages that name no version are made of it
 * @param id identifies it, too
 * @param headers what messages have where they do not say it themselves: {@code From}, {@code Subject}, {@code Reply-To}
 */
public record TemplateVersion(
        String tag,
        @Nullable String template,
        @Nullable TemplateEngine engine,
        @Nullable String mjml,
        @Nullable Instant createdAt,
        @Nullable String comment,
        @Nullable Boolean active,
        @Nullable String id,
        Map<String, String> headers) {

    /** The tag. */
    @Override
    public String toString() {
        return "TemplateVersion[" + tag + "]";
    }
}
