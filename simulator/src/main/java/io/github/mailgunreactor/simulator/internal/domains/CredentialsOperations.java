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
import io.github.mailgunreactor.simulator.internal.http.WireDates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The users that may send for a domain by SMTP. */
public final class CredentialsOperations implements Operations {
    private static final String PATH = "/v3/domains/{domain}/credentials";
    private static final String NOTE = "Please store your new password(s) now. You won't be able to see it anymore.";

    @Override
    public void register(Routes routes) {
        routes.add(GET, PATH, this::list);
        routes.add(POST, PATH, this::create);
        routes.add(DELETE, PATH, this::deleteAll);
        routes.add(PUT, PATH + "/{login}", this::changePassword);
        routes.add(DELETE, PATH + "/{login}", this::delete);
    }

    private SimulatedResponse list(SimulatedRequest request) {
        SmtpUsers users = SmtpUsers.of(DomainRegistry.named(request, "domain"));
        Refusal.where(
                PageLimit.number("limit", request.query().first("limit"), 1, 1) > PageLimit.DEFAULT.max(),
                400,
                "Limit parameter can't be larger than 1000");
        return SimulatedResponse.ok(PageStyles.skipLimit(
                request, PageLimit.DEFAULT, "total_count", Rows.of(users.all()), CredentialsOperations::described));
    }

    private static JsonObject described(SmtpUsers.User user) {
        return JsonObject.of("mailbox", user.login())
                .and("login", user.login())
                .and("created_at", WireDates.offset(user.createdAt()))
                .and("size_bytes", null);
    }

    private SimulatedResponse create(SimulatedRequest request) {
        SendingDomain domain = DomainRegistry.named(request, "domain");
        SmtpUsers users = SmtpUsers.of(domain);
        List<String> logins = new ArrayList<>();
        request.form().all("login").forEach(login -> logins.add(login(domain, login)));
        request.form().all("mailbox").forEach(login -> logins.add(login(domain, login)));
        Refusal.where(logins.isEmpty(), 400, "Parameter 'login' is missing");
        List<String> passwords = request.form().all("password");
        Refusal.where(
                !passwords.isEmpty() && passwords.size() != logins.size(),
                400,
                "There must be as many passwords as logins, or none");
        passwords.forEach(SmtpUsers::checkPassword);
        for (String login : logins) {
            Refusal.where(users.has(login), 400, "Credentials already exist: " + login);
        }
        boolean system = new FormValues(request.form()).flag("system", false);
        Map<String, String> generated = new LinkedHashMap<>();
        for (String login : logins) {
            users.put(login, system, request.now());
            if (passwords.isEmpty()) {
                generated.put(login, SmtpUsers.generatedPassword(request.state()));
            }
        }
        return withPasswords("Created " + logins.size() + " credentials pair(s)", generated);
    }

    private SimulatedResponse changePassword(SimulatedRequest request) {
        SmtpUsers.User user = user(request);
        String password = request.form().first("password");
        SmtpUsers.checkPassword(password);
        return withPasswords(
                "Password changed",
                password == null ? Map.of(user.login(), SmtpUsers.generatedPassword(request.state())) : Map.of());
    }

    private static SimulatedResponse withPasswords(String message, Map<String, String> generated) {
        JsonObject fields = JsonObject.of("message", message);
        if (!generated.isEmpty()) {
            fields.put("note", NOTE);
            fields.put("credentials", generated);
        }
        return SimulatedResponse.ok(fields);
    }

    private SimulatedResponse delete(SimulatedRequest request) {
        SmtpUsers.User user = user(request);
        Refusal.where(user.system(), 400, "Cannot delete system mailbox: " + user.login());
        SmtpUsers.of(DomainRegistry.named(request, "domain")).remove(user);
        return SimulatedResponse.ok(
                JsonObject.of("message", "Credentials have been deleted").and("spec", user.login()));
    }

    private SimulatedResponse deleteAll(SimulatedRequest request) {
        JsonObject fields = new JsonObject();
        int count = SmtpUsers.of(DomainRegistry.named(request, "domain")).removeAll();
        fields.put("message", "All domain credentials have been deleted");
        fields.put("count", count);
        return SimulatedResponse.ok(fields);
    }

    private static SmtpUsers.User user(SimulatedRequest request) {
        SendingDomain domain = DomainRegistry.named(request, "domain");
        return SmtpUsers.of(domain).require(login(domain, request.path("login")));
    }

    /** A login without a domain is meant in the one that it is for; one in another domain is refused. */
    private static String login(SendingDomain domain, String given) {
        String login = DomainRegistry.normalized(given.strip());
        if (login.indexOf('@') < 0) {
            login = login + '@' + domain.name();
        }
        if (login.startsWith("@") || !login.endsWith('@' + domain.name())) {
            throw Refusal.invalid("login");
        }
        return login;
    }
}
