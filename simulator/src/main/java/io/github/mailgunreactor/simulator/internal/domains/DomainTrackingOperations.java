package io.github.mailgunreactor.simulator.internal.domains;

import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.FormValues;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is counted of the messages of a domain, and the prefix of the links that it takes. */
public final class DomainTrackingOperations implements Operations {

    /** The settings of one domain, all off at first. */
    private static final class Tracking {
        private String click = "false";
        private boolean open;
        private boolean openAtTheTop;
        private boolean unsubscribe;
        private String htmlFooter = "\n<br>\n<p><a href=\"%unsubscribe_url%\">unsubscribe</a></p>\n";
        private String textFooter = "\n\nTo unsubscribe click: <%unsubscribe_url%>\n\n";

        static Tracking of(SendingDomain domain) {
            return domain.store().get(Tracking.class, Tracking::new);
        }

        Map<String, Object> click() {
            return Map.of("active", click.equals("htmlonly") ? click : Boolean.valueOf(click));
        }

        JsonObject open() {
            return JsonObject.of("active", open).and("place_at_the_top", openAtTheTop);
        }

        JsonObject unsubscribe() {
            return JsonObject.of("active", unsubscribe)
                    .and("html_footer", htmlFooter)
                    .and("text_footer", textFooter);
        }
    }

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v3/domains/{domain}/tracking", this::get);
        routes.add(PUT, "/v3/domains/{domain}/tracking/click", this::updateClick);
        routes.add(PUT, "/v3/domains/{domain}/tracking/open", this::updateOpen);
        routes.add(PUT, "/v3/domains/{domain}/tracking/unsubscribe", this::updateUnsubscribe);
        routes.add(PUT, "/v3/domains/{domain}/web_prefix", this::updateWebPrefix);
    }

    private SimulatedResponse get(SimulatedRequest request) {
        SendingDomain domain = DomainRegistry.named(request, "domain");
        Tracking tracking = Tracking.of(domain);
        return SimulatedResponse.ok(JsonObject.of(
                "tracking",
                JsonObject.of("open", tracking.open())
                        .and("click", tracking.click())
                        .and("unsubscribe", tracking.unsubscribe())
                        .and("web_scheme", domain.settings().webScheme())));
    }

    private SimulatedResponse updateClick(SimulatedRequest request) {
        Tracking tracking = Tracking.of(DomainRegistry.named(request, "domain"));
        tracking.click = switch (new FormValues(request.form())
                .oneOf("active", List.of("true", "yes", "false", "no", "htmlonly"), tracking.click)) {
            case "true", "yes" -> "true";
            case "false", "no" -> "false";
            default -> "htmlonly";
        };
        return updated("click", tracking.click());
    }

    private SimulatedResponse updateOpen(SimulatedRequest request) {
        Tracking tracking = Tracking.of(DomainRegistry.named(request, "domain"));
        FormValues form = new FormValues(request.form());
        boolean active = form.flag("active", tracking.open);
        tracking.openAtTheTop = form.flag("place_at_the_top", tracking.openAtTheTop);
        tracking.open = active;
        return updated("open", tracking.open());
    }

    private SimulatedResponse updateUnsubscribe(SimulatedRequest request) {
        Tracking tracking = Tracking.of(DomainRegistry.named(request, "domain"));
        FormValues form = new FormValues(request.form());
        tracking.unsubscribe = form.flag("active", tracking.unsubscribe);
        tracking.htmlFooter = form.text("html_footer", tracking.htmlFooter);
        tracking.textFooter = form.text("text_footer", tracking.textFooter);
        return updated("unsubscribe", tracking.unsubscribe());
    }

    private static SimulatedResponse updated(String name, Map<String, ? extends @Nullable Object> settings) {
        return SimulatedResponse.ok(JsonObject.of("message", "Domain tracking settings have been updated")
                .and(name, settings));
    }

    /** SDKs send the prefix in the form or in the query. */
    private SimulatedResponse updateWebPrefix(SimulatedRequest request) {
        SendingDomain domain = DomainRegistry.named(request, "domain");
        Parameters prefix = new Parameters();
        String wanted = request.parameter("web_prefix");
        if (wanted != null) {
            prefix.add("web_prefix", wanted);
        }
        FormValues form = new FormValues(prefix);
        form.required("web_prefix");
        domain.settings().change(form);
        return SimulatedResponse.message(200, "Domain web prefix updated");
    }
}
