package io.github.mailgunreactor.spring;

import io.github.mailgunreactor.core.Region;
import io.github.mailgunreactor.core.RegionRouter;
import io.github.mailgunreactor.core.Secret;
import org.jspecify.annotations.Nullable;

/** What the properties say. */
record PropertiesConnectionDetails(MailgunProperties properties) implements MailgunConnectionDetails {

    @Override
    public Secret apiKey() {
        return required("mailgun.api-key", properties.apiKey());
    }

    @Override
    public Region region() {
        Region region = properties.region();
        return region == null ? Region.US : region;
    }

    @Override
    public @Nullable RegionRouter router() {
        return properties.regions().isEmpty() ? null : RegionRouter.of(properties.regions(), region());
    }

    @Override
    public MailgunConnectionDetails client(String name) {
        MailgunProperties.Client client = properties.clients().get(name);
        return client == null ? this : new Named(name, client, this);
    }

    private static Secret required(String property, @Nullable Secret key) {
        if (key == null || key.reveal().isBlank()) {
            throw new InvalidMailgunPropertyException(property, "it is not set");
        }
        return key;
    }

    /** A named client's own, or the first one's where it says nothing. */
    private record Named(String name, MailgunProperties.Client client, MailgunConnectionDetails first)
            implements MailgunConnectionDetails {
        @Override
        public Secret apiKey() {
            Secret own = client.apiKey();
            return own == null ? first.apiKey() : required("mailgun.clients." + name + ".api-key", own);
        }

        @Override
        public Region region() {
            Region own = client.region();
            return own == null ? first.region() : own;
        }

        /** The regions of domains are those of the first client's account. */
        @Override
        public @Nullable RegionRouter router() {
            return client.apiKey() == null && client.region() == null ? first.router() : null;
        }
    }
}
