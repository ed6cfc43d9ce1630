package io.github.mailgunreactor.keys;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Duration;

/** A key to be made. */
public final class NewKey extends ParamSet<NewKey> {
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(1);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(Integer.MAX_VALUE);

    private NewKey(Params params) {
        super(params);
    }

    @Override
    protected NewKey copy(Params params) {
        return new NewKey(params);
    }

    /** A key with a role, of kind {@link KeyKind#USER} unless another one is set. */
    public static NewKey withRole(KeyRole role) {
        return new NewKey(Params.NONE).with("role", role);
    }

    /** A key that can do nothing but send messages for one domain. */
    public static NewKey sendingFor(String domain) {
        return withRole(KeyRole.SENDING).kind(KeyKind.DOMAIN).domain(domain);
    }

    /** What the key belongs to. Default: {@link KeyKind#USER}. */
    public NewKey kind(KeyKind kind) {
        return with("kind", kind);
    }

    /** The sending domain of a key of kind {@link KeyKind#DOMAIN}. */
    public NewKey domain(String domain) {
        return with("domain_name", Arguments.requireText("domain", domain));
    }

    /** What the key is for, shown in lists. */
    public NewKey description(String description) {
        return with("description", description);
    }

    /**
     * How long the key works.
     *
     * @param life 1 second to 68 years, in whole seconds; Mailgun allows a key of kind {@link KeyKind#WEB} at most one day,
     *     which is its default. Other keys do not expire by default
     */
    public NewKey expiration(Duration life) {
        Arguments.requireRange("life", life, SHORTEST_LIFE, LONGEST_LIFE);
        if (!life.equals(Duration.ofSeconds(life.toSeconds()))) {
            throw new IllegalArgumentException("life must be in whole seconds, but is " + life);
        }
        return with("expiration", life.toSeconds());
    }

    /** The id of the user that the key is for; Mailgun wants it for kind {@link KeyKind#WEB}. */
    public NewKey userId(String userId) {
        return with("user_id", Arguments.requireText("userId", userId));
    }

    /** The name of the user that the key is for. */
    public NewKey userName(String userName) {
        return with("user_name", Arguments.requireText("userName", userName));
    }

    /** The address of the user that the key is for; Mailgun wants it for kind {@link KeyKind#WEB}. */
    public NewKey email(String email) {
        return with("email", Arguments.requireText("email", email));
    }
}
