package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RegionRouter;
import io.github.mailgunreactor.core.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/** Where Mailgun is, and the key for it: from the properties, unless a bean of this type says otherwise, such as a simulator's. */
public interface MailgunConnectionDetails extends ConnectionDetails {

    /** The API key. */
    Secret apiKey();

    /** The region of calls that no router decides. */
    Region region();

    /** Picks the region of calls about a sending domain; {@code null} for none. */
    default @Nullable RegionRouter router() {
        return null;
    }

    /** The connection of a named client; by default it has none of its own. */
    default MailgunConnectionDetails client(String name) {
        return this;
    }
}
