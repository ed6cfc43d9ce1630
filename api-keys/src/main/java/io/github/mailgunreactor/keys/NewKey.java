package io.github.mailgunreactor.keys;

import io.github.mailgunreactor.core.Arguments;
import io.github.mailgunreactor.core.ParamSet;
import io.github.mailgunreactor.core.Params;
import java.time.Duration;

/** A key to be made. */
public final class NewKey extends ParamSet<NewKey> {
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(1);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(Integer.MAX_VALUE);

    private static final Duration LONGEST_WEB_LIFE = Duration.ofDays(1);
    private static final String KIND = "kind";

    private NewKey(Params params) {
        super(params, NewKey::new);
    }

    /**
     * A key of kind {@link KeyKind#USER} with a role.
     *
     * @param role any but {@link KeyRole#SENDING}, which belongs to a domain
     */
    public static NewKey of(KeyRole role) {
        if (role.equals(KeyRole.SENDING)) {
            throw new IllegalArgumentException("role must not be sending: such a key is made for a domain");
        }
        return new NewKey(Params.NONE).with("role", role);
    }

    /** A key that can do nothing but send messages for one domain. */
    public static NewKey sending(String domain) {
        return new NewKey(Params.NONE)
                .with("role", KeyRole.SENDING)
                .with(KIND, KeyKind.DOMAIN)
                .with("domain_name", Arguments.requireText("domain", domain));
    }

    /**
     * A key of kind {@link KeyKind#WEB}, for the session of a user in a browser. It works for a day unless
     * {@link #expiration} says less.
     */
    public static NewKey web(KeyRole role, String userId, String email) {
        return of(role).with(KIND, KeyKind.WEB).userId(userId).email(email);
    }

    /** What the key is for, shown in lists. */
    public NewKey description(String description) {
        return with("description", description);
    }

    /**
     * How long the key works.
     *
     * @param life 1 second to 68 years, of a {@linkplain #web web} key to one day, in whole seconds. Default: a day for a web
     *     key, without end for another one
     */
    public NewKey expiration(Duration life) {
        Arguments.requireRange("life", life, SHORTEST_LIFE, isWeb() ? LONGEST_WEB_LIFE : LONGEST_LIFE);
        if (!life.equals(Duration.ofSeconds(life.toSeconds()))) {
            throw new IllegalArgumentException("life must be in whole seconds, but is " + life);
        }
        return with("expiration", life.toSeconds());
    }

    /** The id of the user that the key is for. */
    public NewKey userId(String userId) {
        return with("user_id", Arguments.requireText("userId", userId));
    }

    /** The name of the user that the key is for. */
    public NewKey userName(String userName) {
        return with("user_name", Arguments.requireText("userName", userName));
    }

    /** The address of the user that the key is for. */
    public NewKey email(String email) {
        return with("email", Arguments.requireText("email", email));
    }

    private boolean isWeb() {
        return KeyKind.WEB.equals(params().first(KIND));
    }
}
