package io.github.mailgunreactor.contract;

import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.templates.NewTemplate;
import io.github.mailgunreactor.templates.NewTemplateCopy;
import io.github.mailgunreactor.templates.NewTemplateVersion;
import io.github.mailgunreactor.templates.TemplateFilter;
import io.github.mailgunreactor.templates.TemplateOwner;
import io.github.mailgunreactor.templates.TemplateVersionChange;
import io.github.mailgunreactor.templates.TemplatesApi;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The rows of {@code api-templates}: the same for both owners, but for the path. */
final class TemplatesContract implements ContractTable {
    private static final ContractRow.Calls<TemplatesApi> TEMPLATES = ContractRow.calls(TemplatesApi::new);
    private static final String HEADERS = """
            {"From": "{{shop}} <shop@example.com>", "Subject": "Welcome, {{name}}", "Reply-To": "help@example.com"}""";
    private static final String VERSION = """
            {"tag": "v1", "template": "Hello {{name}}", "engine": "handlebars", "mjml": "",
             "createdAt": "Sun, 15 Oct 2023 15:33:22 UTC", "comment": "first", "active": true,
             "id": "2eb9b5cf-2a5d-4b12-a3bb-74bd4ef946aa", "headers": %s}""".formatted(HEADERS);
    private static final String TEMPLATE = """
            {"name": "welcome", "description": "to new customers", "createdAt": "Sun, 15 Oct 2023 15:33:22 UTC",
             "createdBy": "the shop", "id": "b6894275-acd8-49da-ae60-04ea61f860e0"
            """;
    private static final String WITH_VERSION = TEMPLATE + ", \"version\": " + VERSION + "}";

    @Override
    public String module() {
        return "api-templates";
    }

    @Override
    public Mono<Void> prepare(MailgunClient mailgun, Notes notes) {
        return ContractDomain.make(mailgun, notes);
    }

