package io.github.mailgunreactor.messages;

import io.github.mailgunreactor.core.Region;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A host that keeps messages: the one that a message's storage URL names. A call that needs one is made there, and the API key
 * goes with it.
 */
public final class StorageHost {
    /** {@code storage-us-east4.api.mailgun.net}. */
    public static final StorageHost US_EAST4 = at("https://storage-us-east4.api.mailgun.net");
    /** {@code storage-us-west1.api.mailgun.net}. */
    public static final StorageHost US_WEST1 = at("https://storage-us-west1.api.mailgun.net");
    /** {@code storage-europe-west1.api.mailgun.net}. */
    public static final StorageHost EUROPE_WEST1 = at("https://storage-europe-west1.api.mailgun.net");

    private final Region region;

    private StorageHost(Region region) {
        this.region = region;
    }

    /**
     * Another one, such as a simulator.
     *
     * @param baseUrl as {@link Region#at} takes it
     */
    public static StorageHost at(String baseUrl) {
        return new StorageHost(Region.at(Objects.requireNonNull(baseUrl, "baseUrl")));
    }

    Region region() {
        return region;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StorageHost that && region.equals(that.region);
    }

    @Override
    public int hashCode() {
        return region.hashCode();
    }

    /** Its base URL. */
    @Override
    public String toString() {
        return region.baseUrl();
    }
}
