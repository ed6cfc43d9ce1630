package io.github.mailgunreactor.simulator.internal.messages;

import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Renders the templates of messages. Found by {@link ServiceLoader}: whoever serves templates provides one. */
public interface TemplateSource {

    /** What a version of a template makes of a message. */
    record Rendered(
            @Nullable String from,
            @Nullable String subject,
            @Nullable String replyTo,
            @Nullable String html) {}

    /**
     * Renders a template.
     *
     * @param version {@code null} for the active one
     * @return {@code null} if there is no such template or version
     */
    @Nullable
    Rendered render(
            SimulatedRequest request,
            SendingDomain domain,
            String name,
            @Nullable String version,
            Map<String, @Nullable Object> variables);

    /** Loads what renders, if it is there: that reads files, which an event loop must not. */
    void prepare();

    /** The one that is there. It reads files, so ask for it where that may take its time. */
    static TemplateSource find() {
        return ServiceLoader.load(TemplateSource.class, TemplateSource.class.getClassLoader())
                .findFirst()
                .orElseThrow();
    }
}
