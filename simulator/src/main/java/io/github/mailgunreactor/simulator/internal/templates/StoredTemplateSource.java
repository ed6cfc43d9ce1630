package io.github.mailgunreactor.simulator.internal.templates;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.messages.TemplateSource;
import io.github.mailgunreactor.simulator.internal.state.Account;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Renders what is kept here: templates of the domain, of its account and, for a subaccount, of the account above. */
public final class StoredTemplateSource implements TemplateSource {
    private static final String RENDERER = "io.github.mailgunreactor.preview.TemplatePreview";

    /** What renders, loaded once, if it is there. */
    private static final class Renderer {
        private static final Boolean IS_THERE = isThere();

        private static boolean isThere() {
            try {
                Class.forName(RENDERER);
                return true;
            } catch (ClassNotFoundException | LinkageError absent) {
                return false;
            }
        }
    }

    @Override
    public void prepare() {
        Objects.requireNonNull(Renderer.IS_THERE);
    }

    @Override
    public @Nullable Rendered render(
            SimulatedRequest request,
            SendingDomain domain,
            String name,
            @Nullable String version,
            Map<String, @Nullable Object> variables) {
        StoredTemplate template = find(request, domain, name);
        StoredVersion found = template == null ? null : template.find(version);
        return found == null ? null : rendered(found, variables);
    }

    /**
     * Renders a template of exactly this owner for somebody who looks at it.
     *
     * @param domain {@code null} for a template of the account
     * @param version {@code null} for the active one
     */
    public Rendered preview(
            SimulatedRequest request,
            Account account,
            @Nullable String domain,
            String name,
            @Nullable String version,
            Map<String, @Nullable Object> variables) {
        TemplateShelf shelf = domain == null
                ? TemplateShelf.of(account, request.region())
                : TemplateShelf.of(DomainRegistry.of(request.state()).require(account.id(), request.region(), domain));
        StoredVersion found =
                Refusal.requireNonNull(shelf.require(name).find(version), 404, "the template has no such version");
        return rendered(found, variables);
    }

    private Rendered rendered(StoredVersion version, Map<String, @Nullable Object> variables) {
        Refusal.where(
                !Renderer.IS_THERE,
                400,
                "the simulator renders templates with mailgun-reactor-template-preview: add it");
        return VersionRendering.of(version, variables);
    }

    private static @Nullable StoredTemplate find(SimulatedRequest request, SendingDomain domain, String name) {
        StoredTemplate template = TemplateShelf.of(domain).find(name);
        Account owner = request.state().account(domain.account());
        while (template == null && owner != null) {
            template = TemplateShelf.of(owner, domain.region()).find(name);
            owner = owner.parent() == null ? null : request.state().account(owner.parent());
        }
        return template;
    }
}
