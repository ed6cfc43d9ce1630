package io.github.mailgunreactor.simulator.internal.messages;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;

import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.RequestBudgets;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.http.StandardResponses;
import io.github.mailgunreactor.simulator.internal.traffic.EventListener;
import java.util.Map;

/** Sending, in parts and as MIME, and what waits to be sent. */
public final class MessagesOperations implements Operations {
    private final TemplateSource templates = TemplateSource.find();

    /** Now, and not with the first message: that would have an event loop read files. */
    private static void findWhoIsTold() {
        EventListener.findAll();
        RecipientExpansion.findAll();
    }

    @Override
    public void register(Routes routes) {
        findWhoIsTold();
        routes.add(
                        POST,
                        "/v3/{domain}/messages",
                        request -> accept(request, send(request).parts(templates)))
                .sending()
                .forDisabled()
                .budget(RequestBudgets.MESSAGES);
        routes.add(
                        POST,
                        "/v3/{domain}/messages.mime",
                        request -> accept(request, send(request).mime(templates)))
                .sending()
                .forDisabled()
                .budget(RequestBudgets.MESSAGES);
        routes.add(GET, "/v3/domains/{domain}/sending_queues", MessagesOperations::queues);
        routes.add(DELETE, "/v3/{domain}/envelopes", MessagesOperations::deleteWaiting);
    }

    private static SendRequest send(SimulatedRequest request) {
        return new SendRequest(request, sendingDomain(request));
    }

    /** The domain, if it may send with the key of the request. */
    private static SendingDomain sendingDomain(SimulatedRequest request) {
        String bound = request.keyDomain();
        if (bound != null && !bound.equals(DomainRegistry.normalized(request.path("domain")))) {
            throw new Refusal(StandardResponses.unauthorized());
        }
        SendingDomain domain = DomainRegistry.named(request, "domain");
        SendingRules.check(request, domain);
        if (!domain.isVerified()) {
            throw notAllowed(
                    domain,
                    "The domain is unverified and requires DNS configuration. Log in to your control panel to view"
                            + " required DNS records.");
        }
        return domain;
    }

    static Refusal notAllowed(SendingDomain domain, String why) {
        return new Refusal(403, "Domain " + domain.name() + " is not allowed to send: " + why);
    }

    private static SimulatedResponse accept(SimulatedRequest request, Mail mail) {
        SendingRules.check(request, DomainRegistry.named(request, "domain"), mail);
        SimulatedResponse refusal = request.charge(
                RequestBudgets.RECIPIENTS, mail.recipients().all().size());
        if (refusal != null) {
            return refusal;
        }
        SendingRules.count(request, mail);
        new MailDelivery(request.state()).accept(mail);
        return queued(mail);
    }

    static SimulatedResponse queued(Mail mail) {
        return SimulatedResponse.ok(JsonObject.of("id", "<" + mail.id() + ">").and("message", "Queued. Thank you."));
    }

    private static SimulatedResponse queues(SimulatedRequest request) {
        DomainRegistry.named(request, "domain");
        return SimulatedResponse.ok(Map.of("regular", enabled(), "scheduled", enabled()));
    }

    private static Map<String, Object> enabled() {
        return Map.of(
                "is_disabled", false, "disabled", JsonObject.of("until", null).and("reason", ""));
    }

    private static SimulatedResponse deleteWaiting(SimulatedRequest request) {
        SendingQueue.of(DomainRegistry.named(request, "domain")).clear();
        return SimulatedResponse.message(200, "done");
    }
}
