package io.github.mailgunreactor.simulator.internal.templates;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Json;
import io.github.mailgunreactor.simulator.internal.domains.DomainRegistry;
import io.github.mailgunreactor.simulator.internal.domains.SendingDomain;
import io.github.mailgunreactor.simulator.internal.http.FormValues;
import io.github.mailgunreactor.simulator.internal.http.JsonObject;
import io.github.mailgunreactor.simulator.internal.http.Operations;
import io.github.mailgunreactor.simulator.internal.http.PageLimit;
import io.github.mailgunreactor.simulator.internal.http.PageStyles;
import io.github.mailgunreactor.simulator.internal.http.PivotRows;
import io.github.mailgunreactor.simulator.internal.http.Refusal;
import io.github.mailgunreactor.simulator.internal.http.Routes;
import io.github.mailgunreactor.simulator.internal.http.SimulatedRequest;
import io.github.mailgunreactor.simulator.internal.http.SimulatedResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The templates of a domain (v3) and those of an account (v4): the same on another shelf. */
public final class TemplatesOperations implements Operations {
    private static final PageLimit PAGES = new PageLimit(100, 100);
    private static final int MOST_BYTES = 100 * 1024;
    private static final List<String> HEADERS = List.of("from", "subject", "reply-to");

    @Override
    public void register(Routes routes) {
        for (String all : List.of("/v3/{domain}/templates", "/v4/templates")) {
            String one = all + "/{template_name}";
            String versions = one + "/versions";
            String version = versions + "/{version_name}";
            routes.add(GET, all, this::list);
            routes.add(POST, all, this::create);
            routes.add(DELETE, all, this::deleteAll);
            routes.add(GET, one, this::get);
            routes.add(PUT, one, this::change);
            routes.add(DELETE, one, this::delete);
            routes.add(PUT, one + "/rename/{new_template_name}", this::rename);
            routes.add(PUT, one + "/copy", request -> new TemplateCopying(request, shelf(request)).response());
            routes.add(GET, versions, this::listVersions);
            routes.add(POST, versions, this::createVersion);
            routes.add(GET, version, this::getVersion);
            routes.add(PUT, version, this::changeVersion);
            routes.add(DELETE, version, this::deleteVersion);
            routes.add(PUT, version + "/copy/{new_version_name}", this::copyVersion);
        }
    }

    private static TemplateShelf shelf(SimulatedRequest request) {
        String name = request.pathOrNull("domain");
        if (name == null) {
            return TemplateShelf.of(request.account(), request.region());
        }
        SendingDomain domain =
                DomainRegistry.of(request.state()).find(request.account().id(), request.region(), name);
        if (domain == null) {
            throw new Refusal(404, "domain not found");
        }
        return TemplateShelf.of(domain);
    }

    private static StoredTemplate template(SimulatedRequest request) {
        return shelf(request).require(request.path("template_name"));
    }

    private SimulatedResponse list(SimulatedRequest request) {
        var rows = PivotRows.of(shelf(request).byName(), StoredTemplate::name, template -> true);
        return SimulatedResponse.ok(PageStyles.urlPivot(request, PAGES, "p", rows, StoredTemplate::described));
    }

    private SimulatedResponse create(SimulatedRequest request) {
        TemplateShelf shelf = shelf(request);
        FormValues form = new FormValues(request.form());
        StoredTemplate template = new StoredTemplate(
                id(request),
                kept(form.required("name")),
                form.text("description", ""),
                form.text("createdBy", ""),
                request.now());
        StoredVersion version = null;
        if (request.form().has("template")) {
            version = read(request, form.text("tag", "initial"), null);
            template.put(version, true);
        }
        shelf.add(template);
        return done("template has been stored", version == null ? template.described() : template.described(version));
    }

    private SimulatedResponse deleteAll(SimulatedRequest request) {
        shelf(request).byName().clear();
        return SimulatedResponse.message(200, "templates have been deleted");
    }

    private SimulatedResponse get(SimulatedRequest request) {
        StoredTemplate template = template(request);
        StoredVersion active = template.find(null);
        boolean wanted = "yes".equals(request.query().first("active"));
        return SimulatedResponse.ok(
                Map.of("template", wanted && active != null ? template.described(active) : template.described()));
    }

    private SimulatedResponse change(SimulatedRequest request) {
        StoredTemplate template = template(request);
        template.describe(new FormValues(request.form()).text("description", ""));
        return named("template has been updated", template, null);
    }