    @Override
    public List<ContractRow> rows() {
        return Stream.of(
                        rows(
                                notes -> TemplateOwner.ofDomain(notes.get("domain", "example.com")),
                                "/v3/{domain_name}/templates",
                                "/v3/example.com/templates"),
                        rows(notes -> TemplateOwner.ofAccount(), "/v4/templates", "/v4/templates"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<ContractRow> rows(Function<Notes, TemplateOwner> owner, String template, String path) {
        return List.of(
                TEMPLATES
                        .row("POST " + template)
                        .calls((templates, notes) -> templates.create(
                                owner.apply(notes),
                                NewTemplate.of("Welcome")
                                        .description("to new customers")
                                        .createdBy("the shop")
                                        .version(NewTemplateVersion.of("v1", "Hello {{name}}")
                                                .comment("first")
                                                .from("{{shop}} <shop@example.com>")
                                                .subject("Welcome, {{name}}")
                                                .replyTo("help@example.com"))))
                        .sends("POST " + path)
                        .multipart(
                                "name", "welcome",
                                "description", "to new customers",
                                "createdBy", "the shop",
                                "template", "Hello {{name}}",
                                "tag", "v1",
                                "comment", "first",
                                "headers", HEADERS.replace("\": \"", "\":\"").replace("\", \"", "\",\""))
                        .responds("{\"message\": \"template has been stored\", \"template\": " + WITH_VERSION + "}"),
                TEMPLATES
                        .row("GET " + template + "/{template_name}")
                        .calls((templates, notes) -> templates.get(owner.apply(notes), "Welcome"))
                        .sends("GET " + path + "/welcome?active=yes")
                        .responds("{\"template\": " + WITH_VERSION + "}"),
                TEMPLATES
                        .row("GET " + template)
                        .calls((templates, notes) -> templates.list(
                                owner.apply(notes),
                                TemplateFilter.all().after("a template").pageSize(2)))
                        .sends("GET " + path + "?page=next&p=a%20template&limit=2")
                        .responds("{\"items\": [" + TEMPLATE + "}], " + paging(path) + "}"),
                TEMPLATES
                        .row("PUT " + template + "/{template_name}")
                        .calls((templates, notes) ->
                                templates.changeDescription(owner.apply(notes), "welcome", "to all customers"))
                        .sends("PUT " + path + "/welcome")
                        .multipart("description", "to all customers")
                        .responds(done("template has been updated", "welcome", "")),
                TEMPLATES
                        .row("POST " + template + "/{template_name}/versions")
                        .calls((templates, notes) -> templates.createVersion(
                                owner.apply(notes),
                                "welcome",
                                NewTemplateVersion.of("v2", "Good day {{name}}")
                                        .comment("second")
                                        .subject("Good day")
                                        .active()))
                        .sends("POST " + path + "/welcome/versions")
                        .multipart(
                                "tag", "v2",
                                "template", "Good day {{name}}",
                                "comment", "second",
                                "headers", "{\"Subject\":\"Good day\"}",
                                "active", "yes")
                        .responds("{\"message\": \"new version of the template has been stored\", \"template\": "
                                + WITH_VERSION + "}"),
                TEMPLATES
                        .row("GET " + template + "/{template_name}/versions")
                        .calls((templates, notes) -> templates.listVersions(
                                owner.apply(notes),
                                "welcome",
                                TemplateFilter.all().before("v3").pageSize(100)))
                        .sends("GET " + path + "/welcome/versions?page=previous&p=v3&limit=100")
                        .responds("{\"template\": " + TEMPLATE + ", \"versions\": [" + VERSION + "]}, "
                                + paging(path + "/welcome/versions") + "}"),
                TEMPLATES
                        .row("GET " + template + "/{template_name}/versions/{version_name}")
                        .calls((templates, notes) -> templates.getVersion(owner.apply(notes), "welcome", "v2"))
                        .sends("GET " + path + "/welcome/versions/v2")
                        .responds("{\"template\": " + WITH_VERSION + "}"),
                TEMPLATES
                        .row("PUT " + template + "/{template_name}/versions/{version_name}")
                        .calls((templates, notes) -> templates.changeVersion(
                                owner.apply(notes),
                                "welcome",
                                "v1",
                                TemplateVersionChange.none()
                                        .content("Hi {{name}}")
                                        .comment("shorter")
                                        .subject("Hi")
                                        .active()))
                        .sends("PUT " + path + "/welcome/versions/v1")
                        .multipart(
                                "template", "Hi {{name}}",
                                "comment", "shorter",
                                "headers", "{\"Subject\":\"Hi\"}",
                                "active", "yes")
                        .responds(done("version has been updated", "welcome", ", \"version\": {\"tag\": \"v1\"}")),
                TEMPLATES
                        .row("PUT " + template + "/{template_name}/versions/{version_name}/copy/{new_version_name}")
                        .calls((templates, notes) ->
                                templates.copyVersion(owner.apply(notes), "welcome", "v2", "v 3", "third"))
                        .sends("PUT " + path + "/welcome/versions/v2/copy/v%203?comment=third")
                        .responds("{\"message\": \"version has been copied\", \"version\": " + VERSION
                                + ", \"template\": " + VERSION + "}"),
                TEMPLATES
                        .row("PUT " + template + "/{template_name}/copy")
                        .calls((templates, notes) -> templates.copy(
                                owner.apply(notes),
                                "welcome",
                                List.of(
                                        NewTemplateCopy.of("5f1b7d", "Hello").domain("sub.example.com"),
                                        NewTemplateCopy.of("5f1b7e", "hello")),
                                "v1",
                                "v2"))
                        .sends("PUT " + path + "/welcome/copy")
                        .json("""
                                {"requests": [{"account_id": "5f1b7d", "name": "hello", "domain": "sub.example.com"},
                                              {"account_id": "5f1b7e", "name": "hello"}],
                                 "source_versions": ["v1", "v2"]}
                                """)
                        .responds("""
                                {"message": "template has been copied", "error": "1 of 2 copies failed",
                                 "failed_copies": [{"account_id": "5f1b7d", "name": "hello", "domain": "sub.example.com",
                                                    "error": "domain not found"}]}
                                """),
                TEMPLATES
                        .row("PUT " + template + "/{template_name}/rename/{new_template_name}")
                        .calls((templates, notes) -> templates.rename(owner.apply(notes), "welcome", "First Mail"))
                        .sends("PUT " + path + "/welcome/rename/first%20mail")
                        .responds(done("template has been renamed", "first mail", "")),
                TEMPLATES
                        .row("DELETE " + template + "/{template_name}/versions/{version_name}")
                        .calls((templates, notes) -> templates.deleteVersion(owner.apply(notes), "first mail", "v2"))
                        .sends("DELETE " + path + "/first%20mail/versions/v2")
                        .responds(done("version has been deleted", "first mail", ", \"version\": {\"tag\": \"v2\"}")),
                TEMPLATES
                        .row("DELETE " + template + "/{template_name}")
                        .calls((templates, notes) -> templates.delete(owner.apply(notes), "first mail"))
                        .sends("DELETE " + path + "/first%20mail")
                        .responds(done("template has been deleted", "first mail", "")),
                TEMPLATES
                        .row("DELETE " + template)
                        .calls((templates, notes) -> templates.deleteAll(owner.apply(notes)))
                        .sends("DELETE " + path)
                        .responds("{\"message\": \"templates have been deleted\"}"));
    }

    private static String done(String message, String name, String version) {
        return "{\"message\": \"" + message + "\", \"template\": {\"name\": \"" + name + "\"" + version + "}}";
    }

    private static String paging(String path) {
        String url = "https://api.mailgun.net" + path;
        return """
                "paging": {"first": "%1$s?limit=2", "last": "%1$s?page=last&limit=2",
                           "next": "%1$s?page=next&p=welcome&limit=2",
                           "previous": "%1$s?page=previous&p=welcome&limit=2"}""".formatted(url);
    }
}
