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
import io.github.mailgunreactor.simulator.internal.http.Parameters;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.RequestBudgets;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.Rows;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import io.github.mailgunreactor.simulator.internal.state.Account;
import io.github.mailgunreactor.simulator.internal.state.SimulatorState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sending domains. They live in the region in which they were added; their names are taken in all. */
public final class DomainsOperations implements Operations {
    private static final String DEFAULT_SELECTOR = "smtp";

    @Override
    public void register(Routes routes) {
        routes.add(GET, "/v4/domains", this::list);
        // The former paths: documented no more, but the live API answers, and the official SDKs still ask there.
        routes.add(GET, "/v3/domains", this::list);
        routes.add(POST, "/v3/domains", request -> create(request, "Domain has been created"));
        routes.add(
                GET,
                "/v3/domains/{domain}",
                request -> response(request, DomainRegistry.named(request, "domain"), null));
        routes.add(PUT, "/v3/domains/{domain}", this::update);
        routes.add(PUT, "/v3/domains/{domain}/verify", this::verify).budget(RequestBudgets.DOMAIN_VERIFY);
        routes.add(POST, "/v4/domains", this::create);
        routes.add(
                GET,
                "/v4/domains/{domain}",
                request -> response(request, DomainRegistry.named(request, "domain"), null));
        routes.add(PUT, "/v4/domains/{domain}", this::update);
        routes.add(PUT, "/v4/domains/{domain}/verify", this::verify).budget(RequestBudgets.DOMAIN_VERIFY);
        routes.add(DELETE, "/v3/domains/{domain}", this::delete);
        routes.add(
                GET,
                "/v3/domains/{domain}/connection",
                request -> SimulatedResponse.ok(connection(DomainRegistry.named(request, "domain"))));
        routes.add(PUT, "/v3/domains/{domain}/connection", this::updateConnection);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        Parameters query = request.query();
        boolean withSubaccounts = new FormValues(query).flag("include_subaccounts", false);
        List<SendingDomain> domains = new ArrayList<>();
        for (Account account : request.state().accounts()) {
            boolean own = account.id().equals(request.account().id());
            if (own || (withSubaccounts && request.account().id().equals(account.parent()))) {
                domains.addAll(DomainRegistry.of(request.state()).of(account.id(), request.region()));
            }
        }
        String state = query.first("state");
        String authority = query.first("authority");
        String search = query.first("search");
        if (state != null) {
            domains.removeIf(domain -> !domain.state().equals(state));
        } else if (authority != null) {
            domains.removeIf(domain -> !domain.authority().equals(DomainRegistry.normalized(authority)));
        }
        if (search != null) {
            domains.removeIf(domain -> !domain.name().contains(DomainRegistry.normalized(search)));
        }
        sort(domains, query.first("sort"));
        return SimulatedResponse.ok(PageStyles.skipLimit(
                request,
                PageLimit.DEFAULT,
                "total_count",
                Rows.of(domains),
                domain -> domain.described(parent(request, domain))));
    }

    private static void sort(List<SendingDomain> domains, @Nullable String order) {
        Comparator<SendingDomain> byName = Comparator.comparing(SendingDomain::name);
        switch (order == null ? "" : order) {
            case "" -> Collections.reverse(domains);
            case "name", "name:asc" -> domains.sort(byName);
            case "name:desc" -> domains.sort(byName.reversed());
            default -> throw Refusal.invalid("sort");
        }
    }

    private SimulatedResponse create(SimulatedRequest request) {
        return create(request, "Domain DNS records have been created");
    }

    private static SimulatedResponse create(SimulatedRequest request, String message) {
        FormValues form = new FormValues(request.form());
        String name = form.required("name");
        Refusal.where(!DomainName.isValid(name), 400, "'" + name + "' is not a valid domain name");
        Refusal.where(
                DomainRegistry.of(request.state()).isTaken(request.account().id(), name),
                400,
                "This domain name is already taken");
        SendingDomain domain =
                made(request.state(), request.account().id(), request.region(), name, SendingDomain.Type.CUSTOM);
        domain.settings().change(form);
        domain.signWithKeysOf(authority(request, domain, form));
        String bits = form.oneOf("dkim_key_size", List.of("1024", "2048"), "1024");
        String selector = form.atom("dkim_selector", DEFAULT_SELECTOR);
        setPostmaster(request, domain);
        add(
                request.state(),
                domain,
                selector,
                Long.parseLong(bits),
                request.form().has("dkim_selector"));
        return response(request, domain, message);
    }

    /** A domain that is not registered yet. */
    public static SendingDomain made(
            SimulatorState state, String account, String region, String name, SendingDomain.Type type) {
        return new SendingDomain(account, region, state.randomHex(24), name, type, state.now());
    }

