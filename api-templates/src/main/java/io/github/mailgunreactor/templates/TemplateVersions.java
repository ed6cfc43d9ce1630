package io.github.mailgunreactor.templates;

import io.github.mailgunreactor.core.PageBody;
import io.github.mailgunreactor.core.Paging;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the versions of a template.
 *
 * @param template the template, with the versions of the page
 * @param paging the pages around this one
 */
public record TemplateVersions(
        @Nullable OfTemplate template, @Nullable Paging paging) implements PageBody<TemplateVersion> {

    /**
     * A template with the versions of a page.
     *
     * @param name identifies it, in lower case
     * @param description what it is for
     * @param createdAt when it was made
     * @param createdBy who made it, as its maker says
     * @param id identifies it, too
     * @param versions the versions of the page, without their content
     */
    public record OfTemplate(
            String name,
            @Nullable String description,
            @Nullable Instant createdAt,
            @Nullable String createdBy,
            @Nullable String id,
            List<TemplateVersion> versions) {}

    @Override
    public List<TemplateVersion> items() {
        return template == null ? List.of() : template.versions();
    }
}
