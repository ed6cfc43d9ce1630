package io.github.mailgunreactor.simulator.internal.templates;

import io.github.mailgunreactor.preview.TemplatePreview;
import io.github.mailgunreactor.preview.TemplatePreviewException;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.messages.TemplateSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a version makes of variables. Alone in seeing the renderer, which need not be on the class path. */
final class VersionRendering {
    private VersionRendering() {}

    static TemplateSource.Rendered of(StoredVersion version, Map<String, @Nullable Object> variables) {
        try {
            return new TemplateSource.Rendered(
                    header(version, "From", variables),
                    header(version, "Subject", variables),
                    header(version, "Reply-To", variables),
                    TemplatePreview.of(version.content()).render(variables));
        } catch (TemplatePreviewException wrong) {
            throw new Refusal(400, "template cannot be rendered: " + wrong.getMessage());
        }
    }

    private static @Nullable String header(
            StoredVersion version, String name, Map<String, @Nullable Object> variables) {
        for (Map.Entry<String, String> header : version.headers().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return TemplatePreview.of(header.getValue()).renderUnescaped(variables);
            }
        }
        return null;
    }
}
