package io.github.mailgunreactor.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;

/**
 * The addresses from which the keys of an account may be used.
 *
 * @param addresses the addresses; none for everywhere
 */
public record IpAllowlist(@JsonProperty(required = true) List<AllowedAddress> addresses)
        implements PageBody<AllowedAddress> {

    @Override
    public List<AllowedAddress> items() {
        return addresses;
    }
}
