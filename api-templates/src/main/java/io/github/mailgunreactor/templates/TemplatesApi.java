package io.github.mailgunreactor.templates;

import static io.github.mailgunreactor.core.Method.DELETE;
import static io.github.mailgunreactor.core.Method.GET;
import static io.github.mailgunreactor.core.Method.POST;
import static io.github.mailgunreactor.core.Method.PUT;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Confirmation;
import io.github.mailgunreactor.core.Listing;
import io.github.mailgunreactor.core.MailgunClient;
import io.github.mailgunreactor.core.NextPage;
import io.github.mailgunreactor.core.PagedFlux;
import io.github.mailgunreactor.core.Params;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Templates that Mailgun keeps, with their versions: those of a sending domain, and those of the account. Every call says first
 * whose are meant. One version of a template is active: messages are made of it unless they name another.
 *
 * <p>An owner has at most 100 templates, of at most 100 KB each; a template has at most 40 versions. Mailgun keeps names in
 * lower case, so names go out in lower case. Errors: 400 where something is missing, too much or there already; 404
 * where the domain is not in the region or there is no such template or version.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates">Templates</a>
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-templates">Account templates</a>
 */
public final class TemplatesApi {
    private final MailgunClient mailgun;

    public TemplatesApi(MailgunClient mailgun) {
        this.mailgun = Objects.requireNonNull(mailgun, "mailgun");
    }

    /**
     * Lists all templates by their names, without versions, 100 to a request.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/get-v3--domain-name--templates">GET /v3/{domain_name}/templates, GET /v4/templates</a>
     */
    public PagedFlux<Template, Listing<Template>> list(TemplateOwner owner) {
        return list(owner, TemplateFilter.all());
    }

    /**
     * Lists templates by their names from one of them on, without versions.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/get-v3--domain-name--templates">GET /v3/{domain_name}/templates, GET /v4/templates</a>
     */
    public PagedFlux<Template, Listing<Template>> list(TemplateOwner owner, TemplateFilter filter) {
        return mailgun.list(owner.at(GET, "").query(filter).listing(Template.class, NextPage.url()));
    }

    /**
     * Gets a template and the content of its active version.
     *
     * @return a template whose version is {@code null} if it has no content yet
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/get-v3--domain-name--templates--template-name-">GET /v3/{domain_name}/templates/{template_name}, GET /v4/templates/{template_name}</a>
     */
    public Mono<TemplateDetails> get(TemplateOwner owner, String name) {
        return mailgun.send(owner.at(GET, "/{template_name}", kept(name))
                .query("active", "yes")
                .asJson(TemplateDetails.class));
    }

    /**
     * Creates a template, with a first version or without content. A name that is taken is an error with status 400. It is not
     * repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/post-v3--domain-name--templates">POST /v3/{domain_name}/templates, POST /v4/templates</a>
     */
    public Mono<TemplateDetails> create(TemplateOwner owner, NewTemplate template) {
        return mailgun.send(owner.at(POST, "").multipart(template).asJson(TemplateDetails.class));
    }

    /**
     * Changes what is said about a template; its versions stay.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/put-v3--domain-name--templates--template-name-">PUT /v3/{domain_name}/templates/{template_name}, PUT /v4/templates/{template_name}</a>
     */
    public Mono<TemplateDetails> changeDescription(TemplateOwner owner, String name, String description) {
        return mailgun.send(owner.at(PUT, "/{template_name}", kept(name))
                .multipart(Params.NONE.with("description", description))
                .asJson(TemplateDetails.class));
    }

    /**
     * Gives a template another name. Messages that still name the old one are refused from then on. If the response to a first
     * attempt is lost, its repetition may find the template renamed and fail with status 404.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/put-v3--domain-name--templates--template-name--rename--new-template-name-">PUT
     *     /v3/{domain_name}/templates/{template_name}/rename/{new_template_name}, PUT
     *     /v4/templates/{template_name}/rename/{new_template_name}</a>
     */
    public Mono<TemplateDetails> rename(TemplateOwner owner, String name, String newName) {
        return mailgun.send(owner.at(PUT, "/{template_name}/rename/{new_template_name}", kept(name), kept(newName))
                .asJson(TemplateDetails.class));
    }

    /**
     * Copies a template to accounts or domains of theirs, such as from an account to its subaccounts. That some copies failed is no
     * error but {@linkplain TemplateCopyResult told}; the others were made.
     *
     * @param copies where to, one or more
     * @param tags the versions to take along; all where none is named
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/put-v3--domain-name--templates--template-name--copy">PUT /v3/{domain_name}/templates/{template_name}/copy, PUT /v4/templates/{template_name}/copy</a>
     */
    public Mono<TemplateCopyResult> copy(
            TemplateOwner owner, String name, Collection<NewTemplateCopy> copies, String... tags) {
        if (copies.isEmpty()) {
            throw new IllegalArgumentException("copies must be one or more");
        }
        Params requests = Params.NONE.with("requests", List.copyOf(copies));
        return mailgun.send(owner.at(PUT, "/{template_name}/copy", kept(name))
                .json(tags.length == 0 ? requests : requests.with("source_versions", List.of(tags)))
                .asJson(TemplateCopyResult.class));
    }

    /**
     * Deletes a template with all its versions, for good.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/delete-v3--domain-name--templates--template-name-">DELETE /v3/{domain_name}/templates/{template_name}, DELETE /v4/templates/{template_name}</a>
     */
    public Mono<TemplateDetails> delete(TemplateOwner owner, String name) {
        return mailgun.send(owner.at(DELETE, "/{template_name}", kept(name)).asJson(TemplateDetails.class));
    }

