package io.github.mailgunreactor.templates;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.Method;
import io.github.mailgunreactor.core.Operation;
import java.util.stream.Stream;

/**
 * Whose templates are meant: those of a sending domain, or those of the account, which all its domains and subaccounts in the
 * client's region can send with.
 */
public final class TemplateOwner {
    private static final TemplateOwner ACCOUNT = new TemplateOwner("/v4/templates");

    private final String path;
    private final String[] variables;

    private TemplateOwner(String path, String... variables) {
        this.path = path;
        this.variables = variables;
    }

    /** The account that the calls act for. */
    public static TemplateOwner ofAccount() {
        return ACCOUNT;
    }

    /** A sending domain. */
    public static TemplateOwner ofDomain(String domain) {
        return new TemplateOwner("/v3/{domain}/templates", Arguments.requireText("domain", domain));
    }

    /** An operation on what stands below this owner's templates. */
    Operation at(Method method, String below, String... more) {
        return method.path(
                path + below, Stream.of(variables, more).flatMap(Stream::of).toArray(String[]::new));
    }

    /** Whose they are. */
    @Override
    public String toString() {
        return "TemplateOwner[" + (variables.length == 0 ? "account" : variables[0]) + "]";
    }
}
