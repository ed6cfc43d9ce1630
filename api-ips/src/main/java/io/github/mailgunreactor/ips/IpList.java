package io.github.mailgunreactor.ips;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.mailgunreactor.core.PageBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of an account that a filter let through.
 *
 * @param items the addresses
 * @param totalCount how many they are
 * @param assignableToPools which of them may be put into dedicated IP pools; empty for an account without such pools
 * @param details more of each address, where Mailgun gives it
 */
public record IpList(
        @JsonProperty(required = true) List<String> items,
        @JsonProperty("total_count") @Nullable Long totalCount,
        @JsonProperty("assignable_to_pools") List<String> assignableToPools,
        List<Detail> details)
        implements PageBody<String> {

    @Override
    public @Nullable Long total() {
        return totalCount;
    }

    /**
     * One address.
     *
     * @param isOnWarmup whether it is being warmed up
     * @param dedicated whether it is the account's own
     * @param enabled whether it sends
     */
    public record Detail(
            String ip,
            @JsonProperty("is_on_warmup") @Nullable Boolean isOnWarmup,
            @Nullable Boolean dedicated,
            @Nullable Boolean enabled) {}
}
