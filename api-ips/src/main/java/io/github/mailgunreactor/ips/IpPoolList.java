package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dedicated IP pools of an account.
 *
 * @param ipPools the pools, those of the account and those delegated to it
 * @param message Mailgun's confirmation
 */
public record IpPoolList(
        @JsonProperty(value = "ip_pools", required = true) List<IpPool> ipPools,
        @Nullable String message) implements PageBody<IpPool> {

    @Override
    public List<IpPool> items() {
        return ipPools;
    }
}