    /**
     * Deletes every template of the owner with all versions, for good: of the account, those that all its domains send with.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/delete-v3--domain-name--templates">DELETE /v3/{domain_name}/templates, DELETE /v4/templates</a>
     */
    public Mono<Confirmation> deleteAll(TemplateOwner owner) {
        return mailgun.send(owner.at(DELETE, "").asJson(Confirmation.class));
    }

    /**
     * Lists all versions of a template by their tags, without their content, 100 to a request.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/get-v3--domain-name--templates--template-name--versions">GET /v3/{domain_name}/templates/{template_name}/versions, GET /v4/templates/{template_name}/versions</a>
     */
    public PagedFlux<TemplateVersion, TemplateVersions> listVersions(TemplateOwner owner, String name) {
        return listVersions(owner, name, TemplateFilter.all());
    }

    /**
     * Lists versions of a template by their tags from one of them on, without their content.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/get-v3--domain-name--templates--template-name--versions">GET /v3/{domain_name}/templates/{template_name}/versions, GET /v4/templates/{template_name}/versions</a>
     */
    public PagedFlux<TemplateVersion, TemplateVersions> listVersions(
            TemplateOwner owner, String name, TemplateFilter filter) {
        return mailgun.list(owner.at(GET, "/{template_name}/versions", kept(name))
                .query(filter)
                .pages(TemplateVersions.class, NextPage.url()));
    }

    /**
     * Gets a version of a template with its content.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/get-v3--domain-name--templates--template-name--versions--version-name-">GET
     *     /v3/{domain_name}/templates/{template_name}/versions/{version_name}, GET
     *     /v4/templates/{template_name}/versions/{version_name}</a>
     */
    public Mono<TemplateDetails> getVersion(TemplateOwner owner, String name, String tag) {
        return mailgun.send(owner.at(GET, "/{template_name}/versions/{version_name}", kept(name), tag)
                .asJson(TemplateDetails.class));
    }

    /**
     * Creates a version of a template. The first one becomes active, a further one if it says so. A tag that is taken is an error
     * with status 400. It is not repeated unless it certainly did not arrive.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/post-v3--domain-name--templates--template-name--versions">POST /v3/{domain_name}/templates/{template_name}/versions, POST /v4/templates/{template_name}/versions</a>
     */
    public Mono<TemplateDetails> createVersion(TemplateOwner owner, String name, NewTemplateVersion version) {
        return mailgun.send(owner.at(POST, "/{template_name}/versions", kept(name))
                .multipart(version)
                .asJson(TemplateDetails.class));
    }

    /**
     * Changes a version or makes it the active one. What the change does not name stays.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/put-v3--domain-name--templates--template-name--versions--version-name-">PUT
     *     /v3/{domain_name}/templates/{template_name}/versions/{version_name}, PUT
     *     /v4/templates/{template_name}/versions/{version_name}</a>
     */
    public Mono<TemplateDetails> changeVersion(
            TemplateOwner owner, String name, String tag, TemplateVersionChange change) {
        return mailgun.send(owner.at(PUT, "/{template_name}/versions/{version_name}", kept(name), tag)
                .multipart(change)
                .asJson(TemplateDetails.class));
    }

    /**
     * Copies a version within its template. A version that has the new tag already is <b>overwritten without a word</b>.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/put-v3--domain-name--templates--template-name--versions--version-name--copy--new-version-name-">PUT
     *     /v3/{domain_name}/templates/{template_name}/versions/{version_name}/copy/{new_version_name}, PUT
     *     /v4/templates/{template_name}/versions/{version_name}/copy/{new_version_name}</a>
     */
    public Mono<CopiedTemplateVersion> copyVersion(TemplateOwner owner, String name, String tag, String newTag) {
        return copyVersion(owner, name, tag, newTag, Params.NONE);
    }

    /**
     * Copies a version within its template, with a comment of its own. A version that has the new tag already is <b>overwritten
     * without a word</b>.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/put-v3--domain-name--templates--template-name--versions--version-name--copy--new-version-name-">PUT
     *     /v3/{domain_name}/templates/{template_name}/versions/{version_name}/copy/{new_version_name}, PUT
     *     /v4/templates/{template_name}/versions/{version_name}/copy/{new_version_name}</a>
     */
    public Mono<CopiedTemplateVersion> copyVersion(
            TemplateOwner owner, String name, String tag, String newTag, String comment) {
        return copyVersion(owner, name, tag, newTag, Params.NONE.with("comment", comment));
    }

    private Mono<CopiedTemplateVersion> copyVersion(
            TemplateOwner owner, String name, String tag, String newTag, Params query) {
        return mailgun.send(owner.at(
                        PUT,
                        "/{template_name}/versions/{version_name}/copy/{new_version_name}",
                        kept(name),
                        tag,
                        newTag)
                .query(query)
                .asJson(CopiedTemplateVersion.class));
    }

    /**
     * Deletes a version, for good. Messages that name it are refused from then on; so are those that name none, if it was the active
     * one.
     *
     * @see <a href="https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/templates/delete-v3--domain-name--templates--template-name--versions--version-name-">DELETE
     *     /v3/{domain_name}/templates/{template_name}/versions/{version_name}, DELETE
     *     /v4/templates/{template_name}/versions/{version_name}</a>
     */
    public Mono<TemplateDetails> deleteVersion(TemplateOwner owner, String name, String tag) {
        return mailgun.send(owner.at(DELETE, "/{template_name}/versions/{version_name}", kept(name), tag)
                .asJson(TemplateDetails.class));
    }

    /** A name as Mailgun keeps it. */
    static String kept(String name) {
        return Arguments.requireText("name", name).toLowerCase(Locale.ROOT);
    }
}