    /** Registers a domain with default settings. */
    public static void add(SimulatorState state, SendingDomain domain) {
        domain.signWithKeysOf(authorityOfRoot(state, domain));
        add(state, domain, DEFAULT_SELECTOR, 1024, false);
    }

    private static void add(
            SimulatorState state, SendingDomain domain, String selector, long bits, boolean selectorWanted) {
        DomainRegistry.of(state).add(domain);
        new DomainLife(state).provideKey(domain, selector, bits, selectorWanted);
    }

    private static String authority(SimulatedRequest request, SendingDomain domain, FormValues form) {
        boolean self = form.flag("force_dkim_authority", false);
        boolean rootHost = form.flag("force_root_dkim_host", false);
        String host = form.text("dkim_host_name", "");
        if (!host.isEmpty()) {
            Refusal.where(
                    self || rootHost,
                    400,
                    "dkim_host_name cannot be used with force_dkim_authority or force_root_dkim_host");
            return checkedHost(domain.name(), DomainRegistry.normalized(host));
        }
        if (rootHost) {
            return root(domain.name());
        }
        return self ? domain.name() : authorityOfRoot(request.state(), domain);
    }

    private static String checkedHost(String name, String host) {
        if (host.equals(name) || host.endsWith('.' + name) || name.endsWith('.' + host)) {
            return host;
        }
        throw Refusal.invalid("dkim_host_name");
    }

    private static String root(String name) {
        return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    }

    /** That of the nearest domain above in the same account, or the domain itself. */
    static String authorityOfRoot(SimulatorState state, SendingDomain domain) {
        String name = domain.name();
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            SendingDomain above =
                    DomainRegistry.of(state).find(domain.account(), domain.region(), name.substring(dot + 1));
            if (above != null) {
                return above.authority();
            }
        }
        return name;
    }

    private SimulatedResponse update(SimulatedRequest request) {
        SendingDomain domain = DomainRegistry.named(request, "domain");
        boolean security = domain.settings().automaticSenderSecurity();
        SmtpUsers.checkPassword(request.form().first("smtp_password"));
        domain.settings().change(new FormValues(request.form()));
        setPostmaster(request, domain);
        if (security != domain.settings().automaticSenderSecurity()) {
            domain.setVerified(false);
        }
        return response(request, domain, "Domain has been updated");
    }

    private static void setPostmaster(SimulatedRequest request, SendingDomain domain) {
        String password = request.form().first("smtp_password");
        if (password != null) {
            SmtpUsers.checkPassword(password);
            SmtpUsers.of(domain).put("postmaster@" + domain.name(), true, request.now());
        }
    }

    private SimulatedResponse verify(SimulatedRequest request) {
        SendingDomain domain = DomainRegistry.named(request, "domain");
        new DomainLife(request.state()).verify(domain);
        return response(request, domain, "Domain DNS records have been updated");
    }

    private SimulatedResponse delete(SimulatedRequest request) {
        SendingDomain domain = DomainRegistry.named(request, "domain");
        Refusal.where(domain.type() == SendingDomain.Type.SANDBOX, 400, "Sandbox domain can't be deleted");
        Refusal.where(domain.isDisabled(), 400, "Domain is disabled");
        for (SendingDomain other : DomainRegistry.of(request.state()).of(domain.account(), domain.region())) {
            Refusal.where(
                    other != domain && other.authority().equals(domain.name()),
                    400,
                    "Domain is used as a DKIM authority for " + other.name());
        }
        new DomainLife(request.state()).delete(domain);
        return SimulatedResponse.message(200, "Domain will be deleted in the background");
    }

    private static JsonObject connection(SendingDomain domain) {
        return JsonObject.of("require_tls", domain.settings().requireTls())
                .and("skip_verification", domain.settings().skipVerification());
    }

    private SimulatedResponse updateConnection(SimulatedRequest request) {
        SendingDomain domain = DomainRegistry.named(request, "domain");
        domain.settings().change(new FormValues(request.form()).only("require_tls", "skip_verification"));
        return SimulatedResponse.ok(JsonObject.of(
                        "message",
                        "Domain connection settings have been updated, may take 10 minutes to fully propagate")
                .andAll(connection(domain)));
    }

    private static SimulatedResponse response(
            SimulatedRequest request, SendingDomain domain, @Nullable String message) {
        DomainLife life = new DomainLife(request.state());
        return SimulatedResponse.ok(new JsonObject()
                .andIfPresent("message", message)
                .and("domain", domain.described(parent(request, domain)))
                .and("receiving_dns_records", life.described(domain, life.receiving(domain)))
                .and("sending_dns_records", life.described(domain, life.sending(domain))));
    }

    private static @Nullable String parent(SimulatedRequest request, SendingDomain domain) {
        Account account = request.state().account(domain.account());
        return account == null ? null : account.parent();
    }
}
