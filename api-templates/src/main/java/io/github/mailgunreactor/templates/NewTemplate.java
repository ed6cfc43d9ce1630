package io.github.mailgunreactor.templates;

import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.util.List;

/** A template to be made. */
public final class NewTemplate extends ParamSet<NewTemplate> {
    /** What a first version can have: it is active whatever it says, and a comment without content would be refused. */
    private static final List<String> OF_VERSION = List.of("template", "tag", "comment", VersionParams.HEADERS);

    private NewTemplate(Params params) {
        super(params, NewTemplate::new);
    }

    /**
     * A template without content, which cannot be sent until it has a version.
     *
     * @param name what messages call it; goes out in lower case, as Mailgun keeps it
     */
    public static NewTemplate of(String name) {
        return new NewTemplate(Params.NONE).with("name", TemplatesApi.kept(name));
    }

    /** What it is for. */
    public NewTemplate description(String description) {
        return with("description", description);
    }

    /** Who makes it: any text. */
    public NewTemplate createdBy(String createdBy) {
        return with("createdBy", createdBy);
    }

    /** Its first version, which is active. */
    public NewTemplate version(NewTemplateVersion version) {
        Params params = params();
        for (String name : OF_VERSION) {
            Object value = version.params().first(name);
            params = value == null ? params : params.with(name, value);
        }
        return copy(params);
    }
}
