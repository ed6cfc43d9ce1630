package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import io.github.mailgunreactor.core.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the domains that send from a dedicated IP pool.
 *
 * @param domains the domains of the page
 * @param paging the pages around this one
 */
public record IpPoolDomains(
        @JsonProperty(required = true) List<IpPoolDomain> domains,
        @Nullable Paging paging) implements PageBody<IpPoolDomain> {

    @Override
    public List<IpPoolDomain> items() {
        return domains;
    }
}