    private SimulatedResponse delete(SimulatedRequest request) {
        TemplateShelf shelf = shelf(request);
        StoredTemplate template = template(request);
        shelf.byName().remove(template.name());
        return named("template has been deleted", template, null);
    }

    private SimulatedResponse rename(SimulatedRequest request) {
        StoredTemplate template = template(request);
        shelf(request).rename(template, kept(request.path("new_template_name")));
        return named("template has been renamed", template, null);
    }

    private SimulatedResponse listVersions(SimulatedRequest request) {
        StoredTemplate template = template(request);
        var rows = PivotRows.of(template.versions(), StoredVersion::tag, version -> true);
        JsonObject page = PageStyles.urlPivot(request, PAGES, "p", rows, version -> template.version(version, false));
        JsonObject described = template.described().and("versions", Objects.requireNonNull(page.remove("items")));
        page.put("template", described);
        return SimulatedResponse.ok(page);
    }

    private SimulatedResponse createVersion(SimulatedRequest request) {
        StoredTemplate template = template(request);
        FormValues form = new FormValues(request.form());
        form.required("template");
        String tag = form.required("tag");
        Refusal.where(template.versions().containsKey(tag), 400, "version with tag '" + tag + "' already exists");
        StoredVersion version = read(request, tag, null);
        template.put(version, isActive(request));
        return done("new version of the template has been stored", template.described(version));
    }

    private SimulatedResponse getVersion(SimulatedRequest request) {
        StoredTemplate template = template(request);
        return SimulatedResponse.ok(Map.of("template", template.described(version(request, template))));
    }

    private SimulatedResponse changeVersion(SimulatedRequest request) {
        StoredTemplate template = template(request);
        StoredVersion before = version(request, template);
        template.put(read(request, before.tag(), before), isActive(request));
        return named("version has been updated", template, before);
    }

    private SimulatedResponse deleteVersion(SimulatedRequest request) {
        StoredTemplate template = template(request);
        StoredVersion version = version(request, template);
        template.remove(version);
        return named("version has been deleted", template, version);
    }

    private SimulatedResponse copyVersion(SimulatedRequest request) {
        StoredTemplate template = template(request);
        StoredVersion source = version(request, template);
        String comment = request.query().first("comment");
        StoredVersion copy = new StoredVersion(
                request.path("new_version_name"),
                id(request),
                request.now(),
                source.content(),
                comment == null ? source.comment() : comment,
                source.headers());
        template.put(copy, false);
        return SimulatedResponse.ok(
                Map.of("message", "version has been copied", "version", template.version(copy, true)));
    }

    private static StoredVersion version(SimulatedRequest request, StoredTemplate template) {
        return template.require(request.path("version_name"));
    }

    /** A version of what was sent and, for the rest, of what was there before. */
    private static StoredVersion read(SimulatedRequest request, String tag, @Nullable StoredVersion before) {
        FormValues form = new FormValues(request.form());
        String content = form.text("template", before == null ? "" : before.content());
        Refusal.where(
                content.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES, 400, "template is larger than 100 KB");
        String headers = request.form().first("headers");
        return new StoredVersion(
                tag,
                before == null ? id(request) : before.id(),
                before == null ? request.now() : before.createdAt(),
                content,
                form.text("comment", before == null ? "" : before.comment()),
                headers != null ? headers(headers) : before == null ? Map.of() : before.headers());
    }

    private static Map<String, String> headers(String json) {
        Map<String, String> headers = new LinkedHashMap<>();
        try {
            if (Json.readAny(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> object) {
                object.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
            }
        } catch (RuntimeException malformed) {
            throw new Refusal(400, "headers is not valid JSON");
        }
        for (String name : headers.keySet()) {
            Refusal.where(
                    !HEADERS.contains(name.toLowerCase(Locale.ROOT)), 400, "header '" + name + "' is not supported");
        }
        return headers;
    }

    private static boolean isActive(SimulatedRequest request) {
        return "yes".equals(request.form().first("active"));
    }

    static String id(SimulatedRequest request) {
        var state = request.state();
        return String.join(
                "-",
                state.randomHex(8),
                state.randomHex(4),
                state.randomHex(4),
                state.randomHex(4),
                state.randomHex(12));
    }

    /** A name as the live API keeps it. */
    static String kept(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static SimulatedResponse named(String message, StoredTemplate template, @Nullable StoredVersion version) {
        return done(
                message,
                JsonObject.of("name", template.name())
                        .andIfPresent("version", version == null ? null : Map.of("tag", version.tag())));
    }

    private static SimulatedResponse done(String message, JsonObject template) {
        return SimulatedResponse.ok(Map.of("message", message, "template", template));
    }
}
