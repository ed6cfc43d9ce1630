package io.github.mailgunreactor.simulator.internal.domains;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.simulator.internal.http.FormValues;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.http.UploadedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DKIM keys, and with whose a domain signs. */
public final class DomainKeysOperations implements Operations {
    private static final PageLimit PAGES = new PageLimit(10, 100);

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v1/dkim/keys", this::list);
        routes.add(POST, "/v1/dkim/keys", this::create);
        routes.add(DELETE, "/v1/dkim/keys", this::delete);
        routes.add(GET, "/v4/domains/{domain}/keys", this::listOfDomain);
        routes.add(PUT, "/v4/domains/{domain}/keys/{selector}/activate", request -> activate(request, true));
        routes.add(PUT, "/v4/domains/{domain}/keys/{selector}/deactivate", request -> activate(request, false));
        routes.add(PUT, "/v3/domains/{domain}/dkim_authority", this::changeAuthority);
        routes.add(PUT, "/v3/domains/{domain}/dkim_selector", this::changeSelector);
    }

    private static DkimKeyRing keys(SimulatedRequest request) {
        return request.regional(DkimKeyRing.class, DkimKeyRing::new);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        String domain = request.query().first("signing_domain");
        String selector = request.query().first("selector");
        List<DkimKey> found = keys(request).all().stream()
                .filter(key -> domain == null || key.signingDomain().equals(DomainRegistry.normalized(domain)))
                .filter(key -> selector == null || key.selector().equals(selector))
                .toList();
        return SimulatedResponse.ok(
                PageStyles.urlToken(request, PAGES, Rows.of(found), key -> described(request, key)));
    }

    private SimulatedResponse create(SimulatedRequest request) {
        FormValues form = new FormValues(request.form());
        String domain = DomainRegistry.normalized(form.required("signing_domain"));
        String selector = form.required("selector");
        String bits = form.oneOf("bits", List.of("1024", "2048"), "1024");
        requireSigning(request, domain);
        if (keys(request).find(domain, selector) != null) {
            throw new Refusal(400, "domain key already exists");
        }
        String pem = pem(request);
        String publicKey =
                pem == null ? DkimKeyRing.generated(request.state(), Long.parseLong(bits)) : DkimKeyRing.imported(pem);
        return SimulatedResponse.ok(described(request, keys(request).add(domain, selector, publicKey)));
    }

    /** Refuses a domain that is neither the account's nor the host of one's keys. */
    private static void requireSigning(SimulatedRequest request, String name) {
        DomainRegistry registry = DomainRegistry.of(request.state());
        boolean host = registry.of(request.account().id(), request.region()).stream()
                .anyMatch(domain -> domain.authority().equals(name));
        if (!host) {
            registry.require(request.account().id(), request.region(), name);
        }
    }

    private static @Nullable String pem(SimulatedRequest request) {
        for (UploadedFile file : request.files()) {
            if (file.field().equals("pem")) {
                return new String(file.content(), StandardCharsets.UTF_8);
            }
        }
        return request.form().first("pem");
    }

    private SimulatedResponse delete(SimulatedRequest request) {
        FormValues query = new FormValues(request.query());
        String domain = DomainRegistry.normalized(query.required("signing_domain"));
        DkimKey key = keys(request).require(domain, query.required("selector"));
        boolean lastActive = key.isActive()
                && keys(request).of(domain).stream().filter(DkimKey::isActive).count() == 1;
        Refusal.where(lastActive, 400, "cannot delete domain key: must have at least one active domain key");
        keys(request).remove(key);
        return SimulatedResponse.message(200, "success");
    }

    private SimulatedResponse listOfDomain(SimulatedRequest request) {
        String domain = DomainRegistry.normalized(request.path("domain"));
        requireSigning(request, domain);
        return SimulatedResponse.ok(JsonObject.of(
                "items",
                keys(request).of(domain).stream()
                        .map(key -> described(request, key))
                        .toList()));
    }

    private SimulatedResponse activate(SimulatedRequest request, boolean active) {
        String domain = DomainRegistry.normalized(request.path("domain"));
        requireSigning(request, domain);
        keys(request).require(domain, request.path("selector")).setActive(active);
        return SimulatedResponse.message(200, active ? "domain key activated" : "domain key deactivated");
    }

    private SimulatedResponse changeAuthority(SimulatedRequest request) {
        SendingDomain domain = DomainRegistry.named(request, "domain");
        boolean self =
                new FormValues(request.form()).flag("self", domain.authority().equals(domain.name()));
        String wanted = self ? domain.name() : DomainsOperations.authorityOfRoot(request.state(), domain);
        boolean changed = !wanted.equals(domain.authority());
        DomainLife life = new DomainLife(request.state());
        domain.signWithKeysOf(wanted);
        life.provideKey(domain, "smtp", 1024, false);
        return SimulatedResponse.ok(
                JsonObject.of("message", "Domain DKIM authority has " + (changed ? "" : "not ") + "been changed")
                        .and("sending_dns_records", life.described(domain, life.sending(domain)))
                        .and("changed", changed));
    }

    /** Renames the key that signs, or the oldest one where none does. */
    private SimulatedResponse changeSelector(SimulatedRequest request) {
        SendingDomain domain = DomainRegistry.named(request, "domain");
        if (request.form().has("dkim_selector")) {
            String selector = new FormValues(request.form()).atom("dkim_selector", "");
            new DomainLife(request.state()).provideKey(domain, selector, 1024, false);
            List<DkimKey> candidates = keys(request).of(domain.authority());
            DkimKey renamed =
                    candidates.stream().filter(DkimKey::isActive).findFirst().orElseGet(() -> candidates.get(0));
            DkimKey present = keys(request).find(domain.authority(), selector);
            if (present != null && present != renamed) {
                throw new Refusal(400, "DKIM selector is used by another key");
            }
            renamed.setSelector(selector);
        }
        return SimulatedResponse.message(200, "DKIM selector changed");
    }

    private static JsonObject described(SimulatedRequest request, DkimKey key) {
        DnsEntry entry = key.record();
        return JsonObject.of("signing_domain", key.signingDomain())
                .and("selector", key.selector())
                .and(
                        "dns_record",
                        entry.described(
                                Dns.of(request.state(), request.account().id()).wasSeen(entry)));
    }
}
