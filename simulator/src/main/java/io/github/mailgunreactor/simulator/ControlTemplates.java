package io.github.mailgunreactor.simulator;

import static io.github.mailgunreactor.core.Method.GET;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.messages.TemplateSource;
import io.github.mailgunreactor.simulator.internal.page.SandboxedHtml;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.templates.StoredTemplateSource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What templates would make of variables, over HTTP: nothing is sent, and nothing changes. */
final class ControlTemplates implements Operations {
    private static final String PREVIEW = Control.PREFIX + "/templates/{template}/preview";

    private final Simulator simulator;
    private final StoredTemplateSource templates = new StoredTemplateSource();

    ControlTemplates(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, PREVIEW, this::preview);
        routes.add(GET, PREVIEW + "/html", this::html);
    }

    private SimulatedResponse preview(SimulatedRequest request) {
        TemplateSource.Rendered rendered = rendered(request);
        return SimulatedResponse.ok(JsonObject.of("from", rendered.from())
                .and("subject", rendered.subject())
                .and("reply_to", rendered.replyTo())
                .and("html", rendered.html()));
    }

    private SimulatedResponse html(SimulatedRequest request) {
        String html = Objects.requireNonNullElse(rendered(request).html(), "");
        return SandboxedHtml.of(html, request.baseUrl() + Control.PREFIX + "/templates/files/", Map.of());
    }

    private TemplateSource.Rendered rendered(SimulatedRequest request) {
        Account account = Objects.requireNonNull(simulator.state().account(Control.account(simulator, request)));
        return templates.preview(
                request,
                account,
                request.query().first("domain"),
                request.path("template"),
                request.query().first("version"),
                variables(request.query().first("variables")));
    }

    private static JsonObject variables(@Nullable String json) {
        JsonObject variables = new JsonObject();
        if (json == null || json.isBlank()) {
            return variables;
        }
        if (!(Json.readAny(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> object)) {
            throw new Refusal(400, "variables must be a JSON object");
        }
        object.forEach((name, value) -> variables.put(String.valueOf(name), value));
        return variables;
    }
}
